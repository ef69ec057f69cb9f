package org.itocheck.claim.equilibrium;

/**
 * How narrow the ranges of R, G and N should be: half widths as shares of the values.
 *
 * @param norm of R
 * @param gradient of G
 * @param noise of N
 */
record Precision(double norm, double gradient, double noise) {
    /**
     * Enough to see whether a balance holds to a tolerance: R moves the residual by its own share, G and N together by theirs. G has the
     * largest spread and costs the most chains, while it is the smaller part wherever the noise dominates.
     */
    static Precision ofBalance(double tolerance) {
        return new Precision(tolerance / 8, tolerance / 2, tolerance / 8);
    }

    double of(int quantity) {
        return quantity == 0 ? norm : quantity == 1 ? gradient : noise;
    }
}
