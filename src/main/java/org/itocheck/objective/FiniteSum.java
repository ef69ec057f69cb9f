package org.itocheck.objective;

import java.util.Optional;

/**
 * L(x) = (1/n) sum_i L_i(x). One stochastic gradient is the mean of the gradients of a mini-batch of B indices drawn uniformly WITH
 * replacement, so that S = S_1 / B and Lambda = Lambda_1 / B^2, where S_1 divides by n, not by n - 1 (THEORY 1.1).
 */
public interface FiniteSum extends Objective {
    /** n, at least 1. */
    int samples();

    /** B, at least 1. */
    int batchSize();

    /**
     * The same sum with another batch size; sums of a special form override it to keep theirs.
     *
     * @param newBatchSize B, at least 1
     */
    default FiniteSum withBatchSize(int newBatchSize) {
        return new Rebatched(this, newBatchSize);
    }

    /** L_i(x). */
    double sampleValue(int i, double[] x);

    /**
     * grad L_i(x).
     *
     * @param i 0 to {@code samples() - 1}
     * @param x point of shape [d], not changed
     * @param gradient result of shape [d], overwritten
     */
    void sampleGradient(int i, double[] x, double[] gradient);

    /**
     * One sample at a time through {@link #sampleGradient(int, double[], double[])}; sums of a special form override it with something
     * faster.
     */
    @Override
    default Evaluator evaluator(int lanes) {
        return new FiniteSumEvaluator(this, lanes);
    }

    /** All moments, since a mini-batch gradient has finitely many values; nothing of smoothness. */
    @Override
    default Regularity regularity() {
        return Regularity.UNDECLARED.withMoments(Double.POSITIVE_INFINITY);
    }

    /**
     * The exact moments, from all samples.
     *
     * @param x point of shape [d]
     * @return empty if d is above 128, where the d^3 third moments are too many to be of use
     * @throws IllegalArgumentException if {@code x.length} is not d
     */
    @Override
    default Optional<GradientMoments> gradientMoments(double[] x) {
        FiniteSumChecks.point(this, x);
        return dimension() > 128 ? Optional.empty() : Optional.of(FiniteSumMoments.at(this, x));
    }

    /** tr S(x) from all samples, in any dimension: the mean of |grad L_i - grad L|^2 over B. */
    @Override
    default double noiseTrace(double[] x) {
        FiniteSumChecks.point(this, x);
        return FiniteSumMoments.trace(this, x);
    }
}
