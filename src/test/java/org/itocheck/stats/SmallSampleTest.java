package org.itocheck.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Intervals of tens and hundreds of values. */
class SmallSampleTest {
    /** Tables of Student's law: t(0.975; 9) = 2.262, t(0.995; 30) = 2.750; the allowance divides alpha by ten. */
    @Test
    void the_multiplier_is_students_with_one_degree_of_freedom_less_than_values() {
        assertThat(SmallSample.multiplier(0.5, 10)).isCloseTo(2.262, within(5e-4));
        assertThat(SmallSample.multiplier(0.1, 31)).isCloseTo(2.750, within(5e-4));
    }

    @Test
    void it_is_wider_than_that_of_thousands_and_tends_to_it() {
        double many = SkewAllowance.multiplier(1e-6);
        assertThat(SmallSample.multiplier(1e-6, 64)).isBetween(1.1 * many, 1.2 * many);
        assertThat(SmallSample.multiplier(1e-6, 1_000_000)).isCloseTo(many, within(1e-3));
    }

    /** The standard error of a sample skewness is sqrt(6/n): 0.25 of 96 values. */
    @Test
    void the_skewness_of_a_sample_counts_with_its_standard_error() {
        double deviation = 2;
        long n = 96;
        double third = 0.5 * n * deviation * deviation * deviation;
        Moments skewed = new Moments(n, 1, n * deviation * deviation, -third);
        Moments straight = new Moments(n, 1, n * deviation * deviation, 0);

        assertThat(SmallSample.minTrajectories(skewed, 1e-3)).isEqualTo(SkewAllowance.minTrajectories(0.75, 1e-3));
        assertThat(SmallSample.minTrajectories(straight, 1e-3)).isEqualTo(SkewAllowance.minTrajectories(0.25, 1e-3));
        assertThat(SmallSample.minTrajectories(new Moments(n, 1, 0, 0), 1e-3))
                .isEqualTo(SkewAllowance.minTrajectories(0.25, 1e-3));
    }

    @Test
    void one_value_has_no_standard_deviation() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmallSample.multiplier(0.1, 1))
                .withMessage("count is 1, expected 2 or more");
    }
}
