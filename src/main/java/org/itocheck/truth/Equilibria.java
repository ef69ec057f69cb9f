package org.itocheck.truth;

import java.util.Optional;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.sde.Limit;

/**
 * R, G and N of processes in equilibrium, known without simulation: on the sphere in any dimension (problem E1), and on every normalised sum
 * in the plane with at most 64 mini-batches (E2, E3, E5), for SGD, SVAG, NGD and Euler-Maruyama with weight decay, the Ito SDE and the
 * second-order SDE. Closed forms where there are any, else collocation (THEORY 3.E), to about 1e-7 up to a learning rate of 1 and weight decay
 * of 0.05, and less at larger ones; {@link NormBalance#residual} says how far the numbers are from an identity that they must obey.
 */
public final class Equilibria {
    private Equilibria() {}

    /**
     * The equilibrium of a built-in dynamics on its own loss.
     *
     * @return empty where nothing is known, and without weight decay or noise, where there is no equilibrium
     */
    public static Optional<EquilibriumMoments> of(Dynamics dynamics) {
        return OneStep.of(dynamics)
                .filter(step -> NormLaws.confined(1 - step.decay(), step.spread()))
                .flatMap(step -> NormModel.of(dynamics.objective())
                        .filter(model -> model.knows(step))
                        .map(model -> NormLaws.equilibrium(model, step).moments()));
    }

    /**
     * The equilibrium of a limit on its own loss.
     *
     * @return empty where nothing is known, and without weight decay or noise, where there is no equilibrium
     */
    public static Optional<EquilibriumMoments> of(Limit limit) {
        return Truths.diffusion(limit)
                .filter(sde -> NormLaws.confined(sde.speed() * sde.weightDecay(), sde.noise()))
                .map(sde -> new NormSde(sde.speed(), sde.speed() * sde.correction(), sde.noise(), sde.weightDecay()))
                .flatMap(sde -> NormModel.of(limit.objective())
                        .map(model -> ConstantNorm.of(model, sde)
                                .orElseGet(
                                        () -> NormLaws.equilibrium(model, sde).moments())));
    }
}
