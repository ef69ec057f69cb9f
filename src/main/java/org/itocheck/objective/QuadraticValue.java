package org.itocheck.objective;

import java.util.Arrays;

/** The value and the Hessian of a least-squares loss as the quadratic x'Hx/2 - c.x + s that it is: d^2 products instead of n d. */
final class QuadraticValue {
    private final double[] hessian;
    private final double[] linear;
    private final double constant;
    private final double[] row;

    QuadraticValue(double[][] features, double[] targets, int lanes) {
        int d = features[0].length;
        int n = targets.length;
        this.hessian = new double[d * d];
        this.linear = new double[d];
        double squares = 0;
        for (int i = 0; i < n; i++) {
            squares += targets[i] * targets[i];
            for (int k = 0; k < d; k++) {
                linear[k] -= targets[i] * features[i][k] / n;
                for (int m = 0; m < d; m++) {
                    hessian[k * d + m] += features[i][k] * features[i][m] / (2.0 * n);
                }
            }
        }
        this.constant = squares / (2.0 * n);
        this.row = new double[lanes];
    }

    void at(double[][] x, double[] out) {
        int lanes = row.length;
        int d = x.length;
        Arrays.fill(out, 0, lanes, constant);
        for (int k = 0; k < d; k++) {
            Arrays.fill(row, linear[k]);
            RowSums.addWeighted(hessian, k * d, x, 0, d, row, lanes);
            addProduct(x[k], row, out, lanes);
        }
    }

    /** H v. */
    void hessianProduct(double[][] v, double[][] out) {
        int d = v.length;
        for (int k = 0; k < d; k++) {
            Arrays.fill(out[k], 0, row.length, 0);
            RowSums.addWeighted(hessian, k * d, v, 0, d, out[k], row.length);
            RowSums.scale(2, out[k], row.length);
        }
    }

    private static void addProduct(double[] a, double[] b, double[] out, int lanes) {
        for (int j = 0; j < lanes; j++) {
            out[j] = Math.fma(a[j], b[j], out[j]);
        }
    }
}
