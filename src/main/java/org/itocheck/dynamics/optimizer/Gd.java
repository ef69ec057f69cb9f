package org.itocheck.dynamics.optimizer;

import org.itocheck.dynamics.Checks;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Stepper;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.Objective;

/**
 * Gradient descent: {@code x <- (1 - h lambda) x - h grad L(x)} with h = eta / l.
 *
 * @param objective the loss; it must know its full gradient
 * @param level l, at least 1
 * @param learningRate eta
 * @param weightDecay lambda
 */
public record Gd(Objective objective, int level, double learningRate, double weightDecay) implements Dynamics {
    /** Checks every argument. */
    public Gd {
        Checks.level(level);
        Checks.learningRate(learningRate);
        Checks.weightDecay(weightDecay, learningRate);
    }

    /** Gradient descent without weight decay. */
    public static Family family(double learningRate) {
        return family(learningRate, 0);
    }

    /** Gradient descent with weight decay. */
    public static Family family(double learningRate, double weightDecay) {
        return new Levels("GD", learningRate, weightDecay, Gd::new);
    }

    /** Gradient descent with the learning rate and the weight decay of a problem. */
    public static Family family(Problem problem) {
        return family(problem.learningRate(), problem.weightDecay());
    }

    @Override
    public String name() {
        return level == 1 ? "GD" : "GD(eta/" + level + ")";
    }

    @Override
    public double stepDuration() {
        return learningRate / level;
    }

    @Override
    public Stepper stepper(int lanes) {
        Evaluator evaluator = objective.evaluator(lanes);
        double[][] gradient = new double[objective.dimension()][lanes];
        double decay = 1 - stepDuration() * weightDecay;
        return (x, noise) -> {
            evaluator.gradient(x, gradient);
            for (int i = 0; i < x.length; i++) {
                GradientStep.update(x[i], gradient[i], decay, stepDuration(), lanes);
            }
        };
    }
}
