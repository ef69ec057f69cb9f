package org.itocheck.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.EulerMaruyama;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.GradientMoments;
import org.itocheck.objective.Objective;
import org.itocheck.observable.Observable;
import org.itocheck.random.Seed;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Test;

class OneStepMomentsTest {
    /** Where sqrt(2l - 1) is whole. */
    private static final List<Integer> EXACT = List.of(1, 5, 13, 25, 41);

    private static final List<Integer> ANY = List.of(1, 2, 3, 7, 64);

    @Test
    void in_orthonormal_directions_a_step_has_the_moments_that_it_has_in_coordinates() {
        Problem problem = Problems.named("C3");
        Setting right = setting(Svag.family(problem), problem, List.of(1, 2, 5));
        List<double[]> points = List.of(problem.start(), new double[] {2, 1});
        for (int directions : new int[] {1, 2}) {
            Outcome outcome = verify(new OneStepMoments(right, points, 3, OneStepMoments.ROUNDING, directions));
            assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
        }
        Setting wrong = setting(amplified(l -> Math.sqrt(2.0 * l)), Problems.named("C2"), List.of(4));
        Outcome outcome = verify(new OneStepMoments(wrong, points, 2, OneStepMoments.ROUNDING, 1));
        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.statement()).endsWith(" along a random direction");
    }

    @Test
    void svag_has_the_moments_of_lemma_4_5_on_every_loss_whose_draws_can_be_enumerated() {
        for (String name :
                List.of("A1/gaussian", "A1/rademacher", "A1/skew2pt", "B1", "B2", "C1", "C2", "C3", "D1/skew2pt")) {
            Problem problem = Problems.named(name);
            for (List<Integer> levels : List.of(EXACT, ANY)) {
                Outcome outcome = verify(new OneStepMoments(setting(Svag.family(problem), problem, levels)));
                assertThat(outcome.verdict()).as(name + " " + outcome.finding()).isEqualTo(Verdict.PASS);
            }
        }
    }

    @Test
    void a_wrong_amplification_is_seen_in_the_covariance() {
        Problem problem = Problems.named("C2");
        Outcome outcome = verify(new OneStepMoments(setting(amplified(l -> Math.sqrt(2.0 * l)), problem, ANY), 0.01));
        assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.finding()).startsWith("Cov dx");
        assertThat(outcome.diagnosis()).contains("look at the coefficients");
        // (l + 1/2) / l at l = 4
        Outcome four =
                verify(new OneStepMoments(setting(amplified(l -> Math.sqrt(2.0 * l)), problem, List.of(4)), 0.01));
        assertThat(four.diagnosis()).contains("is 1.125 of what it should be");
    }

    @Test
    void a_wrong_sum_of_coefficients_is_seen_in_the_mean() {
        Problem problem = Problems.named("C2");
        Family doubled = Family.of("Doubled", 0.25, level -> (x, context) -> {
            double[] g = context.sampleGradient(x);
            for (int i = 0; i < x.length; i++) {
                x[i] -= 2 * context.learningRate() * g[i];
            }
        });
        Outcome outcome = verify(new OneStepMoments(setting(doubled, problem, List.of(1))));
        assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.cells())
                .anyMatch(c -> c.observable().startsWith("E dx[0] at") && c.verdict() == Verdict.FAIL);
    }

    @Test
    void gaussian_noise_of_the_right_covariance_is_seen_in_the_third_moment_alone() {
        Problem problem = Problems.named("A1/skew2pt");
        Family gaussian = EulerMaruyama.family(problem);
        assertThat(verify(new OneStepMoments(setting(gaussian, problem, ANY), 1e-9))
                        .verdict())
                .isEqualTo(Verdict.PASS);
        Outcome outcome = verify(new OneStepMoments(setting(gaussian, problem, ANY)));
        assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.finding()).startsWith("E dx[0] dx[0] dx[0]");
        assertThat(outcome.diagnosis()).contains("the law of the noise is wrong");
    }

    @Test
    void svag_has_the_fourth_moments_too_where_the_fourth_cumulant_is_known() {
        for (String name : List.of("A1/rademacher", "A1/skew2pt", "B1", "B2", "C1", "C2", "C3", "D1/skew2pt")) {
            Problem problem = Problems.named(name);
            for (List<Integer> levels : List.of(EXACT, ANY)) {
                Setting setting = setting(Svag.family(problem), problem, levels);
                Outcome outcome = verify(OneStepMoments.toFourthOrder(setting));
                assertThat(outcome.verdict()).as(name + " " + outcome.finding()).isEqualTo(Verdict.PASS);
                assertThat(outcome.cells()).anyMatch(c -> c.observable().startsWith("E dx[0] dx[0] dx[0] dx[0] at"));
            }
        }
    }

    @Test
    void symmetric_noise_of_another_law_is_seen_in_the_fourth_moment_alone() {
        Problem problem = Problems.named("A1/rademacher");
        Setting gaussian = setting(EulerMaruyama.family(problem), problem, List.of(1, 2, 7));
        List<double[]> points = OneStepMoments.defaultPoints(problem);
        Outcome third = verify(new OneStepMoments(gaussian, points, 3, 1e-9));
        assertThat(third.cells())
                .filteredOn(c -> c.observable().startsWith("E dx"))
                .allMatch(c -> c.verdict() == Verdict.PASS);
        Outcome fourth = verify(OneStepMoments.toFourthOrder(gaussian));
        assertThat(fourth.cells())
                .filteredOn(c -> c.observable().startsWith("E dx[0] dx[0] dx[0] dx[0] at"))
                .hasSize(6)
                .allMatch(c -> c.verdict() == Verdict.FAIL);
    }

    @Test
    void a_loss_without_a_fourth_cumulant_leaves_the_fourth_order_open() {
        Problem problem = Problems.named("C2");
        Problem silent = Problem.of(new Quiet(problem.objective()), problem.start(), problem.learningRate(), 4);
        Outcome outcome = verify(OneStepMoments.toFourthOrder(setting(Svag.family(silent), silent, List.of(2))));
        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.finding()).isEqualTo("the objective gives no fourth cumulant in its gradientMoments");
    }

    /** A loss that says three moments. */
    private record Quiet(Objective loss) implements Objective {
        @Override
        public String name() {
            return loss.name();
        }

        @Override
        public int dimension() {
            return loss.dimension();
        }

        @Override
        public Evaluator evaluator(int lanes) {
            return loss.evaluator(lanes);
        }

        @Override
        public Optional<GradientMoments> gradientMoments(double[] x) {
            return loss.gradientMoments(x).map(m -> new GradientMoments(m.mean(), m.covariance(), m.third()));
        }
    }

    @Test
    void sgd_with_a_smaller_step_lacks_noise_at_every_level_but_the_first() {
        Problem problem = Problems.named("C3");
        assertThat(verify(new OneStepMoments(setting(Sgd.family(problem), problem, List.of(1))))
                        .verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(verify(new OneStepMoments(setting(Sgd.family(problem), problem, List.of(2))))
                        .verdict())
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void noise_that_cannot_be_enumerated_leaves_the_claim_open_and_says_why() {
        Problem problem = Problems.named("A1/exp1");
        Outcome outcome = verify(new OneStepMoments(setting(Svag.family(problem), problem, ANY)));
        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.finding()).contains("law is exp1, whose draws have no finite set of values");
    }

    @Test
    void points_order_and_tolerance_are_checked() {
        Problem problem = Problems.named("C2");
        Setting setting = setting(Svag.family(problem), problem, ANY);
        assertThatThrownBy(() -> new OneStepMoments(setting, List.of(), 3, 1e-9))
                .hasMessageContaining("points is empty");
        assertThatThrownBy(() -> new OneStepMoments(setting, List.of(new double[3]), 3, 1e-9))
                .hasMessageContaining("start has 3 entries");
        assertThatThrownBy(() -> new OneStepMoments(setting, List.of(new double[2]), 5, 1e-9))
                .hasMessage("order is 5, expected 2, 3 or 4");
        assertThatThrownBy(() -> new OneStepMoments(setting, 0)).hasMessageContaining("tolerance is 0");
    }

    private static Family amplified(IntToDoubleFunction c) {
        return Family.of("Amplified", 0.25, level -> (x, context) -> {
            double[] g = context.sampleGradient(x);
            double[] h = context.sampleGradient(x);
            double root = c.applyAsDouble(context.level());
            for (int i = 0; i < x.length; i++) {
                x[i] -= context.learningRate() * ((1 + root) / 2 * g[i] + (1 - root) / 2 * h[i]);
            }
        });
    }

    private static Setting setting(Family family, Problem problem, List<Integer> levels) {
        return Setting.of(family, problem, levels, List.of(Observable.squaredNorm()));
    }

    private static Outcome verify(Claim claim) {
        return Verifier.withSeed(new Seed(1)).verify(claim);
    }
}
