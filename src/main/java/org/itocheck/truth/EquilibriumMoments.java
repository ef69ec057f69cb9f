package org.itocheck.truth;

/**
 * The three numbers that describe a process in equilibrium, in the one convention for the noise (THEORY 1.1): S is the covariance of ONE
 * mini-batch gradient, for SGD and for the SDEs alike. Where the paper's section 6 writes Nbar for an SDE it means eta N.
 *
 * @param squaredNorm R = E|x|^2, above 0
 * @param squaredGradient G = E|grad L(x)|^2 of the full gradient, without weight decay, at least 0
 * @param noiseTrace N = E tr S(x), at least 0
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), Definition 6.1</a>
 */
public record EquilibriumMoments(double squaredNorm, double squaredGradient, double noiseTrace) {
    /** Checks the ranges. */
    public EquilibriumMoments {
        check("squaredNorm", squaredNorm, squaredNorm > 0, "above 0");
        check("squaredGradient", squaredGradient, squaredGradient >= 0, "of at least 0");
        check("noiseTrace", noiseTrace, noiseTrace >= 0, "of at least 0");
    }

    private static void check(String name, double value, boolean inRange, String range) {
        if (!inRange || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " is " + value + ", expected a finite number " + range);
        }
    }
}
