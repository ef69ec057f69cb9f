package org.itocheck.truth;

import java.util.Optional;
import org.itocheck.observable.Observable;
import org.itocheck.observable.Polynomial;

/**
 * The law of a one-dimensional state on a grid: E g is the weighted sum of g over the nodes, to many digits for smooth g. The weights carry
 * the interpolation and may be negative.
 *
 * @param model what says for which g the grid is fine enough
 * @param states the states at the nodes
 * @param weights their weights, which add up to 1
 * @param edgeMass the most weight that was ever near the edge
 */
record GridLaw(ScalarModel model, double[] states, double[] weights, double edgeMass) implements StateLaw {
    private static final double MAX_AT_EDGE = 1e-14;

    static GridLaw of(ScalarModel model, Grid grid, double[] weights, double edgeMass) {
        double[] states = grid.nodes();
        for (int i = 0; i < states.length; i++) {
            states[i] = model.state(states[i]);
        }
        return new GridLaw(model, states, weights, edgeMass);
    }

    /** Empty for functions that need not be smooth, and where the state has come near the edge of the grid. */
    @Override
    public Optional<Expectation> of(Observable g) {
        return model.resolves(g) && edgeMass < MAX_AT_EDGE ? Optional.of(expectation(g)) : Optional.empty();
    }

    private Expectation expectation(Observable g) {
        if (g instanceof Polynomial polynomial) {
            polynomial.terms(1);
        }
        double[] values = new double[states.length];
        g.measure(values.length).evaluate(new double[][] {states}, values);
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
}
