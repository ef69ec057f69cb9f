package org.itocheck.ensemble;

/** The coefficients beta of the controls for every checkpoint and observable, fitted to pilot trajectories. */
final class Coefficients {
    /** A test function of which less than this share of the variance is left is a combination of its controls. */
    private static final double NOTHING_LEFT = 1e-10;

    private final double[][][] beta;
    private final double[][] means;

    private Coefficients(double[][][] beta, double[][] means) {
        this.beta = beta;
        this.means = means;
    }

    /**
     * Least squares, for every cell on its own: so the coefficients of an observable do not depend on which others are there. Controls that say
     * nothing new are left out, and a test function that is a combination of its controls is left as it is: nothing random would remain.
     *
     * @param pilot the products of the deviations of observables and controls
     */
    static Coefficients fit(Ensemble ensemble, CrossProducts pilot) {
        int observables = ensemble.observables().size();
        int controls = ensemble.controls().all().size();
        double[][][] beta = new double[ensemble.checkpoints()][0][];
        double[][] means = new double[ensemble.checkpoints()][controls];
        for (int watched : ensemble.watched()) {
            int k = watched - 1;
            beta[k] = new double[observables][];
            for (int j = 0; j < controls; j++) {
                means[k][j] = ensemble.controls().all().get(j).mean(k + 1);
            }
            LeastSquaresFit fit = new LeastSquaresFit(pilot.controls(k));
            for (int g = 0; g < observables; g++) {
                double[] covariances = pilot.covariances(k, g);
                double[] one = fit.coefficients(covariances);
                double left = pilot.square(k, g);
                for (int j = 0; j < controls; j++) {
                    left -= one[j] * covariances[j];
                }
                beta[k][g] = left > NOTHING_LEFT * pilot.square(k, g) ? one : new double[controls];
            }
        }
        return new Coefficients(beta, means);
    }

    /** The coefficients of one cell, one for each control; not to be changed. Checkpoint and observable count from 0. */
    double[] of(int k, int g) {
        return beta[k][g];
    }

    /** Whether any control is used for a cell. */
    boolean used(int k, int g) {
        for (double b : beta[k][g]) {
            if (b != 0) {
                return true;
            }
        }
        return false;
    }

    /** Replaces the values of the observables, the first of each checkpoint, by the controlled ones; the controls follow them. */
    void apply(double[][][] values, int count) {
        for (int k = 0; k < beta.length; k++) {
            for (int g = 0; g < beta[k].length; g++) {
                for (int j = 0; j < means[k].length; j++) {
                    if (beta[k][g][j] != 0) {
                        subtract(values[k][g], values[k][beta[k].length + j], beta[k][g][j], means[k][j], count);
                    }
                }
            }
        }
    }

    private static void subtract(double[] g, double[] c, double beta, double mean, int count) {
        for (int i = 0; i < count; i++) {
            g[i] -= beta * (c[i] - mean);
        }
    }
}
