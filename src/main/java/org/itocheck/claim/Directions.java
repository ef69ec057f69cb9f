package org.itocheck.claim;

import org.itocheck.random.KeyedRows;
import org.itocheck.random.Seed;

/**
 * Orthonormal directions along which a step of many dimensions is looked at: Gaussian vectors, orthogonalised. A moment that is wrong at all
 * is wrong along them with probability 1, if less so than where it is worst.
 */
final class Directions {
    private final double[][] units;

    private Directions(double[][] units) {
        this.units = units;
    }

    /**
     * @param count p, at least 1
     * @param dimension d, at least p
     */
    static Directions of(int count, int dimension, Seed seed) {
        KeyedRows rows = new KeyedRows(1);
        rows.start(seed.forPurpose("directions"), 0);
        double[] one = new double[1];
        double[][] units = new double[count][dimension];
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < dimension; i++) {
                rows.gaussian(one);
                units[k][i] = one[0];
            }
            orthogonalise(units, k);
            orthogonalise(units, k); // once more, for what rounding left
            scale(units[k], 1 / Math.sqrt(dot(units[k], units[k])));
        }
        return new Directions(units);
    }

    /** p. */
    int count() {
        return units.length;
    }

    /** The products of all directions with a vector. */
    double[] along(double[] v) {
        double[] products = new double[units.length];
        for (int k = 0; k < products.length; k++) {
            products[k] = dot(units[k], v);
        }
        return products;
    }

    /**
     * Adds u . (x - from) to every lane of every row.
     *
     * @param x shape [d][lanes]
     * @param from shape [d]
     * @param rows shape [p][lanes]
     */
    void addChange(double[][] x, double[] from, double[][] rows) {
        for (int k = 0; k < units.length; k++) {
            for (int i = 0; i < from.length; i++) {
                add(units[k][i], x[i], from[i], rows[k]);
            }
        }
    }

    private static void add(double weight, double[] x, double from, double[] row) {
        for (int j = 0; j < row.length; j++) {
            row[j] += weight * (x[j] - from);
        }
    }

    private static void orthogonalise(double[][] units, int k) {
        for (int m = 0; m < k; m++) {
            double product = dot(units[m], units[k]);
            for (int i = 0; i < units[k].length; i++) {
                units[k][i] -= product * units[m][i];
            }
        }
    }

    private static void scale(double[] v, double factor) {
        for (int i = 0; i < v.length; i++) {
            v[i] *= factor;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
