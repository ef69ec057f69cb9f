package org.itocheck.dynamics.optimizer;

import org.itocheck.dynamics.Checks;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Stepper;
import org.itocheck.objective.Objective;

/**
 * SVAG(l): {@code x <- (1 - (eta/l) lambda) x - (eta/l) [a g1(x) + b g2(x)]} with two independent fresh mini-batches and
 * {@code a, b = (1 +- sqrt(2l-1)) / 2}, so that a + b = 1 and a^2 + b^2 = l. SVAG(1) is SGD.
 *
 * @param objective the loss
 * @param level l, at least 1
 * @param learningRate eta
 * @param weightDecay lambda; because a + b = 1 it is not amplified
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), section 4</a>
 */
public record Svag(Objective objective, int level, double learningRate, double weightDecay) implements Dynamics {
    /** Checks every argument. */
    public Svag {
        Checks.level(level);
        Checks.learningRate(learningRate);
        Checks.weightDecay(weightDecay, learningRate);
    }

    /** SVAG without weight decay, at every level. */
    public static Family family(double learningRate) {
        return family(learningRate, 0);
    }

    /** SVAG with weight decay, at every level. */
    public static Family family(double learningRate, double weightDecay) {
        return new Levels("SVAG", learningRate, weightDecay, Svag::new);
    }

    /** SVAG with the learning rate and the weight decay of a problem. */
    public static Family family(Problem problem) {
        return family(problem.learningRate(), problem.weightDecay());
    }

    /** The coefficient a of the first mini-batch at a level. */
    public static double first(int level) {
        return (1 + Math.sqrt(2.0 * level - 1)) / 2;
    }

    /** The coefficient b of the second mini-batch at a level. */
    public static double second(int level) {
        return (1 - Math.sqrt(2.0 * level - 1)) / 2;
    }

    @Override
    public String name() {
        return "SVAG(" + level + ")";
    }

    @Override
    public double stepDuration() {
        return learningRate / level;
    }

    @Override
    public Stepper stepper(int lanes) {
        double step = stepDuration();
        return level == 1
                ? GradientStep.of(objective, lanes, step, weightDecay)
                : TwoGradientStep.of(objective, lanes, step, first(level), second(level), weightDecay);
    }
}
