package org.itocheck.dynamics.sde;

import org.itocheck.dynamics.Checks;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.objective.Objective;

/**
 * The Ito SDE {@code dX = -(grad L(X) + lambda X) dt + (eta S(X))^(1/2) dW} that SVAG(l) approaches as l grows: the limit. S is the
 * covariance of ONE mini-batch gradient; one SGD step is eta units of time (THEORY 1.1, 1.2).
 *
 * @param objective the loss
 * @param learningRate eta
 * @param weightDecay lambda
 */
public record ItoSde(Objective objective, double learningRate, double weightDecay) implements Limit {
    /** Checks every argument. */
    public ItoSde {
        Checks.learningRate(learningRate);
        Checks.weightDecay(weightDecay, learningRate);
    }

    /** The SDE of a problem's loss, learning rate and weight decay. */
    public static ItoSde of(Problem problem) {
        return new ItoSde(problem.objective(), problem.learningRate(), problem.weightDecay());
    }

    @Override
    public String name() {
        return "its SDE";
    }

    /** The same as an SDE of the general form. */
    public ModifiedSde modified() {
        return new ModifiedSde(name(), objective, learningRate, weightDecay, 1, 0, learningRate);
    }

    /** {@link EulerMaruyama}. */
    @Override
    public Family scheme() {
        return EulerMaruyama.family(learningRate, weightDecay);
    }
}
