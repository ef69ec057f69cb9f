package org.itocheck.claim.equilibrium;

import org.itocheck.truth.EquilibriumMoments;

/**
 * What is known of R, G and N of one process.
 *
 * @param squaredNorm R
 * @param squaredGradient G
 * @param noiseTrace N
 * @param obstacle why nothing may be concluded from them, such as a hypothesis that does not hold; empty if nothing is in the way
 * @param remedy what to do about the obstacle; empty if there is none
 * @param chains how many chains were run, pilots and all; 0 if it was known
 * @param steps how many steps of the process all of them made
 * @param burnIn after how many SGD steps the chains were looked at
 */
record EquilibriumEstimate(
        Range squaredNorm,
        Range squaredGradient,
        Range noiseTrace,
        String obstacle,
        String remedy,
        long chains,
        long steps,
        int burnIn) {
    private static final Range ANYTHING = new Range(0, Double.POSITIVE_INFINITY);
    private static final String NO_DECAY = "without weight decay |x|^2 only grows and there is no equilibrium";

    static EquilibriumEstimate exactly(EquilibriumMoments moments, double weightDecay) {
        return weightDecay > 0
                ? new EquilibriumEstimate(
                        Range.exactly(moments.squaredNorm()),
                        Range.exactly(moments.squaredGradient()),
                        Range.exactly(moments.noiseTrace()),
                        "",
                        "",
                        0,
                        0,
                        0)
                : withoutDecay();
    }

    /** Nothing: there is no equilibrium. */
    static EquilibriumEstimate withoutDecay() {
        return nothing(NO_DECAY, "give the problem a weight decay: problem.withWeightDecay(5e-4)", 0, 0, 0);
    }

    /** Nothing, for a reason. */
    static EquilibriumEstimate nothing(String obstacle, String remedy, long chains, long steps, int burnIn) {
        return new EquilibriumEstimate(ANYTHING, ANYTHING, ANYTHING, obstacle, remedy, chains, steps, burnIn);
    }

    /** N/G. */
    Range noiseToGradient() {
        return noiseTrace.over(squaredGradient);
    }
}
