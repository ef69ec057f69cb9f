package org.itocheck.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StudentMeanTest {
    /** Yields of two kinds of wheat seeds differ by these; the example of a textbook is t = 2.776 for 5 values. */
    private static final StudentMean FIVE = StudentMean.of(1, 2, 3, 4, 5);

    @Test
    void the_interval_is_that_of_the_tables() {
        assertThat(FIVE.mean()).isEqualTo(3);
        assertThat(FIVE.standardDeviation()).isCloseTo(Math.sqrt(2.5), within(1e-14));
        assertThat(FIVE.interval(0.05).halfWidth()).isCloseTo(2.7764 * Math.sqrt(0.5), within(1e-4));
        assertThat(FIVE.low(0.025)).isCloseTo(FIVE.interval(0.05).low(), within(1e-12));
        assertThat(FIVE.high(0.025)).isCloseTo(FIVE.interval(0.05).high(), within(1e-12));
    }

    @Test
    void of_two_values_it_is_wide() {
        assertThat(StudentMean.of(0, 1).interval(0.05).halfWidth()).isCloseTo(12.706 * 0.5, within(1e-3));
    }

    @Test
    void it_misses_as_often_as_it_says() {
        SplittableRandom random = new SplittableRandom(1);
        int missed = 0;
        for (int i = 0; i < 10_000; i++) {
            StudentMean mean = StudentMean.of(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
            missed += mean.interval(0.05).contains(0) ? 0 : 1;
        }
        // 500 on average, with a standard deviation of 22; a normal multiplier would miss 1900 times.
        assertThat(missed).isBetween(410, 590);
    }

    @Test
    void the_count_for_a_width_is_the_first_that_reaches_it() {
        for (double width : new double[] {0.02, 0.1, 0.5, 2, 30}) {
            int count = FIVE.countFor(0.05, width);
            assertThat(width(count)).isLessThanOrEqualTo(width);
            assertThat(count == 2 || width(count - 1) > width)
                    .as("count %d", count)
                    .isTrue();
        }
        assertThat(FIVE.countFor(0.05, 1e-9)).isEqualTo(100_000);
    }

    private static double width(int count) {
        return new StudentMean(0, FIVE.standardDeviation(), count)
                .interval(0.05)
                .halfWidth();
    }

    @Test
    void one_value_has_no_scatter() {
        assertThatThrownBy(() -> StudentMean.of(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("number of values is 1, expected 2 or more");
        assertThatThrownBy(() -> StudentMean.of(1, Double.NaN)).hasMessageStartingWith("mean is NaN");
        assertThatThrownBy(() -> FIVE.countFor(0.05, 0)).hasMessageStartingWith("halfWidth is 0.0");
    }
}
