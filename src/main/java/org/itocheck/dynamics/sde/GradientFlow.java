package org.itocheck.dynamics.sde;

import org.itocheck.dynamics.Checks;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.objective.Objective;

/**
 * Gradient flow {@code dX = -(grad L(X) + lambda X) dt}, which gradient descent follows at a distance of order eta (THEORY 3.I).
 *
 * @param objective the loss
 * @param learningRate eta: the length of one step of gradient descent in units of time
 * @param weightDecay lambda
 */
public record GradientFlow(Objective objective, double learningRate, double weightDecay) implements Limit {
    /** Checks every argument. */
    public GradientFlow {
        Checks.learningRate(learningRate);
        Checks.weightDecay(weightDecay, learningRate);
    }

    /** The gradient flow of a problem's loss, learning rate and weight decay. */
    public static GradientFlow of(Problem problem) {
        return new GradientFlow(problem.objective(), problem.learningRate(), problem.weightDecay());
    }

    @Override
    public String name() {
        return "gradient flow";
    }

    /** The same as an SDE of the general form. */
    public ModifiedSde modified() {
        return new ModifiedSde(name(), objective, learningRate, weightDecay, 1, 0, 0);
    }

    /** Euler's scheme, which is gradient descent with step eta / l. */
    @Override
    public Family scheme() {
        return modified().scheme();
    }
}
