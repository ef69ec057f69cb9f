package org.itocheck.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MomentsTest {
    static List<FiniteSum> threeSamplesBatchesOfTwo() {
        return List.of(Samples.leastSquares(3, 2, 2), Samples.logistic(3, 4, 2), Samples.softmax(3, 2, 3, 2));
    }

    /** All nine batches of two of three samples, each drawn by the evaluator itself. */
    @ParameterizedTest
    @MethodSource("threeSamplesBatchesOfTwo")
    void moments_are_those_of_all_batches(FiniteSum sum) {
        int d = sum.dimension();
        double[] x = Samples.random(11, 1, d)[0];
        double[][] columns = new double[d][9];
        for (int i = 0; i < d; i++) {
            java.util.Arrays.fill(columns[i], x[i]);
        }
        double[][] g = new double[d][9];
        sum.evaluator(9).sampleGradient(columns, new EveryPair(), g);
        GradientMoments moments = sum.gradientMoments(x).orElseThrow();
        double[] mean = new double[d];
        for (int i = 0; i < d; i++) {
            mean[i] = java.util.Arrays.stream(g[i]).sum() / 9;
        }
        assertThat(moments.mean()).containsExactly(mean, within(1e-14));
        for (int i = 0; i < d; i++) {
            for (int k = 0; k < d; k++) {
                double covariance = 0;
                double[] third = new double[d];
                for (int j = 0; j < 9; j++) {
                    double pair = (g[i][j] - mean[i]) * (g[k][j] - mean[k]) / 9;
                    covariance += pair;
                    for (int m = 0; m < d; m++) {
                        third[m] += pair * (g[m][j] - mean[m]);
                    }
                }
                assertThat(moments.covariance()[i][k]).isCloseTo(covariance, within(1e-14));
                assertThat(moments.third()[i][k]).containsExactly(third, within(1e-14));
            }
        }
    }

    @Test
    void c2_has_the_moments_of_the_theory_at_2_1() {
        var sum = new LeastSquares(
                "C", new double[][] {{1, 0}, {0, 1}, {1, 1}, {1, -1}, {2, 1}}, new double[] {1, -1, 2, 0, 1}, 1);
        GradientMoments moments = sum.gradientMoments(new double[] {2, 1}).orElseThrow();
        assertThat(moments.mean()).containsExactly(new double[] {2.2, 1.2}, within(1e-14));
        assertThat(moments.covariance()[0]).containsExactly(new double[] {8.56, 3.76}, within(1e-14));
        assertThat(moments.covariance()[1]).containsExactly(new double[] {3.76, 2.96}, within(1e-14));
        assertThat(moments.third()[0][0][0]).isCloseTo(4482 / 125.0, within(1e-13));
        assertThat(moments.third()[0][0][1]).isCloseTo(2322 / 125.0, within(1e-13));
        assertThat(moments.third()[0][1][1]).isCloseTo(912 / 125.0, within(1e-13));
        assertThat(moments.third()[1][1][1]).isCloseTo(252 / 125.0, within(1e-13));
    }

    @Test
    void third_moments_of_large_sums_are_not_offered() {
        assertThat(Samples.softmax(2, 43, 3, 1).gradientMoments(new double[129]))
                .isEmpty();
        assertThat(Samples.softmax(2, 32, 4, 1).gradientMoments(new double[128]))
                .isPresent();
    }

    /** Lane j gets batch (j / 3, j mod 3). */
    private static final class EveryPair extends ScriptedRows {
        private boolean second;

        EveryPair() {
            super(9);
        }

        @Override
        public void index(int bound, int[] row) {
            assertThat(bound).isEqualTo(3);
            for (int j = 0; j < 9; j++) {
                row[j] = second ? j % 3 : j / 3;
            }
            second = true;
        }
    }
}
