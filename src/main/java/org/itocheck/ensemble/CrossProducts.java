package org.itocheck.ensemble;

import java.util.Arrays;
import org.itocheck.stats.TreeSum;

/**
 * Sums of products of deviations from the mean, of all observables with the controls and of the controls among themselves, at every
 * checkpoint. Chunks merge in their order (Chan, Golub, LeVeque 1979), so the bits do not depend on who computed them.
 */
final class CrossProducts {
    private final int observables;
    private long count;
    private final double[][] means;
    private final double[][][] products;

    private CrossProducts(Ensemble ensemble) {
        int controls = ensemble.controls().all().size();
        this.observables = ensemble.observables().size();
        this.means = new double[ensemble.checkpoints()][0];
        this.products = new double[ensemble.checkpoints()][0][];
        for (int k : ensemble.watched()) {
            means[k - 1] = new double[observables + controls];
            products[k - 1] = new double[observables + controls][controls + 1];
        }
    }

    /** Of no trajectories. */
    static CrossProducts empty(Ensemble ensemble) {
        return new CrossProducts(ensemble);
    }

    /** Of one chunk, whose values are overwritten by their deviations. The last column is each variable with itself. */
    static CrossProducts of(Ensemble ensemble, double[][][] values, int n, double[] scratch) {
        CrossProducts chunk = empty(ensemble);
        chunk.count = n;
        for (int k = 0; k < values.length; k++) {
            for (int v = 0; v < values[k].length; v++) {
                double mean = TreeSum.sum(values[k][v], n, scratch) / n;
                chunk.means[k][v] = mean;
                for (int i = 0; i < n; i++) {
                    values[k][v][i] -= mean;
                }
            }
            int controls = values[k].length - chunk.observables;
            for (int v = 0; v < values[k].length; v++) {
                for (int c = 0; c < controls; c++) {
                    chunk.products[k][v][c] = product(values[k][v], values[k][chunk.observables + c], n, scratch);
                }
                chunk.products[k][v][controls] = product(values[k][v], values[k][v], n, scratch);
            }
        }
        return chunk;
    }

    private static double product(double[] a, double[] b, int n, double[] scratch) {
        for (int i = 0; i < n; i++) {
            scratch[i] = a[i] * b[i];
        }
        return TreeSum.sum(scratch, n, scratch);
    }

    /** Takes in a later chunk. */
    void add(CrossProducts chunk) {
        double whole = (double) count + chunk.count;
        double weight = count * (chunk.count / whole);
        for (int k = 0; k < means.length; k++) {
            int controls = means[k].length - observables;
            double[] shift = new double[means[k].length];
            for (int v = 0; v < shift.length; v++) {
                shift[v] = chunk.means[k][v] - means[k][v];
                means[k][v] += shift[v] * (chunk.count / whole);
            }
            for (int v = 0; v < shift.length; v++) {
                for (int c = 0; c <= controls; c++) {
                    double other = c == controls ? shift[v] : shift[observables + c];
                    products[k][v][c] += chunk.products[k][v][c] + weight * shift[v] * other;
                }
            }
        }
        count += chunk.count;
    }

    /** The controls among themselves at checkpoint k, counted from 0. */
    double[][] controls(int k) {
        int controls = means[k].length - observables;
        double[][] square = new double[controls][];
        for (int c = 0; c < controls; c++) {
            square[c] = Arrays.copyOf(products[k][observables + c], controls);
        }
        return square;
    }

    /** Observable g with the controls. */
    double[] covariances(int k, int g) {
        return Arrays.copyOf(products[k][g], means[k].length - observables);
    }

    /** Observable g with itself. */
    double square(int k, int g) {
        return products[k][g][means[k].length - observables];
    }
}
