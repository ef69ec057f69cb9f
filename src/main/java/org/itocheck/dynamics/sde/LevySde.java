package org.itocheck.dynamics.sde;

import org.itocheck.dynamics.Checks;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.optimizer.LinearScaling;
import org.itocheck.objective.Divisible;
import org.itocheck.objective.Objective;

/**
 * The Levy SDE {@code dX = -(grad L(X) + lambda X) dt - eta sigma(X-) dZ_{t/eta}} that LSR(m) approaches as m grows, where the noise of one
 * mini-batch gradient is sigma(x) Z(1) for a centred Levy process Z: equation (8) with its dt, its sign and its scale of the jumps
 * corrected (THEORY X19). With Gaussian noise Z is a Wiener process and this is the {@link ItoSde}; otherwise mean and covariance agree with
 * it on linear problems, third moments do not.
 *
 * @param objective the loss; its noise must be infinitely divisible
 * @param learningRate eta
 * @param weightDecay lambda
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), equation (8)</a>
 */
public record LevySde(Objective objective, double learningRate, double weightDecay) implements Limit {
    /**
     * Checks every argument.
     *
     * @throws IllegalArgumentException if no Levy process has the noise of the loss at time 1
     */
    public LevySde {
        Checks.learningRate(learningRate);
        Checks.weightDecay(weightDecay, learningRate);
        if (!(objective instanceof Divisible divisible) || !divisible.infinitelyDivisible()) {
            throw new IllegalArgumentException("noise of " + objective.name()
                    + " is not infinitely divisible, so no Levy process has it at time 1; use gaussian, poisson1 or"
                    + " exp1 noise, or the limit of SVAG: new ItoSde(...)");
        }
    }

    /** The Levy SDE of a problem's loss, learning rate and weight decay. */
    public static LevySde of(Problem problem) {
        return new LevySde(problem.objective(), problem.learningRate(), problem.weightDecay());
    }

    @Override
    public String name() {
        return "its Levy SDE";
    }

    /**
     * {@link LinearScaling}: a step of LSR(l) is the Euler step of length eta / l of this SDE, with exact increments of Z over 1 / l of an
     * SGD step.
     */
    @Override
    public Family scheme() {
        return LinearScaling.family(learningRate, weightDecay);
    }
}
