package org.itocheck.objective;

/**
 * The moments of one stochastic gradient g_gamma at a point (THEORY 1.1).
 *
 * @param mean grad L, shape [d]
 * @param covariance S = Cov g_gamma of ONE mini-batch, shape [d][d]
 * @param third Lambda = E (g_gamma - grad L)^(x3), shape [d][d][d], symmetric
 */
public record GradientMoments(double[] mean, double[][] covariance, double[][][] third) {
    /** Those of a mini-batch {@code parts} times smaller: m S and m^2 Lambda; parts = 1/B is the mean of B draws. */
    public GradientMoments scaled(double parts) {
        int d = mean.length;
        double[][] s = new double[d][d];
        double[][][] lambda = new double[d][d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                s[i][j] = parts * covariance[i][j];
                for (int k = 0; k < d; k++) {
                    lambda[i][j][k] = parts * parts * third[i][j][k];
                }
            }
        }
        return new GradientMoments(mean, s, lambda);
    }
}
