package org.itocheck.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Planned counts are enough (sound), not much more than enough (tight), and turn back into the discrepancy. */
class PowerTest {
    private static final double MISS = 0.05;
    private static final double[] BIASES = {0.2, 0.5, 1, 3};

    @Test
    void factors_are_those_of_the_theory() {
        assertThat(Power.factor(1e-9, 1e-3)).isCloseTo(92.8, within(0.05));
        double zTest = (double) Power.minForInterval(0.001, 1, 1e-9, 1e-3) / 1e6;
        assertThat(Power.minTrajectories(0.02, 1, 1e-9, 1e-3)).isCloseTo(232_000, within(200L));
        assertThat(Power.minDetectable(1 << 18, 1, 1e-9, 1e-3)).isCloseTo(0.0188, within(1e-4));
        assertThat(Power.minForSkewness(1, 1e-9)).isEqualTo(119);
        assertThat(Power.minTrajectories(0.01, 1, 2, 1e-9, 1e-3) / 1e4).isCloseTo(162, within(0.5));
        assertThat(Power.factor(1e-9, 1e-3) / zTest).isCloseTo(1.097, within(0.001));
    }

    @ParameterizedTest
    @CsvSource({"1e-3, 0.05", "1e-6, 1e-3", "1e-9, 1e-3", "1e-9, 0.5"})
    void count_and_discrepancy_are_inverse_of_each_other(double alpha, double missRate) {
        for (double discrepancy = 1e-4; discrepancy < 10; discrepancy *= 1.7) {
            long n = Power.minTrajectories(discrepancy, 3, alpha, missRate);
            assertThat(Power.minDetectable(n, 3, alpha, missRate)).isLessThanOrEqualTo(discrepancy * (1 + 1e-12));
            assertThat(Power.minDetectable(n - 1, 3, alpha, missRate)).isGreaterThan(discrepancy * (1 - 1e-12));
        }
    }

    @ParameterizedTest
    @CsvSource({"GAUSSIAN, 1e-3", "GAUSSIAN, 1e-9", "RADEMACHER, 1e-3", "UNIFORM, 1e-9"})
    void the_planned_count_is_sound_for_symmetric_data(Law law, double alpha) {
        for (double bias : BIASES) {
            int n = (int) Power.minTrajectories(bias, 1, alpha, MISS);
            Rates.assertAtMost(misses(law, bias, n, alpha, 1000, 21), 1000, MISS);
        }
    }

    @ParameterizedTest
    @CsvSource({"GAUSSIAN, 0.1", "GAUSSIAN, 0.2", "RADEMACHER, 0.2", "UNIFORM, 0.2"})
    void half_the_planned_count_is_not_enough(Law law, double bias) {
        int n = (int) Power.minTrajectories(bias, 1, 1e-6, MISS) / 2;
        Rates.assertProvenAbove(misses(law, bias, n, 1e-6, 500, 22), 500, 4 * MISS);
    }

    /** Beyond the count for their skewness the misses of skewed data are at most 1.6 times as many as planned. */
    @ParameterizedTest
    @CsvSource({"EXPONENTIAL, 1e-9", "EXPONENTIAL, 1e-3", "SKEW_TWO_POINT, 1e-9", "SKEW_TWO_POINT, 1e-3"})
    void the_planned_count_is_nearly_sound_for_mildly_skewed_data(Law law, double alpha) {
        double bias = 0.2;
        int n = (int) Power.minTrajectories(bias, 1, alpha, MISS);
        assertThat((long) n).isGreaterThan(Power.minForSkewness(law.skewness, alpha));
        for (double side : new double[] {bias, -bias}) {
            Rates.assertAtMost(misses(law, side, n, alpha, 1000, 23), 1000, 1.6 * MISS);
        }
    }

