package org.itocheck.observable;

import java.util.Map;

/** An observable that is a polynomial of the state, so that moment recursions know its expectation. */
public interface Polynomial extends Observable {
    /**
     * The terms: exponent vectors, of length {@code dimension}, with their coefficients.
     *
     * @param dimension d, the number of coordinates of the state
     * @throws IllegalArgumentException if the polynomial needs more coordinates
     */
    Map<Exponents, Double> terms(int dimension);

    /** The largest sum of exponents. */
    int degree();

    @Override
    default double growth() {
        return degree();
    }
}
