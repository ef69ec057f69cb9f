package org.itocheck.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/**
 * The continuous laws over their whole range, by the inequality of Dvoretzky, Kiefer, Wolfowitz and Massart: the empirical distribution
 * function leaves the band of sqrt(log(2/delta) / (2n)) with probability at most delta = 1e-9, for every n.
 */
class DistributionFunctionTest {
    private static final int LANES = 256;
    private static final int ROWS = 4096;
    private static final double BAND = Math.sqrt(Math.log(2 / MeanCheck.FALSE_ALARM) / (2.0 * LANES * ROWS));

    private static double distance(NoiseLaw law, double shift, DoubleUnaryOperator distribution) {
        KeyedRows rows = new KeyedRows(LANES);
        rows.start(new Seed(7).forPurpose("distribution"), 0);
        double[] row = new double[LANES];
        double[] all = new double[LANES * ROWS];
        for (int k = 0; k < ROWS; k++) {
            law.draw(rows, row);
            System.arraycopy(row, 0, all, k * LANES, LANES);
        }
        Arrays.sort(all);
        double worst = 0;
        for (int i = 0; i < all.length; i++) {
            double p = distribution.applyAsDouble(all[i] + shift);
            worst = Math.max(worst, Math.max((i + 1.0) / all.length - p, p - (double) i / all.length));
        }
        return worst;
    }

    private static double uniform(double x) {
        return Math.min(1, Math.max(0, 0.5 + x / (2 * Math.sqrt(3))));
    }

    private static double gaussian(double x) {
        return NormalDistribution.of(0, 1).cumulativeProbability(x);
    }

    private static double exponential(double x) {
        return x < -1 ? 0 : -Math.expm1(-x - 1);
    }

    @Test
    void continuous_laws_have_their_distribution_function() {
        assertThat(distance(NoiseLaw.GAUSSIAN, 0, DistributionFunctionTest::gaussian))
                .isLessThan(BAND);
        assertThat(distance(NoiseLaw.UNIFORM, 0, DistributionFunctionTest::uniform))
                .isLessThan(BAND);
        assertThat(distance(NoiseLaw.EXPONENTIAL, 0, DistributionFunctionTest::exponential))
                .isLessThan(BAND);
    }

    @Test
    void a_shift_of_two_percent_is_caught() {
        assertThat(distance(NoiseLaw.GAUSSIAN, 0.02, DistributionFunctionTest::gaussian))
                .isGreaterThan(BAND);
        assertThat(distance(NoiseLaw.UNIFORM, 0.02, DistributionFunctionTest::uniform))
                .isGreaterThan(BAND);
        assertThat(distance(NoiseLaw.EXPONENTIAL, 0.02, DistributionFunctionTest::exponential))
                .isGreaterThan(BAND);
    }
}
