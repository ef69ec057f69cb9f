package org.itocheck.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.itocheck.random.KeyedRows;
import org.itocheck.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExceedanceTestTest {
    private static final int LANES = 500;

    /** How often the test answers so on k exceedances of a tail x^-exponent, out of 20 000. */
    private static int answers(ExceedanceTest test, int k, double exponent, Decision answer) {
        KeyedRows rows = new KeyedRows(LANES);
        double[] row = new double[LANES];
        int found = 0;
        for (int block = 0; block < 40; block++) {
            rows.start(new Seed(3), (long) LANES * block);
            double[] sums = new double[LANES];
            for (int i = 0; i < k; i++) {
                rows.exponential(row);
                for (int j = 0; j < LANES; j++) {
                    sums[j] += (row[j] + 1) / exponent;
                }
            }
            for (double sum : sums) {
                found += test.decide(k, sum) == answer ? 1 : 0;
            }
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource({"1, 4", "10, 4", "300, 8"})
    void at_the_critical_exponent_both_errors_have_their_rates(int k, double power) {
        // GIVEN rates of 1/20 each: 1000 of 20 000 expected, with standard deviation 31
        ExceedanceTest test = new ExceedanceTest(power, 0.05, 0.05);
        assertThat(answers(test, k, power, Decision.REJECT)).isBetween(800, 1200);
        assertThat(answers(test, k, power, Decision.ACCEPT)).isBetween(800, 1200);
    }

    @Test
    void a_heavier_tail_is_found_with_the_planned_count() {
        ExceedanceTest test = new ExceedanceTest(4, 1e-6, 0.01);
        int k = (int) test.minExceedances(0.75);
        assertThat(k).isBetween(500, 700);
        assertThat(answers(test, k, 3, Decision.REJECT)).isGreaterThan(19_600);
        assertThat(answers(test, k, 3, Decision.ACCEPT)).isZero();
        assertThat(answers(test, k, 6, Decision.ACCEPT)).isGreaterThan(19_600);
    }

    @Test
    void nothing_seen_decides_nothing_and_atoms_at_the_threshold_count_as_light() {
        ExceedanceTest test = new ExceedanceTest(8, 1e-6, 1e-3);
        assertThat(test.decide(0, 0)).isEqualTo(Decision.UNDECIDED);
        assertThat(test.decide(100, 0)).isEqualTo(Decision.ACCEPT);
    }

    @Test
    void bad_input_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExceedanceTest(0, 0.1, 0.1))
                .withMessage("power is 0.0, expected a finite number above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExceedanceTest(4, 0.1, 0.1).decide(-1, 0))
                .withMessage("count is -1, expected 0 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExceedanceTest(4, 0.1, 0.1).minExceedances(1))
                .withMessage("share is 1.0, expected a probability strictly between 0 and 1, such as 1e-6");
    }
}
