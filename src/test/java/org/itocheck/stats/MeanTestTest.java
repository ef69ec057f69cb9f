package org.itocheck.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MeanTestTest {
    @Test
    void threshold_and_scale_are_those_of_the_theory() {
        MeanTest test = new MeanTest(0, 4, 1e-9, 1000);
        assertThat(test.threshold()).isCloseTo(Math.log(2e9), within(1e-13));
        assertThat(test.scale()).isCloseTo(Math.sqrt(2 * Math.log(2e9) / 4000), within(1e-15));
    }

    @Test
    void a_bias_of_five_percent_of_the_noise_is_found_on_either_side() {
        MeanTest test = new MeanTest(0, 1, 1e-9, 100_000);
        double[] values = Law.GAUSSIAN.fill(new double[100_000], 0, new SplittableRandom(7));
        assertThat(test.alarm(evidence(test, values))).isFalse();
        for (double bias : new double[] {0.05, -0.05}) {
            Evidence evidence = evidence(test, Law.GAUSSIAN.fill(values, bias, new SplittableRandom(7)));
            assertThat(test.alarm(evidence)).isTrue();
            assertThat(Math.signum(evidence.influence())).isEqualTo(Math.signum(bias));
        }
    }

    @Test
    void an_alarm_once_raised_stays() {
        MeanTest test = new MeanTest(0, 1, 1e-6, 1000);
        Evidence high = test.accumulate(Evidence.NONE, 40, 1000);
        assertThat(test.alarm(high)).isTrue();
        Evidence later = test.accumulate(high, -40, 1000);
        assertThat(test.alarm(later)).isTrue();
        assertThat(test.logEValue(later)).isNegative();
    }

    @Test
    void the_peak_is_what_the_influence_exceeds_its_cost_by() {
        MeanTest test = new MeanTest(0, 1, 1e-6, 1000);
        Evidence evidence = test.accumulate(Evidence.NONE, -10, 100);
        double cost = 100 * Math.log1p(Math.log(2e6) / 1000);
        assertThat(evidence.count()).isEqualTo(100);
        assertThat(evidence.peak()).isCloseTo(10 - cost, within(1e-12));
        assertThat(test.logEValue(evidence)).isCloseTo(Math.log(Math.cosh(10)) - cost, within(1e-12));
    }

    @Test
    void the_e_value_starts_at_one_and_an_alarm_is_worth_at_least_one_over_alpha() {
        MeanTest test = new MeanTest(0, 1, 1e-6, 1000);
        assertThat(test.logEValue(Evidence.NONE)).isZero();
        Evidence alarm = test.accumulate(
                Evidence.NONE, test.threshold() + 1000 * Math.log1p(test.threshold() / 1000) + 1e-9, 1000);
        assertThat(test.alarm(alarm)).isTrue();
        assertThat(test.logEValue(alarm)).isGreaterThanOrEqualTo(Math.log(1e6));
    }

    @Test
    void a_constant_is_compared_with_its_mean_up_to_rounding() {
        MeanTest test = new MeanTest(1e6, 0, 1e-9, 1000);
        assertThat(test.alarm(evidence(test, 1e6, 1e6 + 9e-4, 1e6 - 9e-4))).isFalse();
        assertThat(test.alarm(evidence(test, 1e6, 1e6 + 2e-3))).isTrue();
        assertThat(evidence(test, 1e6, 1e6 - 2e-3, 2e6).influence()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(test.influence(new double[] {2e6, Double.NaN}, 2, new double[2]))
                .isNaN();
        MeanTest near = new MeanTest(0, 0, 1e-9, 1000);
        assertThat(near.alarm(evidence(near, 1e-10, -1e-10))).isFalse();
        assertThat(near.alarm(evidence(near, 2e-9))).isTrue();
    }

    @Test
    void infinite_evidence_is_not_taken_back() {
        MeanTest test = new MeanTest(0, 0, 1e-9, 1000);
        Evidence up = test.accumulate(Evidence.NONE, Double.POSITIVE_INFINITY, 1);
        Evidence both = test.accumulate(test.accumulate(up, Double.NEGATIVE_INFINITY, 1), 0, 1);
        assertThat(test.alarm(both)).isTrue();
        assertThat(test.logEValue(both)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void a_variance_that_is_rounding_counts_as_zero_and_a_small_one_does_not() {
        MeanTest rounding = new MeanTest(1, 1e-36, 1e-9, 1000);
        assertThat(rounding.alarm(evidence(rounding, 1 + 1e-12))).isFalse();
        MeanTest small = new MeanTest(1, 1e-24, 1e-9, 1000);
        double[] values = Law.GAUSSIAN.fill(new double[1000], 1, new SplittableRandom(8));
        for (int i = 0; i < values.length; i++) {
            values[i] = 1 + 1e-12 * values[i];
        }
        assertThat(small.alarm(evidence(small, values))).isTrue();
    }

    @Test
    void a_nan_is_neither_for_nor_against_a_mean() {
        MeanTest test = new MeanTest(0, 1, 1e-6, 1000);
        double influence = test.influence(new double[] {0, Double.NaN}, 2, new double[2]);
        assertThat(influence).isNaN();
        assertThatThrownBy(() -> test.accumulate(Evidence.NONE, influence, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "chunkInfluence is NaN: a value of the chunk is not a number; find it before testing means");
    }

    @Test
    void impossible_hypotheses_are_refused() {
        refused(() -> new MeanTest(Double.NaN, 1, 1e-6, 1), "mean is NaN, expected a finite number");
        refused(() -> new MeanTest(0, -1, 1e-6, 1), "variance is -1.0, expected a finite number, 0 or above");
        refused(
                () -> new MeanTest(0, Double.POSITIVE_INFINITY, 1e-6, 1),
                "variance is Infinity, expected a finite number, 0 or above");
        refused(
                () -> new MeanTest(0, 1, 0, 1),
                "alpha is 0.0, expected a probability strictly between 0 and 1, such as 1e-6");
        refused(() -> new MeanTest(0, 1, 1e-6, 0), "plannedCount is 0, expected 1 or more");
    }

    private static void refused(Runnable action, String message) {
        assertThatThrownBy(action::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static Evidence evidence(MeanTest test, double... values) {
        double influence = test.influence(values, values.length, new double[values.length]);
        return test.accumulate(Evidence.NONE, influence, values.length);
    }
}
