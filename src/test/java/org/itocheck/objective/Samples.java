package org.itocheck.objective;

import java.util.List;
import java.util.random.RandomGenerator;
import org.itocheck.objective.catalogue.AdditiveQuadratic;
import org.itocheck.objective.catalogue.RayleighQuotient;
import org.itocheck.random.NoiseLaw;

/** Small losses of every kind, with odd sizes so that every remainder loop runs. */
final class Samples {
    private Samples() {}

    static List<FiniteSum> finiteSums() {
        return List.of(
                leastSquares(13, 7, 3),
                leastSquares(5, 2, 6),
                logistic(11, 6, 7),
                softmax(8, 3, 4, 2),
                softmax(6, 5, 2, 1));
    }

    static List<Objective> all() {
        var all = new java.util.ArrayList<Objective>(finiteSums());
        all.add(quadratic(7));
        all.add(new RayleighQuotient("Rayleigh", quadratic(8).hessian(), 0.5));
        all.add(plain(leastSquares(9, 3, 2)));
        return all;
    }

    static LeastSquares leastSquares(int n, int d, int batchSize) {
        return new LeastSquares("least squares", random(1, n, d), random(2, 1, n)[0], batchSize);
    }

    static LogisticRegression logistic(int n, int d, int batchSize) {
        return new LogisticRegression("logistic", random(3, n, d), labels(n, 2), batchSize);
    }

    static SoftmaxRegression softmax(int n, int d, int classes, int batchSize) {
        return new SoftmaxRegression("softmax", random(4, n, d), labels(n, classes), classes, batchSize);
    }

    static AdditiveQuadratic quadratic(int d) {
        double[][] root = random(5, d, d);
        double[][] hessian = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int k = 0; k < d; k++) {
                hessian[i][k] = root[i][k] + root[k][i];
            }
        }
        return new AdditiveQuadratic("quadratic", hessian, 0.7, NoiseLaw.GAUSSIAN);
    }

    /** The same sum without its fast evaluator. */
    static FiniteSum plain(FiniteSum sum) {
        return new FiniteSum() {
            @Override
            public String name() {
                return "plain " + sum.name();
            }

            @Override
            public int dimension() {
                return sum.dimension();
            }

            @Override
            public int samples() {
                return sum.samples();
            }

            @Override
            public int batchSize() {
                return sum.batchSize();
            }

            @Override
            public double sampleValue(int i, double[] x) {
                return sum.sampleValue(i, x);
            }

            @Override
            public void sampleGradient(int i, double[] x, double[] gradient) {
                sum.sampleGradient(i, x, gradient);
            }
        };
    }

    static double[][] random(long seed, int rows, int columns) {
        RandomGenerator generator = new java.util.SplittableRandom(seed);
        double[][] values = new double[rows][columns];
        for (double[] row : values) {
            for (int k = 0; k < columns; k++) {
                row[k] = generator.nextGaussian();
            }
        }
        return values;
    }

    static double[] column(double[][] rows, int j) {
        double[] column = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            column[i] = rows[i][j];
        }
        return column;
    }

    private static int[] labels(int n, int classes) {
        int[] labels = new int[n];
        for (int i = 0; i < n; i++) {
            labels[i] = (i * i + i / 2) % classes;
        }
        return labels;
    }
}
