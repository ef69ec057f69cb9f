package org.itocheck.dynamics.optimizer;

import org.itocheck.dynamics.Checks;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Family;
import org.itocheck.objective.Objective;

/** A built-in family: the same constructor at every level. */
record Levels(String name, double learningRate, double weightDecay, Constructor constructor) implements Family {
    Levels {
        Checks.learningRate(learningRate);
        Checks.weightDecay(weightDecay, learningRate);
    }

    @FunctionalInterface
    interface Constructor {
        Dynamics create(Objective objective, int level, double learningRate, double weightDecay);
    }

    @Override
    public Dynamics at(int level, Objective objective) {
        return constructor.create(objective, Checks.level(level), learningRate, weightDecay);
    }

    @Override
    public Family withLearningRate(double newLearningRate) {
        return new Levels(name, newLearningRate, weightDecay, constructor);
    }
}
