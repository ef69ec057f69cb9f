package org.itocheck.truth;

/** E g. */
public record Expectation(double mean, double variance) {
    /** Known variance. */
    public boolean hasVariance() {
        return !Double.isNaN(variance);
    }
}
