package org.itocheck.truth;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Functions of a direction y and of rho = |x|^2 by their values at nodes: a basis for y times polynomials in log rho. Node (i, j) has the
 * number i * norms.size() + j.
 *
 * @param directions the basis for y
 * @param norms the basis for log rho
 */
record NormPlane(Basis directions, Basis norms) {
    int size() {
        return directions.size() * norms.size();
    }

    double direction(int node) {
        return directions.node(node / norms.size());
    }

    double squaredNorm(int node) {
        return StrictMath.exp(norms.node(node % norms.size()));
    }

    /** Adds to a row the weights of the nodes in the value at points, which it is told one by one. */
    final class Row {
        private final double[] left = new double[directions.size()];
        private final double[] right = new double[norms.size()];
        private final double[] sum = new double[size()];

        void add(double probability, double y, double squaredNorm) {
            directions.interpolate(y, left);
            norms.interpolate(StrictMath.log(squaredNorm), right);
            for (int i = 0; i < left.length; i++) {
                double weight = probability * left[i];
                int first = i * right.length;
                for (int j = 0; j < right.length; j++) {
                    sum[first + j] += weight * right[j];
                }
            }
        }

        double[] values() {
            return sum;
        }
    }

    Row row() {
        return new Row();
    }

    /** The functional of a point. */
    double[] point(double y, double squaredNorm) {
        Row row = row();
        row.add(1, y, squaredNorm);
        return row.values();
    }

    /**
     * The matrix of slope f_y + spread/2 f_yy + growth f_rho, where the arrays hold the coefficients at the nodes.
     */
    double[][] operator(double[] slope, double[] spread, double[] growth) {
        double[][] first = directions.derivative();
        RealMatrix d = new Array2DRowRealMatrix(first, false);
        double[][] second = d.multiply(d).getData();
        double[][] radial = norms.derivative();
        double[][] rows = new double[size()][size()];
        int m = norms.size();
        for (int n = 0; n < rows.length; n++) {
            int i = n / m;
            int j = n % m;
            for (int k = 0; k < directions.size(); k++) {
                rows[n][k * m + j] += slope[n] * first[i][k] + spread[n] / 2 * second[i][k];
            }
            double logGrowth = growth[n] / squaredNorm(n);
            for (int k = 0; k < m; k++) {
                rows[n][i * m + k] += logGrowth * radial[j][k];
            }
        }
        return rows;
    }

    /** The functional of total weight 1 that the matrix, whose rows add up to 0, takes to 0. */
    static double[] stationary(double[][] matrix) {
        int n = matrix.length;
        double[][] transposed = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                transposed[j][i] = matrix[i][j] + 1.0 / n;
            }
        }
        double[] right = new double[n];
        Arrays.fill(right, 1.0 / n);
        return new LUDecomposition(new Array2DRowRealMatrix(transposed, false), 0)
                .getSolver()
                .solve(new ArrayRealVector(right, false))
                .toArray();
    }
}
