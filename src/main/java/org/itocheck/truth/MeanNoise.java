package org.itocheck.truth;

import java.util.Arrays;
import org.itocheck.objective.LeastSquares;

/**
 * The covariance of one mini-batch gradient of least squares averaged over the state, {@code E S(x) = C_1(m, M) / B} with
 * {@code C_1 = (1/n) sum_i (a_i' M a_i - 2 y_i a_i.m + y_i^2) a_i a_i' - E[(Hx - c)(Hx - c)']} (THEORY 3.C). It needs the mean m and the second
 * moments M of the state and no more, so that moments of degree 2 are closed. One evaluation costs n d^2 + 3 d^3 / 2 multiplications, since M
 * and C_1 are symmetric.
 */
final class MeanNoise {
    private final double[][] features;
    private final double[][] columns;
    private final double[] targets;
    private final int batchSize;
    private final double[][] h;
    private final double[] c;
    private final int d;

    MeanNoise(LeastSquares squares, NormalEquations normal) {
        this.features = squares.features();
        this.targets = squares.targets();
        this.batchSize = squares.batchSize();
        this.h = normal.hessian();
        this.c = normal.offset();
        this.d = squares.dimension();
        this.columns = new double[d][targets.length];
        for (int i = 0; i < targets.length; i++) {
            for (int k = 0; k < d; k++) {
                columns[k][i] = features[i][k];
            }
        }
    }

    /**
     * E S(x), linear in (one, m, M).
     *
     * @param one E 1, so that an affine ODE can be run as a linear one
     * @param mean m = E x, shape [d]
     * @param second M = E xx', shape [d][d], symmetric
     * @return shape [d][d], symmetric to the last bit, in new arrays
     */
    double[][] at(double one, double[] mean, double[][] second) {
        double[][] result = new double[d][d];
        double[] squares = residualSquares(one, mean, second);
        double[] weights = new double[targets.length];
        for (int k = 0; k < d; k++) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] = squares[i] * columns[k][i];
            }
            MatrixRows.addTo(result[k], k, weights, features, 0, targets.length);
        }
        double[] hm = new double[d];
        LinearFlow.multiply(h, mean, hm);
        double[][] hMh = MatrixRows.sandwich(h, second);
        for (int i = 0; i < d; i++) {
            for (int k = i; k < d; k++) {
                double drift = hMh[i][k] - hm[i] * c[k] - c[i] * hm[k] + one * c[i] * c[k];
                result[i][k] = (result[i][k] - drift) / batchSize;
            }
        }
        MatrixRows.mirror(result);
        return result;
    }

    /** E (a_i.x - y_i)^2 / n for every sample: the quadratic form of M by the triangle of M, one column of features after the other. */
    private double[] residualSquares(double one, double[] mean, double[][] second) {
        int n = targets.length;
        double[] squares = new double[n];
        double[] row = new double[n];
        double[] factors = new double[d];
        for (int k = 0; k < d; k++) {
            Arrays.fill(row, 0);
            for (int j = k; j < d; j++) {
                factors[j] = (j == k ? 1 : 2) * second[k][j];
            }
            MatrixRows.addTo(row, 0, factors, columns, k, d);
            double[] column = columns[k];
            for (int i = 0; i < n; i++) {
                squares[i] += column[i] * (row[i] - 2 * targets[i] * mean[k]);
            }
        }
        for (int i = 0; i < n; i++) {
            squares[i] = (squares[i] + one * targets[i] * targets[i]) / n;
        }
        return squares;
    }
}
