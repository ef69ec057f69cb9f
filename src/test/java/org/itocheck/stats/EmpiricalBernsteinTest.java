package org.itocheck.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmpiricalBernsteinTest {
    @Test
    void the_half_width_is_that_of_the_theory() {
        double nats = Math.log(80);
        assertThat(EmpiricalBernstein.halfWidth(101, 0.25, 2, 0.05))
                .isCloseTo(Math.sqrt(0.5 * nats / 101) + 14 * nats / 300, within(1e-14));
        assertThat(EmpiricalBernstein.halfWidth(1, Double.NaN, 2, 0.05)).isEqualTo(Double.POSITIVE_INFINITY);
        double cost = EmpiricalBernstein.halfWidth(1L << 50, 1, 1, 1e-9)
                * Math.sqrt(0x1p50)
                / Interval.normalMultiplier(1e-9);
        assertThat(cost * cost).isCloseTo(1.18, within(0.01));
    }

    /** Rare events: most samples hold none, their standard deviation is 0 and a z interval is a point beside the mean. */
    @ParameterizedTest
    @CsvSource({"0.5, 100", "0.1, 50", "0.01, 50", "0.001, 300"})
    void the_mean_of_indicators_is_missed_as_rarely_as_stated(double rate, int n) {
        Missed missed = missed(rate, n, 5000);
        Rates.assertAtMost(missed.bernstein, 5000, 0.05);
        if (rate <= 0.01) {
            Rates.assertProvenAbove(missed.normal, 5000, 0.3);
        }
    }

    @Test
    void a_wrong_mean_is_excluded() {
        SplittableRandom random = new SplittableRandom(71);
        int excluded = 0;
        for (int r = 0; r < 500; r++) {
            Moments moments = indicators(0.3, 2000, random);
            double halfWidth = EmpiricalBernstein.halfWidth(2000, moments.variance(), 1, 1e-3);
            excluded += new Interval(moments.mean(), halfWidth).contains(0.4) ? 0 : 1;
        }
        Rates.assertProvenAbove(excluded, 500, 0.9);
    }

    @Test
    void impossible_arguments_are_refused() {
        assertThatThrownBy(() -> EmpiricalBernstein.halfWidth(10, 1, 0, 0.05))
                .hasMessage("range is 0.0, expected a finite number above 0");
        assertThatThrownBy(() -> EmpiricalBernstein.halfWidth(10, Double.NaN, 1, 0.05))
                .hasMessageStartingWith("variance is NaN");
        assertThatThrownBy(() -> EmpiricalBernstein.halfWidth(-1, 1, 1, 0.05))
                .hasMessage("n is -1, expected 0 or more");
    }

    private record Missed(int bernstein, int normal) {}

    private static Missed missed(double rate, int n, int repetitions) {
        SplittableRandom random = new SplittableRandom(72);
        int bernstein = 0;
        int normal = 0;
        for (int r = 0; r < repetitions; r++) {
            Moments moments = indicators(rate, n, random);
            double deviation = Math.abs(moments.mean() - rate);
            bernstein += deviation > EmpiricalBernstein.halfWidth(n, moments.variance(), 1, 0.05) ? 1 : 0;
            normal += deviation > Interval.normalMultiplier(0.05) * moments.standardError() ? 1 : 0;
        }
        return new Missed(bernstein, normal);
    }

    private static Moments indicators(double rate, int n, SplittableRandom random) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = random.nextDouble() < rate ? 1 : 0;
        }
        return Moments.of(values, n, new double[n]);
    }
}
