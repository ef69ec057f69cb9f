package org.itocheck.claim.equilibrium;

import java.util.Optional;
import org.itocheck.claim.Laboratory;
import org.itocheck.dynamics.Checks;
import org.itocheck.truth.EquilibriumMoments;

/**
 * An equilibrium known without simulation: from a closed form, from a table, or measured elsewhere.
 *
 * @param name as it stands in a sentence
 * @param moments R, G and N, with N = E tr S for ONE mini-batch, never eta N
 * @param learningRate eta
 * @param weightDecay lambda
 * @param level l; 1 for SGD
 */
public record KnownEquilibrium(
        String name, EquilibriumMoments moments, double learningRate, double weightDecay, int level)
        implements StationaryProcess {
    /** Checks every argument. */
    public KnownEquilibrium {
        Checks.learningRate(learningRate);
        Checks.weightDecay(weightDecay, learningRate);
        Checks.level(level);
    }

    @Override
    public Optional<EquilibriumMoments> expected() {
        return Optional.empty();
    }

    @Override
    public EquilibriumEstimate estimate(Laboratory laboratory, double alpha, Precision precision, String purpose) {
        return EquilibriumEstimate.exactly(moments, weightDecay);
    }
}
