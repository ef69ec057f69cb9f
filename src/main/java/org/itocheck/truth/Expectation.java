package org.itocheck.truth;

/**
 * E g and Var g of one trajectory at one time.
 *
 * @param mean E g
 * @param variance Var g; NaN where it is not known
 */
public record Expectation(double mean, double variance) {
    /** Whether Var g is known. */
    public boolean hasVariance() {
        return !Double.isNaN(variance);
    }

    /** From E g and E g^2; rounding below zero counts as 0. */
    static Expectation ofSquare(double mean, double meanSquare) {
        return new Expectation(mean, Math.max(0, meanSquare - mean * mean));
    }
}
