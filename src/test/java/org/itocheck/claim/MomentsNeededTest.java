package org.itocheck.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.EulerMaruyama;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.objective.Objective;
import org.itocheck.objective.StochasticObjective;
import org.itocheck.observable.Observable;
import org.itocheck.random.RandomStream;
import org.itocheck.random.Seed;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** On problems G a claim that needs a moment that does not exist is INCONCLUSIVE, with the reason, instead of a number (X11). */
class MomentsNeededTest {
    private final Verifier verifier = new Verifier(new Seed(51), 1e-6, 1e-3, 400_000, 2);

    private static Setting setting(String problem, Observable... observables) {
        Problem g = Problems.named(problem);
        return new Setting(Svag.family(g), g, List.of(1, 2, 4), List.of(observables), List.of(4));
    }

    private static Observable power(int p) {
        return Observable.power(0, p);
    }

    @ParameterizedTest
    @CsvSource({
        "G/t3, 2, 3, 4",
        "G/t3, 4, 3, 8",
        "G/t5, 3, 5, 6",
        "G/t5, 4, 5, 8",
        "G/stable1.5, 1, 1.5, 2",
    })
    void exact_means_without_a_variance_are_open(String problem, int power, String has, int needs) {
        Observable g = power(power);
        Outcome outcome = verifier.verify(new ExactMean(setting(problem, g)));
        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.headline())
                .contains(g.name() + " at l = 1: gradients of " + problem + " have moments below order " + has
                        + " only; a test of " + g.name() + " needs order " + needs);
        assertThat(outcome.trajectories()).isZero();
        assertThat(outcome.remedies()).contains("observe something bounded, such as cos x[0] or exp(-x[0]^2/2)");
    }

    @ParameterizedTest
    @CsvSource({"G/t3", "G/t5", "G/stable1.5"})
    void bounded_observables_have_exact_means_whatever_the_tails(String problem) {
        Setting bounded = setting(problem, Observable.cosine(0), Observable.gaussianBump(0));
        Outcome outcome = verifier.verify(new ExactMean(bounded, bounded.family(), 0.05));
        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
    }

    @Test
    void an_observable_whose_moments_exist_is_tested_beside_one_whose_do_not() {
        Setting mixed = setting("G/t5", power(2), power(4), Observable.cosine(0));
        Outcome outcome = verifier.verify(new ExactMean(mixed, mixed.family(), 0.05));
        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.observed()).isEqualTo("x[0]^4 open; x[0]^2, cos x[0] passed");
    }

    static Stream<LadderClaim> ladders() {
        Setting t5 = setting("G/t5", Observable.cosine(0), power(2));
        ItoSde limit = ItoSde.of(t5.problem());
        Tolerance tolerance = Tolerance.within(0.1);
        return Stream.of(
                new LimitBias(t5, limit, tolerance),
                new WeakOrder(t5, limit, 1, tolerance),
                new WeakErrorBelow(t5, limit, tolerance));
    }

    @ParameterizedTest
    @MethodSource("ladders")
    void ladder_claims_are_open_where_normal_intervals_have_no_third_moment(LadderClaim claim) {
        Outcome outcome = verifier.verify(claim);
        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.headline())
                .contains(
                        "INCONCLUSIVE, gradients of G/t5 have moments below order 5 only; a test of x[0]^2 needs order 6");
        assertThat(outcome.trajectories()).isZero();
    }

    @Test
    void without_a_covariance_there_is_no_limit_not_even_for_a_bounded_observable() {
        Setting stable = setting("G/stable1.5", Observable.cosine(0));
        Outcome outcome = verifier.verify(new LimitBias(stable, ItoSde.of(stable.problem()), Tolerance.within(0.1)));
        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.headline())
                .contains(
                        "gradients of G/stable1.5 have moments below order 1.5 only; the covariance S of the SDE needs"
                                + " order 2");
    }

    @Test
    void one_step_moments_need_eight_moments_or_two() {
        Setting t5 = setting("G/t5", Observable.cosine(0));
        assertThat(verifier.verify(new OneStepMoments(t5)).headline())
                .contains("INCONCLUSIVE, gradients of G/t5 have moments below order 5 only; E|dx|^8 needs order 8");
        assertThat(verifier.verify(new OneStepMoments(t5, 0.01)).headline())
                .contains("INCONCLUSIVE, law is t5, whose draws have no finite set of values to enumerate");
        Setting stable = setting("G/stable1.5", Observable.cosine(0));
        assertThat(verifier.verify(new OneStepMoments(stable, 0.01)).headline())
                .contains(
                        "INCONCLUSIVE, gradients of G/stable1.5 have moments below order 1.5 only; Cov dx needs order 2");
    }

    @Test
    void gaussian_noise_of_the_same_covariance_has_all_moments() {
        Problem t5 = Problems.named("G/t5");
        Setting euler =
                new Setting(EulerMaruyama.family(t5), t5, List.of(1, 2), List.of(power(2), power(4)), List.of(4));
        Outcome outcome = verifier.verify(new ExactMean(euler, euler.family(), 0.05));
        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
    }

    @Test
    void an_observable_of_unknown_growth_is_open_only_where_moments_are_declared_missing() {
        Observable mine = Observable.of("mine", x -> x[0] * x[0]);
        assertThat(MomentsNeeded.of(setting("G/t5", mine)).obstacle(mine, 2))
                .contains("gradients of G/t5 have moments below order 5 only, and how fast mine grows is not known");
        assertThat(MomentsNeeded.of(setting("A1/exp1", mine)).obstacle(mine, 2)).isEmpty();
        Observable loss = Observable.loss(Problems.named("G/t5").objective());
        assertThat(MomentsNeeded.of(setting("G/t5", loss)).obstacle(loss, 2)).isEmpty();
        assertThat(MomentsNeeded.of(setting("G/t3", loss)).obstacle(loss, 2)).isPresent();
    }

    /** A loss that says nothing of its moments and has few. */
    private static final Objective UNDECLARED = new StochasticObjective() {
        @Override
        public String name() {
            return "undeclared";
        }

        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public void sampleGradient(double[] x, RandomStream random, double[] gradient) {
            gradient[0] = x[0] + random.draw(org.itocheck.random.NoiseLaw.STUDENT_3);
        }

        @Override
        public void gradient(double[] x, double[] gradient) {
            gradient[0] = x[0];
        }

        @Override
        public double[][] covariance(double[] x) {
            return new double[][] {{1}};
        }
    };

    @Test
    void a_loss_that_declares_nothing_is_offered_a_look_at_its_moments() {
        Problem problem = Problem.of(UNDECLARED, new double[] {1}, 0.5, 4);
        Setting setting = new Setting(Svag.family(problem), problem, List.of(1, 2), List.of(power(2)), List.of(4));
        Verifier quick = new Verifier(new Seed(52), 1e-3, 1e-2, 20_000, 2);
        Outcome outcome = quick.verify(new LimitBias(setting, ItoSde.of(problem), Tolerance.within(0.2)));
        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.headline()).contains("too skewed for normal intervals");
        assertThat(outcome.remedies())
                .contains(
                        "see whether the moments exist: assertThat(loss).at(start).hasStableMoments(4, 8), and declare"
                                + " them by regularity()");
    }

    @Test
    @Tag("slow")
    void under_t3_svag_is_no_weak_approximation_of_order_one() {
        // X11: the printed hypotheses hold, yet the errors of cos fall like l^(-1/2); c1/l + c2/l^2 does not fit them
        Problem t3 = Problems.named("G/t3");
        Setting ladder =
                new Setting(Svag.family(t3), t3, List.of(1, 2, 4, 8), List.of(Observable.cosine(0)), List.of(4));
        Verifier rich = new Verifier(new Seed(53), 1e-6, 1e-3, 4_000_000, 2);
        Outcome outcome = rich.verify(new WeakOrder(ladder, ItoSde.of(t3), 1, Tolerance.within(0.001)));
        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.FAIL);
        Setting light = new Setting(
                Svag.family(t3), Problems.named("A1/gaussian"), ladder.levels(), ladder.observables(), List.of(4));
        Outcome gaussian = rich.verify(new WeakOrder(light, ItoSde.of(light.problem()), 1, Tolerance.within(0.003)));
        assertThat(gaussian.verdict()).as(gaussian.headline()).isEqualTo(Verdict.PASS);
    }
}
