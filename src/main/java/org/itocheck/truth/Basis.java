package org.itocheck.truth;

/** Polynomials, ordinary or trigonometric, known by their values at nodes. */
interface Basis {
    int size();

    double node(int i);

    /** The weights of the nodes in the value at x. Overwrites the row, of shape [size]. */
    void interpolate(double x, double[] row);

    /** Row i: the weights of the nodes in the derivative at node i. */
    double[][] derivative();
}
