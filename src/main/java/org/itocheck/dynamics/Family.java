package org.itocheck.dynamics;

import java.util.function.IntFunction;
import org.itocheck.objective.Objective;

/** The dynamics for every level l = 1, 2, ...: SVAG(l), or Euler-Maruyama with step eta / l. Level l takes l steps where SGD takes one. */
public interface Family {
    /** The name without the level, for example {@code SVAG}. */
    String name();

    /** eta, the learning rate of SGD, which is level 1; the unit of time of the SDE is one learning rate per SGD step. */
    double learningRate();

    /**
     * The member of level l on a loss.
     *
     * @param level l, at least 1
     */
    Dynamics at(int level, Objective objective);

    /** How many steps level l takes from one checkpoint to the next (one SGD step): l, unless the family says otherwise. */
    default int stepsPerCheckpoint(int level) {
        return level;
    }

    /**
     * The same family at another learning rate, as the linear scaling rule needs it for another batch size.
     *
     * @param newLearningRate eta, positive
     * @throws UnsupportedOperationException if the family does not say how
     */
    default Family withLearningRate(double newLearningRate) {
        throw new UnsupportedOperationException("family " + name() + " has learningRate " + learningRate()
                + " and does not say how it is at " + newLearningRate + "; implement withLearningRate");
    }

    /**
     * A family of optimisers of your own, one trajectory at a time.
     *
     * @param name the name in messages and in the keys of the random streams
     * @param learningRate eta, positive; level l runs with {@code context.learningRate() = eta / l}
     * @param optimizers a fresh optimiser for a level; called once for each trajectory
     * @throws IllegalArgumentException if the learning rate is not a positive finite number
     */
    static Family of(String name, double learningRate, IntFunction<StochasticOptimizer> optimizers) {
        return new PointwiseFamily(name, learningRate, optimizers);
    }
}
