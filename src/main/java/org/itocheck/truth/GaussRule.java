package org.itocheck.truth;

import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * A law as finitely many values, exact for polynomials of degree 2n - 1 (Golub and Welsch 1969).
 *
 * @param values the nodes
 * @param probabilities their weights, which add up to 1
 */
record GaussRule(double[] values, double[] probabilities) {
    /** N(0, 1). */
    static GaussRule normal(int n) {
        double[] off = new double[n - 1];
        for (int k = 1; k < n; k++) {
            off[k - 1] = Math.sqrt(k);
        }
        return of(new double[n], off);
    }

    /** The chi-square law; with 0 degrees of freedom it is 0. */
    static GaussRule chiSquare(int degrees, int n) {
        if (degrees == 0) {
            return new GaussRule(new double[1], new double[] {1});
        }
        double alpha = degrees / 2.0 - 1;
        double[] diagonal = new double[n];
        double[] off = new double[n - 1];
        for (int k = 0; k < n; k++) {
            diagonal[k] = 2 * (2 * k + 1 + alpha);
            if (k > 0) {
                off[k - 1] = 2 * Math.sqrt(k * (k + alpha));
            }
        }
        return of(diagonal, off);
    }

    private static GaussRule of(double[] diagonal, double[] off) {
        EigenDecomposition eigen = new EigenDecomposition(diagonal, off);
        double[] probabilities = new double[diagonal.length];
        for (int i = 0; i < probabilities.length; i++) {
            double first = eigen.getEigenvector(i).getEntry(0);
            probabilities[i] = first * first;
        }
        return new GaussRule(eigen.getRealEigenvalues(), probabilities);
    }
}
