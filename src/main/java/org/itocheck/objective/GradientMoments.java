package org.itocheck.objective;

/**
 * The moments of one stochastic gradient g_gamma at a point (THEORY 1.1).
 *
 * @param mean grad L, shape [d]
 * @param covariance S = Cov g_gamma of ONE mini-batch, shape [d][d]
 * @param third Lambda = E (g_gamma - grad L)^(x3), shape [d][d][d], symmetric
 */
public record GradientMoments(double[] mean, double[][] covariance, double[][][] third) {}
