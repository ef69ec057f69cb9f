package org.itocheck.truth;

import java.util.Optional;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.optimizer.LinearScaling;
import org.itocheck.dynamics.sde.GradientFlow;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.dynamics.sde.LevySde;
import org.itocheck.dynamics.sde.Limit;
import org.itocheck.dynamics.sde.ModifiedSde;
import org.itocheck.dynamics.sde.SecondOrderSde;
import org.itocheck.objective.Objective;

/**
 * The known truths: which motions on which losses have expectations without simulation (THEORY section 3). Problem A has closed forms,
 * problems B and C closed moment recursions and ODEs, problem D a solution on a grid.
 * <pre>{@code
 * Problem problem = Problems.named("A1/skew2pt");
 * Truth truth = Truths.of(Svag.family(problem).at(4, problem.objective()), problem).orElseThrow();
 * truth.of(Observable.power(0, 2), 4);                            // E x^2 and Var x^2 after 4 SGD steps = 16 steps of SVAG(4)
 * }</pre>
 */
public final class Truths {
    private Truths() {}

    /**
     * What is known of a built-in dynamics that starts at {@code problem.start()}.
     *
     * @param dynamics checkpoint k is after k * round(eta / dynamics.stepDuration()) of its steps
     * @param problem the start, eta and the number of checkpoints; the loss and the weight decay are those of the dynamics
     * @return empty where nothing is known
     * @throws IllegalArgumentException if the start has another dimension than the objective of the dynamics
     */
    public static Optional<Truth> of(Dynamics dynamics, Problem problem) {
        double[] start = start(dynamics.objective(), problem);
        int perCheckpoint = (int) Math.max(1, Math.round(problem.learningRate() / dynamics.stepDuration()));
        return OneStep.of(dynamics)
                .map(step -> new Motion.Discrete(step, start, problem.steps(), perCheckpoint))
                .flatMap(motion -> motion.on(moved(dynamics)));
    }

    /**
     * What is known of a limit that starts at {@code problem.start()}; checkpoint k is at time k * problem.learningRate().
     *
     * @return empty where nothing is known
     * @throws IllegalArgumentException if the start has another dimension than the objective of the limit
     */
    public static Optional<Truth> of(Limit limit, Problem problem) {
        double[] start = start(limit.objective(), problem);
        if (limit instanceof LevySde levy) {
            return new JumpMotion(
                            levy.learningRate(), levy.weightDecay(), start, problem.steps(), problem.learningRate())
                    .on(levy.objective());
        }
        return diffusion(limit)
                .map(sde -> new Motion.Continuous(
                        sde.speed(),
                        sde.correction(),
                        sde.noise(),
                        sde.weightDecay(),
                        start,
                        problem.steps(),
                        problem.learningRate()))
                .flatMap(motion -> motion.on(limit.objective()));
    }

    /** A limit that is driven by the gradient of its loss, in the general form. */
    static Optional<ModifiedSde> diffusion(Limit limit) {
        if (limit instanceof ItoSde sde) {
            return Optional.of(sde.modified());
        }
        if (limit instanceof SecondOrderSde sde) {
            return Optional.of(sde.modified());
        }
        if (limit instanceof GradientFlow flow) {
            return Optional.of(flow.modified());
        }
        return limit instanceof ModifiedSde sde ? Optional.of(sde) : Optional.empty();
    }

    /** The loss with the mini-batches that the dynamics takes. */
    private static Objective moved(Dynamics dynamics) {
        return dynamics instanceof LinearScaling scaling ? scaling.part() : dynamics.objective();
    }

    private static double[] start(Objective objective, Problem problem) {
        double[] start = problem.start();
        if (start.length != objective.dimension()) {
            throw new IllegalArgumentException("problem " + problem.name() + " starts with " + start.length
                    + " entries, objective " + objective.name() + " has dimension " + objective.dimension());
        }
        return start;
    }
}
