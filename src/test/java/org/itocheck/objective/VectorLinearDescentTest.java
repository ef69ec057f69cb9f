package org.itocheck.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.itocheck.math.Kernels;
import org.itocheck.random.KeyedRows;
import org.itocheck.random.Seed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps on contiguous points have the bits of steps on rows, whatever the shapes. */
class VectorLinearDescentTest {
    private static final int SAMPLES = 37;

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1",
        "2, 1, 2",
        "2, 2, 8",
        "3, 4, 16",
        "10, 4, 64",
        "12, 5, 7",
        "13, 9, 40",
        "65, 8, 16",
        "10, 32, 33"
    })
    void least_squares_and_logistic_steps(int d, int batchSize, int lanes) {
        double[] labels =
                new SplittableRandom(5).ints(SAMPLES, 0, 2).asDoubleStream().toArray();
        double[] targets = new SplittableRandom(6).doubles(SAMPLES, -1, 1).toArray();
        double[][] features = matrix(SAMPLES, d, 7);
        bothWays(new LinearModel(features, targets, 1, ScoreLoss.Squared::new), batchSize, lanes);
        bothWays(new LinearModel(features, labels, 1, ScoreLoss.Logistic::new), batchSize, lanes);
        bothWays(new LinearModel(features, labels, 1, ScoreLoss.Identity::new), batchSize, lanes);
    }

    @ParameterizedTest
    @CsvSource({"2, 1, 3", "10, 4, 16", "16, 7, 40"})
    void softmax_steps(int d, int batchSize, int lanes) {
        double[] labels =
                new SplittableRandom(8).ints(SAMPLES, 0, 3).asDoubleStream().toArray();
        IntFunction<ScoreLoss> loss = ScoreLoss.CrossEntropy::new;
        bothWays(new LinearModel(matrix(SAMPLES, d, 9), labels, 3, loss), batchSize, lanes);
    }

    private static void bothWays(LinearModel model, int batchSize, int lanes) {
        check(model, batchSize, lanes, new Descent.Step(0.99, 0.07, 1));
        check(model, batchSize, lanes, new Descent.Step(1, 0.05, 1.8228756555322954, -0.8228756555322954));
        check(model, batchSize, lanes, new Descent.Step(-0.5, 0.1, 0.25, 0.5, 0.25));
    }

    private static void check(LinearModel model, int batchSize, int lanes, Descent.Step step) {
        int d = model.outputs() * model.features()[0].length;
        double[][] expected = matrix(d, lanes, 10);
        double[][] found = matrix(d, lanes, 10);
        KeyedRows noise = new KeyedRows(lanes);
        noise.start(new Seed(11), 0);
        onRows(new LinearModelEvaluator(model, batchSize, lanes), step, noise, expected, 5);
        noise.start(new Seed(11), 0);
        assumeTrue(Kernels.doubles() == 4, "four doubles in a vector");
        Descent descent = Kernels.onVectorApi(Descent.class, "VectorLinearDescent", model, batchSize, lanes, step)
                .orElseThrow();
        descent.load(found);
        for (int s = 0; s < 5; s++) {
            descent.step(noise);
        }
        descent.store(found);
        for (int i = 0; i < d; i++) {
            assertThat(bits(found[i])).as("coordinate %d", i).isEqualTo(bits(expected[i]));
        }
    }

    private static void onRows(Evaluator evaluator, Descent.Step step, KeyedRows noise, double[][] x, int steps) {
        int lanes = x[0].length;
        double[][][] g = new double[step.mixture().length][x.length][lanes];
        for (int s = 0; s < steps; s++) {
            for (double[][] gradient : g) {
                evaluator.sampleGradient(x, noise, gradient);
            }
            for (int i = 0; i < x.length; i++) {
                for (int j = 0; j < lanes; j++) {
                    double sum = step.mixture()[0] * g[0][i][j];
                    for (int m = 1; m < g.length; m++) {
                        sum += step.mixture()[m] * g[m][i][j];
                    }
                    x[i][j] = step.decay() * x[i][j] - step.size() * sum;
                }
            }
        }
    }

    private static double[][] matrix(int rows, int columns, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] all = new double[rows][];
        Arrays.setAll(all, i -> random.doubles(columns, -1.5, 1.5).toArray());
        return all;
    }

    private static long[] bits(double[] row) {
        return Arrays.stream(row).mapToLong(Double::doubleToRawLongBits).toArray();
    }
}
