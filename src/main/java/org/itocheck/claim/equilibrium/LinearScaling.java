package org.itocheck.claim.equilibrium;

import org.itocheck.truth.EquilibriumMoments;

/**
 * The arithmetic of section 6: how close two equilibria are, and what follows from it. C is a closeness of at least 1, k the factor by which
 * batch size and learning rate grow together; N/G belongs to SGD unless said otherwise.
 *
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), Definitions 6.1 and 6.4, Theorems 6.2, 6.5, 6.6, D.3</a>
 */
public final class LinearScaling {
    private LinearScaling() {}

    /** The least C for which two equilibria are C-close: {@code 1/C <= R/Rbar, G/Gbar, N/Nbar <= C}, (11) with one convention for N. */
    public static double closeness(EquilibriumMoments a, EquilibriumMoments b) {
        return closeness(a, b, 1);
    }

    /**
     * The least C of (C, k)-LSI between batch size B and batch size kB at k times the learning rate: N/(k N') takes the place of N/N', (17).
     *
     * @param base R, G, N at batch size B
     * @param scaled R, G, N at batch size kB
     */
    public static double closeness(EquilibriumMoments base, EquilibriumMoments scaled, double k) {
        return Math.max(
                awayFromOne(base.squaredNorm() / scaled.squaredNorm()),
                Math.max(
                        awayFromOne(base.squaredGradient() / scaled.squaredGradient()),
                        awayFromOne(base.noiseTrace() / (k * scaled.noiseTrace()))));
    }

    /** Theorem 6.5 as printed: (C, k)-LSI needs N/G at batch size kB to be at least 1/C^2 - 1/k. */
    public static double leastNoiseToGradient(double c, double k) {
        return 1 / (c * c) - 1 / k;
    }

    /** What the proof of Theorem 6.5 gives, never less for C from 1 to sqrt k: (k - C^2) / (k (C^2 - 1)); infinite at C = 1. */
    public static double sharpLeastNoiseToGradient(double c, double k) {
        return (k - c * c) / (k * (c * c - 1));
    }

    /** Theorem 6.6 as printed: (C, k)-LSI needs k to be at most C^2 (1 + N/G), N/G at batch size B. */
    public static double largestFactor(double c, double noiseToGradient) {
        return c * c * (1 + noiseToGradient);
    }

    /** What the proof of Theorem 6.6 gives: C^2 + (C^2 - 1) N/G (THEORY X33). */
    public static double sharpLargestFactor(double c, double noiseToGradient) {
        return c == 1 ? 1 : c * c + (c * c - 1) * noiseToGradient; // at C = 1 even for an N/G that nothing bounds
    }

    /** The approximation that appendix E.2 predicts critical batch sizes with: C^2 N/G. */
    public static double approximateFactor(double c, double noiseToGradient) {
        return c * c * noiseToGradient;
    }

    /** Theorem 6.2: C-closeness of SGD and its SDE needs Gbar/Nbar of the SDE to be at most C^2 - 1 (THEORY X27, X28). */
    public static double largestGradientToNoise(double c) {
        return c * c - 1;
    }

    /** What the proof of Theorem 6.2 gives for G of SGD over Nbar of the SDE: C - 1/C. */
    public static double sharpLargestGradientToNoise(double c) {
        return c - 1 / c;
    }

    /** Theorem D.3: C-closeness of the two SDEs needs Gbar/Nbar of the first-order SDE to be at most C^2 (1 + eta lambda/2) - 1. */
    public static double largestGradientToNoise(double c, double learningRate, double weightDecay) {
        return c * c * (1 + learningRate * weightDecay / 2) - 1;
    }

    /** The same for G' of the second-order SDE over Nbar of the first-order one: C (1 + eta lambda/2) - 1/C; not in the paper. */
    public static double sharpLargestGradientToNoise(double c, double learningRate, double weightDecay) {
        return c * (1 + learningRate * weightDecay / 2) - 1 / c;
    }

    private static double awayFromOne(double ratio) {
        return Math.max(ratio, 1 / ratio);
    }
}
