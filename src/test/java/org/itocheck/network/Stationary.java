package org.itocheck.network;

import java.util.List;
import org.itocheck.claim.equilibrium.BalanceLaw;
import org.itocheck.claim.equilibrium.BatchRun;
import org.itocheck.claim.equilibrium.Equilibrium;
import org.itocheck.claim.equilibrium.EquilibriumChains;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.network.architecture.Activation;
import org.itocheck.network.architecture.Mlp;
import org.itocheck.network.architecture.Normaliser;
import org.itocheck.random.Seed;

/**
 * Chains of a network of 1024 parameters on 256 digits, with B = 8 and eta lambda = 0.1. All 16 units of its hidden layer are normalised together:
 * with groups of 4 the variance of a group, of 3 degrees of freedom, is so often near 0 that |g|^2 has an infinite one.
 */
record Stationary(NetworkLoss loss, int burnIn, int looks) {
    static final int BATCH = 8;
    static final double RATE = 0.5;
    static final double DECAY = 0.2;

    private static final int IMAGES = 256;
    private static final int WIDTH = 16;

    static Stationary network() {
        return new Stationary(Networks.loss(mlp().scaleInvariant(), Networks.digits(IMAGES)), 30, 24);
    }

    /** Its last layer is trained. */
    static Stationary usualForm() {
        return new Stationary(Networks.loss(mlp(), Networks.digits(IMAGES)), 30, 24);
    }

    private static Mlp mlp() {
        return Mlp.of(Networks.digits(1).shape(), 10, WIDTH)
                .with(Normaliser.group(1))
                .with(Activation.TANH);
    }

    Stationary averagedOver(int newLooks) {
        return new Stationary(loss, burnIn, newLooks);
    }

    /** The learning rate in proportion to the batch size. */
    Problem problem(int batchSize) {
        double[] start = loss.network().layout().initial(new Seed(1));
        return Problem.of(loss.objective(batchSize), start, RATE * batchSize / BATCH, 1)
                .withWeightDecay(DECAY);
    }

    EquilibriumChains chains(Family family, int level) {
        return EquilibriumChains.of(family, problem(BATCH), level)
                .withBurnIn(burnIn)
                .averagedOver(looks);
    }

    BatchRun batch(int batchSize) {
        Problem problem = problem(batchSize);
        return new BatchRun(
                batchSize,
                EquilibriumChains.of(Sgd.family(problem), problem, 1)
                        .withBurnIn(burnIn)
                        .averagedOver(looks));
    }

    Equilibrium balance(EquilibriumChains chains, double tolerance) {
        return new Equilibrium(List.of(chains), BalanceLaw.SVAG, tolerance);
    }
}
