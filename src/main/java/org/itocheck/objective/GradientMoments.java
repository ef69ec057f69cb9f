package org.itocheck.objective;

import java.util.Optional;

/**
 * The moments of one stochastic gradient g_gamma at a point (THEORY 1.1).
 *
 * @param mean grad L, shape [d]
 * @param covariance S = Cov g_gamma of ONE mini-batch, shape [d][d]
 * @param third Lambda = E (g_gamma - grad L)^(x3), shape [d][d][d], symmetric
 * @param fourth K4, the fourth cumulant {@code E (g_gamma - grad L)^(x4) - 3 sym(S x S)}; empty where unknown, or d above
 *     {@link FourthTensor#LARGEST_DIMENSION}
 */
public record GradientMoments(double[] mean, double[][] covariance, double[][][] third, Optional<FourthTensor> fourth) {
    /** Moments whose fourth cumulant is not known. */
    public GradientMoments(double[] mean, double[][] covariance, double[][][] third) {
        this(mean, covariance, third, Optional.empty());
    }

    /** Those of a mini-batch {@code parts} times smaller: m S, m^2 Lambda and m^3 K4; parts = 1/B is the mean of B draws. */
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
        double cube = parts * parts * parts;
        return new GradientMoments(
                mean, s, lambda, fourth.map(f -> FourthTensor.of(d, (i, j, k, m) -> cube * f.at(i, j, k, m))));
    }
}
