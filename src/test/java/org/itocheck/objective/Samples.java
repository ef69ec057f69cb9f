package org.itocheck.objective;

import java.util.List;
import java.util.random.RandomGenerator;
import org.itocheck.objective.catalogue.AdditiveQuadratic;
import org.itocheck.objective.catalogue.LogisticLine;
import org.itocheck.objective.catalogue.QuadraticForms;
import org.itocheck.objective.catalogue.RayleighQuotient;
import org.itocheck.objective.catalogue.SineValley;
import org.itocheck.objective.catalogue.SinhGrowth;
import org.itocheck.objective.catalogue.SphereLoss;
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
                softmax(6, 5, 2, 1),
                new LinearSum("linear", random(9, 5, 4), 3),
                new NormalisedSum("normalised logistic", logistic(11, 6, 7)),
                new NormalisedSum("normalised forms", forms(4, 3, 2)));
    }

    static List<Objective> all() {
        var all = new java.util.ArrayList<Objective>(finiteSums());
        all.add(quadratic(7));
        all.add(new RayleighQuotient("Rayleigh", quadratic(8).hessian(), 0.5));
        all.add(new SphereLoss("sphere", random(10, 1, 5)[0], 0.7));
        all.add(plain(leastSquares(9, 3, 2)));
        all.add(new SineValley("D2", NoiseLaw.GAUSSIAN));
        all.add(new LogisticLine("D3", new double[] {1, -2, 0.5, 3}, 0.1, 2));
        all.add(new SinhGrowth("H1", 0.25, NoiseLaw.GAUSSIAN));
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

    static QuadraticForms forms(int n, int d, int batchSize) {
        double[][][] matrices = new double[n][][];
        for (int i = 0; i < n; i++) {
            double[][] root = random(20 + i, d, d);
            matrices[i] = new double[d][d];
            for (int k = 0; k < d; k++) {
                for (int m = 0; m < d; m++) {
                    matrices[i][k][m] = root[k][m] + root[m][k];
                }
            }
        }
        return new QuadraticForms("forms", matrices, batchSize);
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
