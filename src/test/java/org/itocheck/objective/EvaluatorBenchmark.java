package org.itocheck.objective;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import org.itocheck.objective.catalogue.AdditiveQuadratic;
import org.itocheck.objective.catalogue.RayleighQuotient;
import org.itocheck.random.NoiseLaw;
import org.itocheck.random.NoiseRows;

/**
 * CPU nanoseconds per lane of the evaluators alone, the noise being nearly free (rows copied from a pool). Not a test: run {@code main}
 * with the test class path.
 */
final class EvaluatorBenchmark {
    private static final int LANES = 256;

    private EvaluatorBenchmark() {}

    @FunctionalInterface
    interface Work {
        void run(Evaluator evaluator, double[][] x, NoiseRows noise, double[][] out);
    }

    public static void main(String[] arguments) {
        double[][] features = features(64, 10);
        double[] targets = new double[64];
        int[] labels = new int[64];
        for (int i = 0; i < 64; i++) {
            targets[i] = Math.sin(i);
            labels[i] = i % 2;
        }
        var leastSquares = new LeastSquares("P3", features, targets, 4);
        double[][] matrix = new double[10][10];
        for (int i = 0; i < 10; i++) {
            Arrays.fill(matrix[i], 0.05);
            matrix[i][i] += 0.2 + 0.08 * i;
        }
        var quadratic = new AdditiveQuadratic("P2", matrix, 0.5, NoiseLaw.GAUSSIAN);
        Work sample = Evaluator::sampleGradient;
        double[][] scratch = new double[10][LANES];
        Work both = (e, x, noise, out) -> e.gradientAndDiffusion(x, noise, out, scratch);
        for (int round = 0; round < 3; round++) {
            report("P2 quadratic d=10, one gradient", quadratic, sample);
            report("P3 least squares n=64 d=10 B=4, one gradient", leastSquares, sample);
            report("P3 full gradient", leastSquares, (e, x, noise, out) -> e.gradient(x, out));
            report("P3 gradient and diffusion", leastSquares, both);
            report("P4 Rayleigh quotient d=10, one gradient", new RayleighQuotient("P4", matrix, 0.5), sample);
            report(
                    "logistic n=64 d=10 B=4, one gradient",
                    new LogisticRegression("logistic", features, labels, 4),
                    sample);
        }
    }

    static double[][] features(int n, int d) {
        double[][] features = new double[n][d];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < d; k++) {
                features[i][k] = Math.sin(1 + 3.7 * i + 11.3 * k);
            }
        }
        return features;
    }

    static void report(String what, Objective objective, Work work) {
        Evaluator evaluator = objective.evaluator(LANES);
        double[][] x = new double[objective.dimension()][LANES];
        double[][] out = new double[objective.dimension()][LANES];
        for (double[] row : x) {
            Arrays.fill(row, 1);
        }
        NoiseRows noise = new PooledRows(LANES);
        double best = Double.MAX_VALUE;
        long repeats = 100;
        for (int round = 0; round < 12; round++) {
            long start = cpu();
            for (long r = 0; r < repeats; r++) {
                work.run(evaluator, x, noise, out);
            }
            double nanos = cpu() - start;
            best = Math.min(best, nanos / (repeats * LANES));
            repeats = Math.max(10, (long) (repeats * 5e7 / nanos));
        }
        System.out.printf(Locale.ROOT, "%-50s %9.2f ns%n", what, best);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