    @ParameterizedTest
    @CsvSource({"GAUSSIAN", "EXPONENTIAL", "EXPONENTIAL_CUBED", "EXPONENTIAL_FOURTH", "LOGNORMAL"})
    void the_count_for_any_law_is_sound_for_every_law(Law law) {
        for (double bias : BIASES) {
            int n = (int) Power.minForAnyLaw(bias * law.sigma, law.sigma, 1e-6, MISS);
            for (double side : new double[] {bias, -bias}) {
                Rates.assertAtMost(misses(law, side, n, 1e-6, 200, 24), 200, MISS);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"LOGNORMAL, 0.1", "GAUSSIAN_FOURTH, 0.1", "EXPONENTIAL_CUBED, 0.1", "EXPONENTIAL_FOURTH, 0.1"})
    void strong_skewness_at_most_doubles_the_misses_and_the_count_for_any_law_has_none(Law law, double bias) {
        int n = (int) Power.minTrajectories(bias, 1, 1e-9, MISS);
        Rates.assertAtMost(misses(law, bias, n, 1e-9, 500, 25), 500, 2 * MISS);
        int any = (int) Power.minForAnyLaw(bias, 1, 1e-9, MISS);
        Rates.assertAtMost(misses(law, bias, any, 1e-9, 500, 25), 500, MISS / 2);
    }

    @Test
    void the_count_for_any_law_is_the_smallest_that_its_bound_allows() {
        assertThat(Power.minForAnyLaw(0.001, 1, 1e-9, 1e-3) * 1e-6).isCloseTo(118, within(1.0));
        long before = Long.MAX_VALUE;
        for (double bias = 0.001; bias < 0.5; bias *= 1.1) {
            long n = Power.minForAnyLaw(bias, 1, 1e-9, 1e-3);
            assertThat(n).isLessThan(before).isLessThan(2 * Power.minTrajectories(bias, 1, 1e-9, 1e-3));
            before = n;
        }
    }

    @Test
    void an_interval_of_the_planned_width_stays_clear_of_the_bound() {
        SplittableRandom random = new SplittableRandom(26);
        long n = Power.minForInterval(0.1, 2, 1e-3, MISS);
        double se = 2 / Math.sqrt((double) n);
        int crossed = 0;
        for (int r = 0; r < 20_000; r++) {
            Interval interval = new Interval(0.9 + se * random.nextGaussian(), Interval.normalMultiplier(1e-3) * se);
            crossed += interval.high() > 1 ? 1 : 0;
        }
        Rates.assertAtMost(crossed, 20_000, MISS);
        Rates.assertAtLeast(crossed, 20_000, 0.9 * MISS);
    }

    @Test
    void a_constant_needs_one_value_and_few_values_detect_nothing() {
        assertThat(Power.minTrajectories(0.1, 0, 1e-9, 1e-3)).isEqualTo(1);
        assertThat(Power.minDetectable(42, 1, 1e-9, 1e-3)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Power.minDetectable(43, 1, 1e-9, 1e-3)).isFinite();
    }

    @Test
    void impossible_plans_are_refused() {
        assertThatThrownBy(() -> Power.minTrajectories(0, 1, 1e-9, 1e-3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("discrepancy is 0.0, expected a finite number above 0");
        assertThatThrownBy(() -> Power.factor(1e-9, 0.6))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("missRate is 0.6, expected above 0 and at most 0.5");
        assertThatThrownBy(() -> Power.minTrajectories(1e-12, 1, 1e-9, 1e-3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("above 2^60; ask for a larger discrepancy");
        assertThatThrownBy(() -> Power.minForAnyLaw(1e-12, 1, 1e-9, 1e-3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("above 2^60");
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"0.1, 1e-9, 0.05", "0.25, 1e-3, 0.05", "0.25, 1e-9, 1e-3", "0.5, 1e-6, 0.2", "1, 1e-9, 0.05"})
    void the_planned_count_is_sound_over_many_repetitions(double bias, double alpha, double missRate) {
        int n = (int) Power.minTrajectories(bias, 1, alpha, missRate);
        for (Law law : new Law[] {Law.GAUSSIAN, Law.RADEMACHER, Law.UNIFORM}) {
            Rates.assertAtMost(misses(law, bias, n, alpha, 20_000, 27), 20_000, missRate);
        }
        int any = (int) Power.minForAnyLaw(bias, 1, alpha, missRate);
        for (Law law : Law.values()) {
            Rates.assertAtMost(misses(law, bias, any, alpha, 2000, 28), 2000, missRate);
        }
    }

    /** Repetitions without alarm among those whose values are {@code bias} standard deviations off. */
    private static int misses(Law law, double bias, int n, double alpha, int repetitions, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MeanTest test = new MeanTest(law.mean, law.sigma * law.sigma, alpha, n);
        double[] values = new double[n];
        double[] scratch = new double[n];
        int misses = 0;
        for (int r = 0; r < repetitions; r++) {
            double influence = test.influence(law.fill(values, bias, random), n, scratch);
            misses += test.alarm(test.accumulate(Evidence.NONE, influence, n)) ? 0 : 1;
        }
        return misses;
    }
}
