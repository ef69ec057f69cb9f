package org.itocheck.truth;

import org.itocheck.objective.LeastSquares;

/**
 * The loss of a least-squares sum, {@code L(x) = x'Hx/2 - c.x + constant}.
 *
 * @param hessian H = (1/n) sum a_i a_i'
 * @param offset c = (1/n) sum y_i a_i
 * @param constant (1/2n) sum y_i^2
 */
record NormalEquations(double[][] hessian, double[] offset, double constant) {
    static NormalEquations of(LeastSquares squares) {
        double[][] a = squares.features();
        double[] y = squares.targets();
        int d = squares.dimension();
        double[][] h = new double[d][d];
        double[] c = new double[d];
        double constant = 0;
        for (int i = 0; i < y.length; i++) {
            constant += y[i] * y[i] / 2 / y.length;
            for (int j = 0; j < d; j++) {
                c[j] += y[i] * a[i][j] / y.length;
                for (int k = 0; k < d; k++) {
                    h[j][k] += a[i][j] * a[i][k] / y.length;
                }
            }
        }
        return new NormalEquations(h, c, constant);
    }
}
