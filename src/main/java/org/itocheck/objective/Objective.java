package org.itocheck.objective;

import java.util.Optional;

/**
 * A loss L(x) = E L_gamma(x) known through stochastic gradients g_gamma = grad L_gamma; one draw of gamma is one mini-batch.
 * <p>This is the fast door: everything happens on blocks of lanes. A loss of your own that thinks of one point at a time implements
 * {@link StochasticObjective} instead. Implementations are immutable; scratch memory lives in their {@link Evaluator}s.
 */
public interface Objective {
    /** A short name for messages, for example {@code A1/skew2pt}. */
    String name();

    /** The loss in one line of ASCII mathematics, with its parameters; the name where there is no such line. */
    default String formula() {
        return name();
    }

    /** The number d of parameters, at least 1. */
    int dimension();

    /**
     * Working memory for one thread.
     *
     * @param lanes the length of the rows it will be given, at least 1
     */
    Evaluator evaluator(int lanes);

    /**
     * Steps along mini-batch gradients on contiguous points, where that is faster than {@link #evaluator} on rows; the results are the same.
     *
     * @param lanes the number of points, at least 1
     * @param step what a step does
     * @return empty for most losses
     */
    default Optional<Descent> descent(int lanes, Descent.Step step) {
        return Optional.empty();
    }

    /**
     * The exact moments of one stochastic gradient at {@code x}, where they are known.
     *
     * @param x point of shape [d]
     */
    default Optional<GradientMoments> gradientMoments(double[] x) {
        return Optional.empty();
    }

    /**
     * tr S(x), the total variance of one stochastic gradient; by default from {@link #gradientMoments}.
     *
     * @param x point of shape [d], not changed
     * @throws MissingCapabilityException if the moments are not known
     */
    default double noiseTrace(double[] x) {
        double[][] covariance = gradientMoments(x)
                .orElseThrow(() -> new MissingCapabilityException("gradientMoments"))
                .covariance();
        double trace = 0;
        for (int i = 0; i < covariance.length; i++) {
            trace += covariance[i][i];
        }
        return trace;
    }

    /** What the loss declares of its smoothness and its moments; nothing, unless it says otherwise. */
    default Regularity regularity() {
        return Regularity.UNDECLARED;
    }
}
