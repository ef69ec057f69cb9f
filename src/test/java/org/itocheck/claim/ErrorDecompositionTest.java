package org.itocheck.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.observable.Observable;
import org.junit.jupiter.api.Test;

class ErrorDecompositionTest {
    private static final Observable[] POWERS = {
        Observable.coordinate(0), Observable.power(0, 2), Observable.power(0, 3), Observable.cosine(0)
    };

    @Test
    void the_parts_add_up_exactly_and_are_the_golden_ones() {
        Outcome outcome = verify(exact(Svag.family(Settings.SKEWED), Settings.SKEWED, 1, 1, 1, 2, 4, 16), 1 << 20);
        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
        assertThat(outcome.trajectories()).isZero();
        assertThat(outcome.power()).isEqualTo("no randomness: all three means are exact");
        assertThat(outcome.cells()).hasSize(3 * 4 * 4);
        for (int i = 0; i < outcome.cells().size(); i += 3) {
            Cell noise = outcome.cells().get(i);
            Cell steps = outcome.cells().get(i + 1);
            Cell whole = outcome.cells().get(i + 2);
            assertThat(whole.error()).isEqualTo(noise.error() + steps.error());
            assertThat(whole.estimate()).isCloseTo(noise.estimate(), within(1e-13));
            assertThat(noise.halfWidth()).isZero();
        }
        // golden bias of A4, Gaussian noise in the place of exponential noise: the non-Gaussian part with its other
        // sign
        double[] golden = {0.285644531, 0.134999542, 0.064981632, 0.0157521452};
        for (int l = 0; l < golden.length; l++) {
            assertThat(part(
                                    outcome,
                                    "x[0]^3" + ErrorDecomposition.NON_GAUSSIAN,
                                    List.of(1, 2, 4, 16).get(l))
                            .error())
                    .isCloseTo(-golden[l], within(1e-8));
        }
    }

    @Test
    void with_gaussian_noise_or_observables_of_degree_two_on_a_linear_problem_only_the_steps_are_left() {
        double nothing = 1e-12;
        Outcome gaussian =
                verify(exact(Svag.family(Settings.GAUSSIAN), Settings.GAUSSIAN, nothing, 1, 1, 2, 16), 1 << 20);
        assertThat(gaussian.verdict()).as(gaussian.headline()).isEqualTo(Verdict.PASS);
        Setting square = Settings.last(
                Sgd.family(Settings.SKEWED),
                Settings.SKEWED,
                List.of(1),
                Observable.coordinate(0),
                Observable.power(0, 2));
        Tolerance none = Tolerance.within(nothing);
        ItoSde limit = ItoSde.of(Settings.SKEWED);
        assertThat(verify(new ErrorDecomposition(square, limit, none, Tolerance.within(1)), 1 << 20)
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void a_part_beyond_its_tolerance_fails_and_is_named() {
        Outcome noise = verify(exact(Svag.family(Settings.SKEWED), Settings.SKEWED, 0.1, 1, 2), 1 << 20);
        assertThat(noise.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(noise.finding()).startsWith("x[0]^3, non-Gaussian part at l = 2, k = 4 is -0.1350");
        Outcome steps = verify(exact(Svag.family(Settings.GAUSSIAN), Settings.GAUSSIAN, 1, 0.01, 1), 1 << 20);
        assertThat(steps.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(steps.finding()).contains("discretisation part at l = 1");
        assertThat(steps.diagnosis()).startsWith("Euler-Maruyama itself is that far from the SDE");
    }

    @Test
    void a_family_that_nobody_knows_is_simulated() {
        Family users = Family.of("mine", 0.5, level -> (x, context) -> {
            double[] g = context.sampleGradient(x);
            double[] h = context.sampleGradient(x);
            x[0] -= context.learningRate() * (Svag.first(level) * g[0] + Svag.second(level) * h[0]);
        });
        Setting setting = Settings.last(users, Settings.SKEWED, List.of(1, 2), Observable.power(0, 2));
        ItoSde limit = ItoSde.of(Settings.SKEWED);
        Outcome outcome =
                verify(new ErrorDecomposition(setting, limit, Tolerance.within(0.05), Tolerance.within(0.2)), 1 << 22);
        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
        assertThat(outcome.truth()).startsWith("family simulated, Euler-Maruyama closed form, SDE closed form");
        assertThat(part(outcome, "x[0]^2" + ErrorDecomposition.NON_GAUSSIAN, 2).halfWidth())
                .isBetween(1e-3, 0.05);
        Setting quiet =
                Settings.last(Settings.rootOfLevel(Settings.C2), Settings.C2, List.of(4), Observable.power(0, 2));
        Outcome wrong = verify(
                new ErrorDecomposition(quiet, ItoSde.of(Settings.C2), Tolerance.within(0.004), Tolerance.within(0.1)),
                1 << 22);
        assertThat(wrong.verdict()).as(wrong.headline()).isEqualTo(Verdict.FAIL);
        assertThat(wrong.finding()).startsWith("x[0]^2, non-Gaussian part at l = 4");
    }

    @Test
    void an_sde_that_nobody_knows_is_estimated() {
        Problem problem = Problems.named("D1/skew2pt");
        Observable tent = Observable.of("|x|", x -> Math.sqrt(1 + x[0] * x[0]));
        Setting setting = Settings.last(Svag.family(problem), problem, List.of(2), tent);
        ItoSde limit = ItoSde.of(problem);
        Outcome outcome =
                verify(new ErrorDecomposition(setting, limit, Tolerance.within(0.2), Tolerance.within(0.2)), 1 << 20);
        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
        assertThat(outcome.truth()).contains("SDE intercept of Euler-Maruyama");
        Outcome open =
                verify(new ErrorDecomposition(setting, limit, Tolerance.within(0.2), Tolerance.within(0.2)), 1500);
        assertThat(open.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(open.remedies().get(0)).startsWith("raise the budget: -Ditocheck.trajectories=");
    }

    @Test
    void another_sde_is_refused() {
        assertThatThrownBy(() -> new ErrorDecomposition(
                        Settings.last(Svag.family(0.25), Settings.C2, List.of(1), Observable.squaredNorm()),
                        new ItoSde(Settings.C2.objective(), 0.3, 0),
                        Tolerance.within(1),
                        Tolerance.within(1)))
                .hasMessage("limit has learningRate 0.3 and weightDecay 0.0, the problem has 0.25 and 0.0; use"
                        + " ItoSde.of(problem)");
    }

    private static ErrorDecomposition exact(
            Family family, Problem problem, double noise, double steps, Integer... levels) {
        Setting setting = Settings.last(family, problem, List.of(levels), POWERS);
        return new ErrorDecomposition(setting, ItoSde.of(problem), Tolerance.within(noise), Tolerance.within(steps));
    }

    private static Cell part(Outcome outcome, String name, int level) {
        return outcome.cells().stream()
                .filter(c -> c.level() == level && c.observable().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Outcome verify(ErrorDecomposition claim, long trajectories) {
        return Settings.budget(trajectories).verify(claim);
    }
}
