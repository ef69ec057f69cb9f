package org.itocheck.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TreeSumTest {
    @Test
    void it_is_the_sum_for_every_number_of_values() {
        double[] values = Law.GAUSSIAN.fill(new double[700], 0.5, new SplittableRandom(1));
        double[] scratch = new double[700];
        for (int n = 0; n <= values.length; n++) {
            BigDecimal exact =
                    Arrays.stream(values, 0, n).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(Math.abs(TreeSum.sum(values, n, scratch) - exact.doubleValue()))
                    .isLessThan(1e-13 * (1 + n));
        }
    }

    @Test
    void every_value_counts_once() {
        double[] values = new double[600];
        for (int n = 1; n <= values.length; n++) {
            for (int i = 0; i < n; i++) {
                values[i] = 1;
            }
            assertThat(TreeSum.sum(values, n, new double[n])).isEqualTo(n);
        }
    }

    @Test
    void rounding_stays_small_where_a_running_sum_drifts() {
        int n = 1 << 20;
        double[] values = new double[n];
        Arrays.fill(values, 0.1);
        double running = 0;
        for (double value : values) {
            running += value;
        }
        double exact = 0.1 * n; // no rounding: n is a power of 2
        assertThat(TreeSum.sum(values, n, new double[n])).isEqualTo(exact);
        assertThat(Math.abs(running - exact)).isGreaterThan(1e-7);
    }

    @Test
    void the_scratch_may_be_the_values_and_its_content_does_not_matter() {
        double[] values = Law.GAUSSIAN.fill(new double[1001], 0, new SplittableRandom(2));
        double[] dirty = new double[1500];
        Arrays.fill(dirty, Double.NaN);
        double sum = TreeSum.sum(values, 1001, new double[1001]);
        assertThat(TreeSum.sum(values, 1001, dirty)).isEqualTo(sum);
        assertThat(TreeSum.sum(values, 1001, values)).isEqualTo(sum);
    }

    @Test
    void a_nan_anywhere_is_not_lost() {
        for (int at = 0; at < 100; at++) {
            double[] values = new double[100];
            values[at] = Double.NaN;
            assertThat(TreeSum.sum(values, 100, new double[100])).isNaN();
        }
    }

    @Test
    void a_wrong_number_or_a_short_scratch_is_refused() {
        assertThatThrownBy(() -> TreeSum.sum(new double[3], 4, new double[4]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("n is 4, expected 0 to values.length = 3");
        assertThatThrownBy(() -> TreeSum.sum(new double[4], 4, new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("scratch has 3 entries, n = 4 needs as many; give a longer scratch");
    }
}
