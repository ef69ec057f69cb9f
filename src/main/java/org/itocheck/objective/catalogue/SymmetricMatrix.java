package org.itocheck.objective.catalogue;

import java.util.Arrays;
import org.itocheck.objective.Objective;

/** What the quadratic losses share: the check of their matrix and loops over one row. */
final class SymmetricMatrix {
    private SymmetricMatrix() {}

    static double[][] copy(String what, double[][] matrix) {
        if (matrix.length == 0) {
            throw new IllegalArgumentException(what + " is empty, expected at least one row");
        }
        for (double[] row : matrix) {
            if (row.length != matrix.length) {
                throw new IllegalArgumentException(what + " has " + matrix.length + " rows and a row of " + row.length
                        + " entries; expected a square matrix");
            }
        }
        for (int i = 0; i < matrix.length; i++) {
            for (int k = 0; k <= i; k++) {
                if (!Double.isFinite(matrix[i][k])) {
                    throw new IllegalArgumentException(what + "[" + i + "][" + k + "] is " + matrix[i][k]
                            + ", expected a finite number; check where it was computed");
                }
                if (matrix[i][k] != matrix[k][i]) {
                    throw new IllegalArgumentException(what + "[" + i + "][" + k + "] is " + matrix[i][k] + ", " + what
                            + "[" + k + "][" + i + "] is " + matrix[k][i]
                            + "; expected a symmetric matrix: use (M + M') / 2");
                }
            }
        }
        return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    }

    static double[] times(Objective objective, double[][] matrix, double[] x) {
        if (x.length != matrix.length) {
            throw new IllegalArgumentException("x has " + x.length + " entries, objective " + objective.name()
                    + " has dimension " + matrix.length);
        }
        double[] product = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < x.length; k++) {
                product[i] += matrix[i][k] * x[k];
            }
        }
        return product;
    }

    static void multiply(double factor, double[] row, double[] out, int lanes) {
        for (int j = 0; j < lanes; j++) {
            out[j] = factor * row[j] * out[j];
        }
    }

    static double[][] mean(double[][][] matrices) {
        int d = matrices[0].length;
        double[][] mean = new double[d][d];
        for (double[][] matrix : matrices) {
            for (int i = 0; i < d; i++) {
                for (int k = 0; k < d; k++) {
                    mean[i][k] += matrix[i][k] / matrices.length;
                }
            }
        }
        return mean;
    }
}
