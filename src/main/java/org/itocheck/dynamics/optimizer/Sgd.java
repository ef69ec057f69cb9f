package org.itocheck.dynamics.optimizer;

import org.itocheck.dynamics.Checks;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Stepper;
import org.itocheck.objective.Objective;

/**
 * SGD: {@code x <- (1 - h lambda) x - h g(x)} with h = eta / l. Only level 1 has the SDE of learning rate eta as its description: at level
 * l > 1 the noise is too small by the factor l, which is what SVAG repairs.
 *
 * @param objective the loss
 * @param level l, at least 1
 * @param learningRate eta
 * @param weightDecay lambda
 */
public record Sgd(Objective objective, int level, double learningRate, double weightDecay) implements Dynamics {
    /** Checks every argument. */
    public Sgd {
        Checks.level(level);
        Checks.learningRate(learningRate);
        Checks.weightDecay(weightDecay, learningRate);
    }

    /** SGD without weight decay. */
    public static Family family(double learningRate) {
        return family(learningRate, 0);
    }

    /** SGD with weight decay. */
    public static Family family(double learningRate, double weightDecay) {
        return new Levels("SGD", learningRate, weightDecay, Sgd::new);
    }

    /** SGD with the learning rate and the weight decay of a problem. */
    public static Family family(Problem problem) {
        return family(problem.learningRate(), problem.weightDecay());
    }

    @Override
    public String name() {
        return level == 1 ? "SGD" : "SGD(eta/" + level + ")";
    }

    @Override
    public double stepDuration() {
        return learningRate / level;
    }

    @Override
    public Stepper stepper(int lanes) {
        return GradientStep.of(objective, lanes, stepDuration(), weightDecay);
    }
}
