package org.itocheck.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GradientsTest {
    private static final int LANES = 9;

    @ParameterizedTest
    @MethodSource("org.itocheck.objective.Samples#finiteSums")
    void sample_gradients_are_the_differences_of_sample_values(FiniteSum sum) {
        double[] x = Samples.random(6, 1, sum.dimension())[0];
        double[] gradient = new double[x.length];
        double h = 1e-5;
        for (int i = 0; i < sum.samples(); i++) {
            sum.sampleGradient(i, x, gradient);
            for (int k = 0; k < x.length; k++) {
                double here = x[k];
                x[k] = here + h;
                double above = sum.sampleValue(i, x);
                x[k] = here - h;
                double below = sum.sampleValue(i, x);
                x[k] = here;
                assertThat(gradient[k]).isCloseTo((above - below) / (2 * h), within(1e-8));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.itocheck.objective.Samples#all")
    void full_gradients_are_the_differences_of_values(Objective objective) {
        Evaluator evaluator = objective.evaluator(LANES);
        double[][] x = Samples.random(7, objective.dimension(), LANES);
        double[][] gradient = new double[x.length][LANES];
        double[] above = new double[LANES];
        double[] below = new double[LANES];
        evaluator.gradient(x, gradient);
        double h = 1e-5;
        for (int k = 0; k < x.length; k++) {
            shift(x[k], h);
            evaluator.value(x, above);
            shift(x[k], -2 * h);
            evaluator.value(x, below);
            shift(x[k], h);
            for (int j = 0; j < LANES; j++) {
                assertThat(gradient[k][j]).isCloseTo((above[j] - below[j]) / (2 * h), within(1e-7));
            }
        }
    }

    /** Two independent codes, sample by sample with StrictMath and over rows, on the same random numbers. */
    @ParameterizedTest
    @MethodSource("org.itocheck.objective.Samples#finiteSums")
    void the_fast_evaluator_gives_what_the_plain_one_gives(FiniteSum sum) {
        Evaluator fast = sum.evaluator(LANES);
        Evaluator plain = new FiniteSumEvaluator(sum, LANES);
        assertThat(fast).isNotInstanceOf(FiniteSumEvaluator.class);
        double[][] x = Samples.random(8, sum.dimension(), LANES);
        double[][][] results = new double[10][sum.dimension()][LANES];
        fast.sampleGradient(x, new TestRows(1, LANES), results[0]);
        plain.sampleGradient(x, new TestRows(1, LANES), results[1]);
        fast.gradient(x, results[2]);
        plain.gradient(x, results[3]);
        fast.sampleDiffusion(x, new TestRows(2, LANES), results[4]);
        plain.sampleDiffusion(x, new TestRows(2, LANES), results[5]);
        fast.value(x, results[6][0]);
        plain.value(x, results[7][0]);
        for (int r = 0; r < 8; r += 2) {
            for (int i = 0; i < sum.dimension(); i++) {
                assertThat(results[r][i]).containsExactly(results[r + 1][i], within(1e-13));
            }
        }
        assertThat(results[0]).isNotEqualTo(results[2]);
    }

    @ParameterizedTest
    @MethodSource("org.itocheck.objective.Samples#finiteSums")
    void saturated_scores_stay_finite(FiniteSum sum) {
        double[][] x = Samples.random(9, sum.dimension(), LANES);
        for (double[] row : x) {
            for (int j = 0; j < LANES; j++) {
                row[j] *= 1e4;
            }
        }
        double[][] gradient = new double[x.length][LANES];
        double[] value = new double[LANES];
        sum.evaluator(LANES).gradient(x, gradient);
        sum.evaluator(LANES).value(x, value);
        for (double[] row : gradient) {
            assertThat(row).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        }
        for (int j = 0; j < LANES; j++) {
            assertThat(sum.sampleValue(0, Samples.column(x, j))).isFinite();
        }
    }

    private static void shift(double[] row, double by) {
        for (int j = 0; j < row.length; j++) {
            row[j] += by;
        }
    }
}
