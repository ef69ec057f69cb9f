package org.itocheck.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.itocheck.dynamics.optimizer.Gd;
import org.itocheck.dynamics.optimizer.Ngd;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.EulerMaruyama;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.random.NoiseLaw;
import org.junit.jupiter.api.Test;

class ProblemTest {
    private static final Problem C2 = Problems.named("C2");

    @Test
    void steps_are_counted_and_never_rounded_down() {
        // 0.3/0.1 and 1.2/0.4 are 2.99... in floating point; a floor would lose a step (THEORY X42).
        assertThat(C2.withLearningRate(0.25).withSteps(1).named("x").horizon()).isEqualTo(0.25);
        assertThat(Checks.wholeSteps(0.3, 0.1)).isEqualTo(3);
        assertThat(Checks.wholeSteps(1.2, 0.4)).isEqualTo(3);
        assertThat(C2.withHorizon(2).steps()).isEqualTo(8);
        assertThat(C2.withLearningRate(0.05).steps()).isEqualTo(20);
        assertThat(C2.withLearningRate(0.05).horizon()).isEqualTo(C2.horizon());
    }

    @Test
    void a_horizon_that_is_no_whole_number_of_steps_is_refused() {
        refused(
                () -> C2.withHorizon(0.9),
                "horizon is 0.9",
                "3.6 steps of learningRate 0.25",
                "give the number of steps");
        refused(() -> C2.withHorizon(0.1), "horizon is 0.1");
        refused(() -> C2.withHorizon(Double.NaN), "horizon is NaN");
        refused(() -> C2.withLearningRate(0.3), "horizon is 1.0");
    }

    @Test
    void a_start_of_the_wrong_dimension_or_not_finite_is_refused() {
        refused(() -> C2.withStart(1, 2, 3), "start has 3 entries, objective C2 has dimension 2");
        refused(() -> C2.withStart(1, Double.NaN), "start[1] is NaN, expected a finite number");
        refused(() -> C2.withStart(Double.POSITIVE_INFINITY, 0), "start[0] is Infinity");
    }

    @Test
    void learning_rates_levels_steps_and_decays_out_of_range_are_refused() {
        refused(() -> Svag.family(0), "learningRate is 0.0, expected a positive finite number");
        refused(() -> Sgd.family(-0.1), "learningRate is -0.1");
        refused(() -> Ngd.family(Double.NaN), "learningRate is NaN");
        refused(() -> Gd.family(Double.POSITIVE_INFINITY), "learningRate is Infinity");
        refused(() -> EulerMaruyama.family(0), "learningRate is 0.0");
        refused(() -> Svag.family(0.5, 4), "weightDecay is 4.0 at learningRate 0.5", "learningRate * weightDecay < 2");
        refused(() -> Svag.family(0.5, -1), "weightDecay is -1.0");
        refused(() -> new ItoSde(C2.objective(), 0.25, 8), "weightDecay is 8.0");
        refused(() -> Svag.family(0.25).at(0, C2.objective()), "level is 0, expected at least 1");
        refused(() -> EulerMaruyama.family(0.25).at(-3, C2.objective()), "level is -3");
        refused(() -> C2.withSteps(0), "steps is 0, expected at least 1");
    }

    @Test
    void an_unknown_problem_gets_the_nearest_name() {
        refused(() -> Problems.named("a1/skew2p"), "did you mean 'A1/skew2pt'?");
        refused(() -> Problems.named("digits/logistics"), "did you mean 'digits/logistic'?");
    }

    @Test
    void the_catalogue_has_the_parameters_of_the_theory() {
        Problem a1 = Problems.a1(NoiseLaw.EXPONENTIAL);
        assertThat(a1.name()).isEqualTo("A1/exp1");
        assertThat(a1.horizon()).isEqualTo(2);
        assertThat(Problems.named("C3").weightDecay()).isEqualTo(0.5);
        assertThat(Problems.named("A4_cancel/rademacher").start()[0]).isEqualTo(1.8973361265393949);
        assertThat(Problems.names()).contains("A1/uniform", "B2", "C1", "D1/skew2pt", "digits/softmax-64");
    }

    @Test
    void the_coefficients_of_svag_sum_to_one_and_their_squares_to_the_level() {
        for (int level : new int[] {1, 2, 3, 5, 13, 64, 1000}) {
            double a = Svag.first(level);
            double b = Svag.second(level);
            assertThat(a + b).isEqualTo(1);
            assertThat(a * a + b * b).isCloseTo(level, org.assertj.core.data.Percentage.withPercentage(1e-12));
        }
        assertThat(new double[] {Svag.first(5), Svag.second(5), Svag.first(41), Svag.second(41)})
                .containsExactly(2, -1, 5, -4);
    }

    private static void refused(ThrowingCallable call, String... parts) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll(parts);
    }
}
