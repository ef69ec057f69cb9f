package org.itocheck.truth;

/**
 * Products of matrices that are arrays of rows. Everything is a weighted sum of rows, taken four rows at a time: the inner loop runs over one
 * row of the result and carries no sum, so that the JIT compiles it to vector instructions. The order of every sum is fixed.
 */
final class MatrixRows {
    private MatrixRows() {}

    /** {@code out[j] += sum of c[k] rows[k][j]} over first <= k < last, for every j from {@code from} on. */
    static void addTo(double[] out, int from, double[] c, double[][] rows, int first, int last) {
        int k = first;
        for (; k + 4 <= last; k += 4) {
            double[] r0 = rows[k];
            double[] r1 = rows[k + 1];
            double[] r2 = rows[k + 2];
            double[] r3 = rows[k + 3];
            double c0 = c[k];
            double c1 = c[k + 1];
            double c2 = c[k + 2];
            double c3 = c[k + 3];
            for (int j = from; j < out.length; j++) {
                out[j] += (c0 * r0[j] + c1 * r1[j]) + (c2 * r2[j] + c3 * r3[j]);
            }
        }
        for (; k < last; k++) {
            double[] row = rows[k];
            double factor = c[k];
            for (int j = from; j < out.length; j++) {
                out[j] += factor * row[j];
            }
        }
    }

    /** a b, in new arrays. */
    static double[][] product(double[][] a, double[][] b) {
        double[][] result = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            addTo(result[i], 0, a[i], b, 0, b.length);
        }
        return result;
    }

    /** q m q for symmetric q and m, symmetric to the last bit. */
    static double[][] sandwich(double[][] q, double[][] m) {
        double[][] left = product(q, m);
        double[][] result = new double[q.length][q.length];
        for (int i = 0; i < q.length; i++) {
            addTo(result[i], i, left[i], q, 0, q.length);
        }
        mirror(result);
        return result;
    }

    /** Copies what is above the diagonal to below it. */
    static void mirror(double[][] m) {
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < i; j++) {
                m[i][j] = m[j][i];
            }
        }
    }

    /** x x'. */
    static double[][] outer(double[] x) {
        double[][] result = new double[x.length][x.length];
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < x.length; k++) {
                result[i][k] = x[i] * x[k];
            }
        }
        return result;
    }

    /** factor m + shift I. */
    static double[][] shifted(double[][] m, double factor, double shift) {
        double[][] result = new double[m.length][m.length];
        for (int i = 0; i < m.length; i++) {
            for (int k = 0; k < m.length; k++) {
                result[i][k] = factor * m[i][k] + (i == k ? shift : 0);
            }
        }
        return result;
    }
}
