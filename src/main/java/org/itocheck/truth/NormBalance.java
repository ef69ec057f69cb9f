package org.itocheck.truth;

/**
 * What keeps |x|^2 in balance on a scale-invariant loss with weight decay: {@code norm R = gradient G + noise N}. The decay takes away what
 * the gradients, orthogonal to x, add. One convention for N (see {@link EquilibriumMoments}), with r = eta/l:
 * <pre>
 *   SGD(r)                (2 - r lambda) lambda R   = r (G + N)             (14)
 *   SVAG(l)               (2 - r lambda) lambda R   = r G + eta N           between (14) and (15)
 *   Ito SDE               2 lambda R                = eta N                 (15), where the paper's Nbar is eta N
 *   second-order SDE      (2 + eta lambda) lambda R = eta (G + N)           (31), where the paper's Nbar' is eta N
 * </pre>
 * They ask that every L_gamma be scale invariant, that lambda be above 0 and r lambda below 2, and that second moments be stationary.
 *
 * @param norm factor of R, above 0
 * @param gradient factor of G, at least 0
 * @param noise factor of N, at least 0
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), (14), (15), (31); THEORY 1.1</a>
 */
public record NormBalance(double norm, double gradient, double noise) {
    /** Checks the ranges. */
    public NormBalance {
        if (!(norm > 0) || !(gradient >= 0) || !(noise >= 0)) {
            throw new IllegalArgumentException(
                    "factors are " + norm + ", " + gradient + ", " + noise
                            + ", expected the first above 0 and the others at least 0; check the learning rate and the weight decay");
        }
    }

    /**
     * SVAG(l), and Euler-Maruyama of the SDE with step eta/l; SGD at l = 1.
     *
     * @param learningRate eta
     * @param weightDecay lambda
     * @param level l
     */
    public static NormBalance svag(double learningRate, double weightDecay, int level) {
        double step = learningRate / level;
        return new NormBalance((2 - step * weightDecay) * weightDecay, step, learningRate);
    }

    /** SGD with step eta/l, whose noise is not amplified. */
    public static NormBalance sgd(double learningRate, double weightDecay, int level) {
        double step = learningRate / level;
        return new NormBalance((2 - step * weightDecay) * weightDecay, step, step);
    }

    /** The Ito SDE. */
    public static NormBalance sde(double learningRate, double weightDecay) {
        return new NormBalance(2 * weightDecay, 0, learningRate);
    }

    /** The second-order SDE. */
    public static NormBalance secondOrderSde(double learningRate, double weightDecay) {
        return new NormBalance((2 + learningRate * weightDecay) * weightDecay, learningRate, learningRate);
    }

    /** The R that this balance gives to G and N. */
    public double squaredNorm(double squaredGradient, double noiseTrace) {
        return (gradient * squaredGradient + noise * noiseTrace) / norm;
    }

    /** How far the moments are from balance, as a share of their R: (R - R predicted) / R. */
    public double residual(EquilibriumMoments moments) {
        double predicted = squaredNorm(moments.squaredGradient(), moments.noiseTrace());
        return 1 - predicted / moments.squaredNorm();
    }
}
