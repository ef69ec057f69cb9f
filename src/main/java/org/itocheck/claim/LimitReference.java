package org.itocheck.claim;

import java.util.Optional;
import org.itocheck.dynamics.coupled.CoupledLevels;
import org.itocheck.dynamics.sde.Limit;

/**
 * E g(X_T) of the limit: exact where the theory knows it for every observable, else extrapolated from its scheme, with a standard error
 * that enters every verdict (THEORY 5.6).
 */
interface LimitReference {
    /** The exact reference, if every observable of the setting has an exact mean at every checkpoint. */
    static Optional<LimitReference> exact(Limit limit, Setting setting) {
        return ExactReference.of(limit, setting);
    }

    /**
     * An estimated reference, as precise as {@link #estimatedFactor} says: from coupled levels where the noise of the scheme is Gaussian and
     * that is cheaper, else from independent ones.
     */
    static LimitReference estimated(
            Limit limit, Setting setting, Laboratory laboratory, String look, long paths, Bill bill) {
        Optional<LimitReference> coupled = couples(limit)
                ? CoupledReference.simulate(limit, setting, laboratory, look, paths, bill)
                : Optional.empty();
        return coupled.orElseGet(() -> LadderReference.simulate(limit, setting, laboratory, look, paths, bill));
    }

    /** The standard error of an estimated reference, in standard errors of one level of as many trajectories. */
    static double estimatedFactor() {
        return Math.max(CoupledReference.FACTOR, LadderReference.factor());
    }

    private static boolean couples(Limit limit) {
        return CoupledLevels.couples(limit.scheme().at(1, limit.objective()));
    }

    /** Whether the theory knows the means. */
    default boolean isExact() {
        return false;
    }

    double mean(int checkpoint, int observable);

    /** 0 for an exact reference. */
    double standardError(int checkpoint, int observable);

    /** How far the mean may be from the truth beside its standard error, because the extrapolation is no more than a model. */
    default double modelError(int checkpoint, int observable) {
        return 0;
    }

    /** The p-value of the model from which the mean is extrapolated; 1 where no test says anything. */
    default double pValue(int checkpoint, int observable) {
        return 1;
    }

    /** How many paths a level the skewness of an estimated reference asks for; 1 for an exact one. */
    long neededForSkewness(int checkpoint, int observable, double alpha);

    /** Var g(X_T), NaN where unknown. */
    double variance(int checkpoint, int observable);

    /** Where the means come from, in words. */
    String source();
}
