package org.itocheck.objective;

/**
 * What a loss declares of itself that no number of samples can show: the hypotheses of Theorem 4.1 (THEORY X11, X12). Claims that need one
 * say so by name; what is declared and can be sampled is sampled all the same.
 *
 * @param smoothLoss whether L has continuous derivatives of all orders that grow like powers of |x| at most
 * @param smoothNoise whether S = sigma sigma' for a sigma that does, and that grows linearly at most; any factor will do, the symmetric root
 *     need not be smooth (X12)
 * @param moments how many moments g_gamma(x) has, at every x: E|g_gamma(x)|^p is finite for p below this number and infinite from it on;
 *     infinite for all moments, NaN if not declared
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), Theorem 4.1</a>
 */
public record Regularity(Declared smoothLoss, Declared smoothNoise, double moments) {
    /** What is said of a hypothesis. */
    public enum Declared {
        /** It holds. */
        YES,
        /** It does not hold. */
        NO,
        /** Nothing is said. */
        UNKNOWN
    }

    /** Nothing is said. */
    public static final Regularity UNDECLARED = new Regularity(Declared.UNKNOWN, Declared.UNKNOWN, Double.NaN);
    /** Everything Theorem 4.1 asks for. */
    public static final Regularity SMOOTH = new Regularity(Declared.YES, Declared.YES, Double.POSITIVE_INFINITY);

    /** Checks the number of moments. */
    public Regularity {
        if (moments <= 0) {
            throw new IllegalArgumentException("moments is " + moments
                    + ", expected a positive number, infinity for all moments, or NaN if unknown");
        }
    }

    /** The same with another number of moments. */
    public Regularity withMoments(double newMoments) {
        return new Regularity(smoothLoss, smoothNoise, newMoments);
    }

    /** Whether the number of moments is declared. */
    public boolean declaresMoments() {
        return !Double.isNaN(moments);
    }

    /** Whether it is declared that E|g_gamma(x)|^p is infinite. */
    public boolean lacksMoment(double p) {
        return moments <= p;
    }
}
