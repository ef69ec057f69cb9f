package org.itocheck.objective;

import java.util.Optional;
import org.itocheck.random.RandomStream;

/**
 * The easy door for a loss of your own: one point at a time. Only {@link #name()}, {@link #dimension()} and {@link #sampleGradient} must be
 * given; the rest makes more claims possible, and a claim that lacks one of them says so by name.
 */
public interface StochasticObjective extends Objective {
    /**
     * One mini-batch gradient.
     *
     * @param x point of shape [d], not to be changed or kept
     * @param random the only source of randomness
     * @param gradient result of shape [d], overwritten
     */
    void sampleGradient(double[] x, RandomStream random, double[] gradient);

    /** The loss L(x). */
    default double value(double[] x) {
        throw new MissingCapabilityException("value");
    }

    /** The full gradient grad L(x), shape [d]. */
    default void gradient(double[] x, double[] gradient) {
        throw new MissingCapabilityException("gradient");
    }

    /**
     * The Hessian of L at x times v.
     *
     * @param x point of shape [d], not to be changed or kept
     * @param v direction of shape [d], not to be changed or kept
     * @param out result of shape [d], overwritten
     */
    default void hessianProduct(double[] x, double[] v, double[] out) {
        throw new MissingCapabilityException("hessianProduct");
    }

    /** The covariance S(x) of one mini-batch gradient, shape [d][d]. */
    default double[][] covariance(double[] x) {
        throw new MissingCapabilityException("covariance");
    }

    @Override
    default Optional<GradientMoments> gradientMoments(double[] x) {
        return Optional.empty();
    }

    /** The trace of {@link #covariance}. */
    @Override
    default double noiseTrace(double[] x) {
        double[][] covariance = covariance(x);
        double trace = 0;
        for (int i = 0; i < covariance.length; i++) {
            trace += covariance[i][i];
        }
        return trace;
    }

    @Override
    default Evaluator evaluator(int lanes) {
        return new PointwiseEvaluator(this, lanes);
    }
}
