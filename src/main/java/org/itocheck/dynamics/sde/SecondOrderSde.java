package org.itocheck.dynamics.sde;

import org.itocheck.dynamics.Checks;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.objective.Objective;

/**
 * The second-order SDE {@code dX = -grad(L'(X) + (eta/4) |grad L'(X)|^2) dt + (eta S(X))^(1/2) dW} with L' = L + lambda |x|^2 / 2: equation
 * (16) in the time t = k eta of the others (THEORY X22). SGD is at distance eta^2 of it where S does not grow as eta shrinks, and only then
 * (THEORY X23).
 *
 * @param objective the loss; it must give {@code hessianProduct}
 * @param learningRate eta
 * @param weightDecay lambda
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), equation (16), Theorem 6.3</a>
 */
public record SecondOrderSde(Objective objective, double learningRate, double weightDecay) implements Limit {
    /** Checks every argument. */
    public SecondOrderSde {
        Checks.learningRate(learningRate);
        Checks.weightDecay(weightDecay, learningRate);
    }

    /** The second-order SDE of a problem's loss, learning rate and weight decay. */
    public static SecondOrderSde of(Problem problem) {
        return new SecondOrderSde(problem.objective(), problem.learningRate(), problem.weightDecay());
    }

    @Override
    public String name() {
        return "its second-order SDE";
    }

    /** The same as an SDE of the general form. */
    public ModifiedSde modified() {
        return new ModifiedSde(name(), objective, learningRate, weightDecay, 1, learningRate / 2, learningRate);
    }

    @Override
    public Family scheme() {
        return modified().scheme();
    }
}
