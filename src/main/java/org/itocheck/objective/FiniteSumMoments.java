package org.itocheck.objective;

import java.util.Optional;

/** The exact moments of a mini-batch gradient of a finite sum, from its samples. */
final class FiniteSumMoments {
    private FiniteSumMoments() {}

    static GradientMoments at(FiniteSum sum, double[] x) {
        int d = sum.dimension();
        int n = sum.samples();
        double[][] gradients = new double[n][d];
        double[] mean = new double[d];
        for (int s = 0; s < n; s++) {
            sum.sampleGradient(s, x, gradients[s]);
            for (int i = 0; i < d; i++) {
                mean[i] += gradients[s][i] / n;
            }
        }
        double[][] covariance = new double[d][d];
        double[][][] third = new double[d][d][d];
        double second = 1.0 / ((double) n * sum.batchSize());
        double cube = second / sum.batchSize();
        for (double[] g : gradients) {
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    double pair = (g[i] - mean[i]) * (g[j] - mean[j]);
                    covariance[i][j] += second * pair;
                    for (int k = 0; k < d; k++) {
                        third[i][j][k] += cube * pair * (g[k] - mean[k]);
                    }
                }
            }
        }
        return new GradientMoments(mean, covariance, third, fourth(gradients, mean, covariance, sum.batchSize()));
    }

    /** K4 = K4_1 / B^3, from the deviations of the samples; S of the argument is S_1 / B. */
    private static Optional<FourthTensor> fourth(double[][] gradients, double[] mean, double[][] s, int batchSize) {
        if (mean.length > FourthTensor.LARGEST_DIMENSION) {
            return Optional.empty();
        }
        double b = batchSize;
        return Optional.of(FourthTensor.of(mean.length, (i, j, k, m) -> {
            double sum = 0;
            for (double[] g : gradients) {
                sum += (g[i] - mean[i]) * (g[j] - mean[j]) * (g[k] - mean[k]) * (g[m] - mean[m]);
            }
            double pairs = s[i][j] * s[k][m] + s[i][k] * s[j][m] + s[i][m] * s[j][k];
            return sum / gradients.length / (b * b * b) - pairs / b;
        }));
    }

    /** tr S in two passes, so that nothing cancels. */
    static double trace(FiniteSum sum, double[] x) {
        int n = sum.samples();
        double[] gradient = new double[x.length];
        double[] mean = new double[x.length];
        for (int s = 0; s < n; s++) {
            sum.sampleGradient(s, x, gradient);
            for (int i = 0; i < mean.length; i++) {
                mean[i] += gradient[i] / n;
            }
        }
        double squares = 0;
        for (int s = 0; s < n; s++) {
            sum.sampleGradient(s, x, gradient);
            for (int i = 0; i < mean.length; i++) {
                squares += (gradient[i] - mean[i]) * (gradient[i] - mean[i]);
            }
        }
        return squares / ((double) n * sum.batchSize());
    }
}
