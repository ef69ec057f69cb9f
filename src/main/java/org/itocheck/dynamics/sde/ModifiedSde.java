package org.itocheck.dynamics.sde;

import org.itocheck.dynamics.Checks;
import org.itocheck.dynamics.Family;
import org.itocheck.objective.Objective;

/**
 * An SDE driven by a gradient,
 * {@code dX = -speed (grad L'(X) + correction Hess L'(X) grad L'(X)) dt + (noise S(X))^(1/2) dW} with L' = L + lambda |x|^2 / 2. The Ito
 * SDE is speed 1, correction 0 and noise eta; the second-order SDE has correction eta / 2; gradient flow has no noise. It serves to hold one
 * reading of a formula against another.
 *
 * @param name as it stands in a sentence about a family
 * @param objective the loss; with a correction it must give {@code hessianProduct}
 * @param learningRate eta: one SGD step in units of time
 * @param weightDecay lambda
 * @param speed the factor of the drift, finite
 * @param correction the factor of Hess L' grad L', finite, in units of time
 * @param noise the factor of S in the diffusion matrix, at least 0
 */
public record ModifiedSde(
        String name,
        Objective objective,
        double learningRate,
        double weightDecay,
        double speed,
        double correction,
        double noise)
        implements Limit {
    /** Checks every argument. */
    public ModifiedSde {
        Checks.learningRate(learningRate);
        Checks.weightDecay(weightDecay, learningRate);
        finite("speed", speed);
        finite("correction", correction);
        if (!(noise >= 0) || Double.isInfinite(noise)) {
            throw new IllegalArgumentException("noise is " + noise
                    + ", expected a finite number of at least 0; the Ito SDE has noise = learningRate");
        }
    }

    /** {@link ModifiedEulerMaruyama}. */
    @Override
    public Family scheme() {
        return ModifiedEulerMaruyama.family(this);
    }

    private static void finite(String argument, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    argument + " is " + value + ", expected a finite number; the Ito SDE has speed 1 and correction 0");
        }
    }
}
