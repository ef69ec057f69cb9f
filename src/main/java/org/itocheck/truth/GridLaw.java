package org.itocheck.truth;

import java.util.Optional;
import org.itocheck.observable.Cosine;
import org.itocheck.observable.GaussianBump;
import org.itocheck.observable.Loss;
import org.itocheck.observable.Observable;
import org.itocheck.observable.Polynomial;

/**
 * The law of a one-dimensional state on a grid: E g is the weighted sum of g over the nodes, to many digits for smooth g. The weights carry
 * the interpolation and may be negative.
 *
 * @param grid the nodes
 * @param weights their weights, which add up to 1
 * @param edgeMass the most weight that was ever near the edge
 */
record GridLaw(Grid grid, double[] weights, double edgeMass) implements StateLaw {
    private static final double MAX_AT_EDGE = 1e-14;

    /** Empty for functions that need not be smooth, and where the state has come near the edge of the grid. */
    @Override
    public Optional<Expectation> of(Observable g) {
        boolean smooth = g instanceof Polynomial
                || (g instanceof Cosine cosine && inside(cosine.coordinate()))
                || (g instanceof GaussianBump bump && inside(bump.coordinate()))
                || g instanceof Loss;
        return smooth && edgeMass < MAX_AT_EDGE ? Optional.of(expectation(g)) : Optional.empty();
    }

    private Expectation expectation(Observable g) {
        if (g instanceof Polynomial polynomial) {
            polynomial.terms(1);
        }
        double[] values = new double[grid.size()];
        g.measure(values.length).evaluate(new double[][] {grid.nodes()}, values);
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            mean += weights[i] * values[i];
        }
        double variance = 0;
        for (int i = 0; i < values.length; i++) {
            variance += weights[i] * (values[i] - mean) * (values[i] - mean);
        }
        return new Expectation(mean, variance);
    }

    private static boolean inside(int coordinate) {
        if (coordinate > 0) {
            throw new IllegalArgumentException("the observable uses x[" + coordinate + "], the state has dimension 1");
        }
        return true;
    }
}
