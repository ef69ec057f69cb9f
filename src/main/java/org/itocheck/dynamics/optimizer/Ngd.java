package org.itocheck.dynamics.optimizer;

import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Stepper;
import org.itocheck.dynamics.sde.EulerMaruyama;
import org.itocheck.objective.Objective;

/**
 * Noisy gradient descent: SGD with its noise replaced by Gaussian noise of the same covariance,
 * {@code x <- (1 - h lambda) x - h grad L(x) + h S(x)^(1/2) z} with h = eta / l (the factor h that equation (5) of the paper lacks:
 * THEORY X18).
 *
 * @param objective the loss; it must know its gradient and its covariance
 * @param level l, at least 1
 * @param learningRate eta
 * @param weightDecay lambda
 */
public record Ngd(Objective objective, int level, double learningRate, double weightDecay) implements Dynamics {
    /** NGD without weight decay. */
    public static Family family(double learningRate) {
        return family(learningRate, 0);
    }

    /** NGD with weight decay. */
    public static Family family(double learningRate, double weightDecay) {
        return new Levels("NGD", learningRate, weightDecay, Ngd::new);
    }

    /** NGD with the learning rate and the weight decay of a problem. */
    public static Family family(Problem problem) {
        return family(problem.learningRate(), problem.weightDecay());
    }

    @Override
    public String name() {
        return level == 1 ? "NGD" : "NGD(eta/" + level + ")";
    }

    @Override
    public double stepDuration() {
        return learningRate / level;
    }

    @Override
    public Stepper stepper(int lanes) {
        return new EulerMaruyama(objective, 1, learningRate / level, weightDecay).stepper(lanes);
    }
}
