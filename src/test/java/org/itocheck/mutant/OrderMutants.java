package org.itocheck.mutant;

import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.optimizer.Svag;

/** A process with the right limit that gets there too slowly. */
final class OrderMutants {
    private static final double ETA = NoiseMutants.SKEWED.learningRate();

    private OrderMutants() {}

    /**
     * SVAG with the learning rate (eta/l) (1 + 0.5/sqrt(l)): a warm-up that fades with the level. Its drift is off by 0.5/sqrt(l), so its weak
     * error is of order 1/2, and its limit is the SDE.
     */
    static Family fadingWarmUp() {
        return new StepFamily(
                "order 1/2",
                ETA,
                (objective, l, lanes) -> new TwoBatchStep(
                        objective, lanes, ETA / l * (1 + 0.5 / Math.sqrt(l)), Svag.first(l), Svag.second(l), 1));
    }
}
