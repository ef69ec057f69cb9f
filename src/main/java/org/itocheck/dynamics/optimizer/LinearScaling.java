package org.itocheck.dynamics.optimizer;

import org.itocheck.dynamics.Checks;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Stepper;
import org.itocheck.objective.Divisible;
import org.itocheck.objective.Objective;

/**
 * LSR(m), the linear scaling rule (Definition 5.1): SGD with learning rate eta / m and mini-batches m times smaller,
 * {@code x <- (1 - (eta/m) lambda) x - (eta/m) g(x)}, where g has covariance m S, third cumulant m^2 Lambda and fourth m^3 K4. It takes m
 * steps where SGD takes one, and LSR(1) is SGD. As m grows it approaches the Levy SDE, not the Ito SDE of SVAG, unless the noise is
 * Gaussian (Figure 4).
 *
 * @param objective the loss with whole mini-batches; a finite sum whose batch size is divisible by m, or a {@link Divisible}
 * @param level m, at least 1
 * @param learningRate eta
 * @param weightDecay lambda
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), section 5.2</a>
 */
public record LinearScaling(Objective objective, int level, double learningRate, double weightDecay)
        implements Dynamics {
    /**
     * Checks every argument.
     *
     * @throws IllegalArgumentException if the mini-batches of the loss cannot be made m times smaller
     */
    public LinearScaling {
        Checks.level(level);
        Checks.learningRate(learningRate);
        Checks.weightDecay(weightDecay, learningRate);
        Divisible.part(objective, level);
    }

    /** The linear scaling rule without weight decay, at every level. */
    public static Family family(double learningRate) {
        return family(learningRate, 0);
    }

    /** The linear scaling rule with weight decay, at every level. */
    public static Family family(double learningRate, double weightDecay) {
        return new Levels("LSR", learningRate, weightDecay, LinearScaling::new);
    }

    /** The linear scaling rule with the learning rate and the weight decay of a problem. */
    public static Family family(Problem problem) {
        return family(problem.learningRate(), problem.weightDecay());
    }

    /** The loss with the mini-batches of this level. */
    public Objective part() {
        return Divisible.part(objective, level);
    }

    @Override
    public String name() {
        return "LSR(" + level + ")";
    }

    @Override
    public double stepDuration() {
        return learningRate / level;
    }

    @Override
    public Stepper stepper(int lanes) {
        return GradientStep.of(part(), lanes, stepDuration(), weightDecay);
    }
}
