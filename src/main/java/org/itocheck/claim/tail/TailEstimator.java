package org.itocheck.claim.tail;

/**
 * An estimate of a tail index from K2 groups of K1 entries each, with Y_i the sum of group i and X_j the entries.
 *
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), Theorem F.2, after Mohammadi, Mohammadpour and Ogata (2015)</a>
 */
@FunctionalInterface
public interface TailEstimator {
    /**
     * Theorem F.2: {@code (mean log|Y_i| - mean log|X_j|) / log K1}, exactly unbiased for 1/alpha where the entries are independent and
     * symmetric stable, since a sum of K1 of them has the law of K1^(1/alpha) times one. For other laws it tends to 1/alpha only like 1 / log K1.
     */
    TailEstimator THEOREM_F2 =
            (meanLogOfSums, meanLog, groupSize) -> (meanLogOfSums - meanLog) / StrictMath.log(groupSize);

    /**
     * The estimate.
     *
     * @param meanLogOfSums the mean of log|Y_i|
     * @param meanLog the mean of log|X_j|
     * @param groupSize K1, at least 2
     */
    double estimate(double meanLogOfSums, double meanLog, int groupSize);

    /** What it estimates without bias, as a function of 1/alpha: 1/alpha itself unless said otherwise. The inverse alpha is no such thing (X39). */
    default double target(double inverseIndex) {
        return inverseIndex;
    }
}
