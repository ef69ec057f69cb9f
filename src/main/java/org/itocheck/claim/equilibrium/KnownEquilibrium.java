package org.itocheck.claim.equilibrium;

import java.util.Optional;
import org.itocheck.claim.Laboratory;
import org.itocheck.dynamics.Checks;
import org.itocheck.dynamics.sde.Limit;
import org.itocheck.truth.Equilibria;
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

    /**
     * The equilibrium of a limit that the library knows without simulation.
     *
     * @throws IllegalArgumentException if it does not
     */
    public static KnownEquilibrium of(Limit limit) {
        EquilibriumMoments moments = Equilibria.of(limit)
                .orElseThrow(() -> new IllegalArgumentException("the equilibrium of " + limit.name() + " on "
                        + limit.objective().name() + " is not known; measure it:"
                        + " EquilibriumChains.of(limit.scheme(), problem, 16)"));
        String name = limit.name() + " on " + limit.objective().name();
        return new KnownEquilibrium(name, moments, limit.learningRate(), limit.weightDecay(), 1);
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
