package org.itocheck.ensemble;

/**
 * Regression on a few variables of known sums of products, by Cholesky's method on the variables one after another: one of which the earlier ones
 * leave next to nothing, and one that does not vary, gets the coefficient 0.
 */
final class LeastSquaresFit {
    /** The share of its sum of squares that a variable must add. */
    private static final double NEW = 1e-8;

    private final double[][] root;

    /** @param products symmetric, shape [p][p] */
    LeastSquaresFit(double[][] products) {
        int p = products.length;
        root = new double[p][p];
        for (int i = 0; i < p; i++) {
            double rest = products[i][i];
            for (int j = 0; j < i; j++) {
                if (root[j][j] > 0) {
                    double sum = products[i][j];
                    for (int m = 0; m < j; m++) {
                        sum -= root[i][m] * root[j][m];
                    }
                    root[i][j] = sum / root[j][j];
                    rest -= root[i][j] * root[i][j];
                }
            }
            root[i][i] = rest > NEW * products[i][i] ? Math.sqrt(rest) : 0;
        }
    }

    /**
     * The coefficients of one regression.
     *
     * @param products of the variables with what is explained, shape [p]
     */
    double[] coefficients(double[] products) {
        int p = root.length;
        double[] b = products.clone();
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < i; j++) {
                b[i] -= root[i][j] * b[j];
            }
            b[i] = root[i][i] > 0 ? b[i] / root[i][i] : 0;
        }
        for (int i = p - 1; i >= 0; i--) {
            for (int j = i + 1; j < p; j++) {
                b[i] -= root[j][i] * b[j];
            }
            b[i] = root[i][i] > 0 ? b[i] / root[i][i] : 0;
        }
        return b;
    }
}
