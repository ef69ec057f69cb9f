package org.itocheck.claim.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;

import org.itocheck.dynamics.optimizer.Sgd;
import org.junit.jupiter.api.Test;

/** How long a squared norm takes to forget where it began. */
class BurnInTest {
    /** ln(7.5 / 0.008) = 6.843: over 0.2 where eta lambda is 0.05, over -ln|2 * 0.01 - 1| = 0.0202 where it is 0.9. */
    @Test
    void it_relaxes_at_four_times_eta_lambda_and_more_slowly_where_a_step_overshoots() {
        assertThat(steps(1, 0.05)).isEqualTo(35);
        assertThat(steps(0.5, 0.1)).isEqualTo(35);
        assertThat(steps(0.5, 1.8)).isEqualTo(339);
    }

    @Test
    void at_eta_lambda_1_it_never_relaxes() {
        assertThat(steps(0.5, 2)).isInfinite().isPositive();
    }

    @Test
    void the_other_start_is_as_long_and_at_right_angles_in_even_dimensions() {
        double[] x = {1, 2, 3, 5};
        double[] turned = BurnIn.turned(x);

        assertThat(turned).containsExactly(5, -3, 2, -1);
        assertThat(x[0] * turned[0] + x[1] * turned[1] + x[2] * turned[2] + x[3] * turned[3])
                .isZero();
    }

    private static double steps(double learningRate, double weightDecay) {
        return BurnIn.steps(
                Sgd.family(learningRate).at(1, Chains.e1(learningRate).objective()), weightDecay, 0.008);
    }
}
