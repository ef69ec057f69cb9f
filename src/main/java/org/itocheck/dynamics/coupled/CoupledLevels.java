package org.itocheck.dynamics.coupled;

import java.util.Arrays;
import org.itocheck.dynamics.Checks;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.optimizer.Gd;
import org.itocheck.dynamics.optimizer.Ngd;
import org.itocheck.dynamics.sde.EulerMaruyama;
import org.itocheck.dynamics.sde.ModifiedEulerMaruyama;
import org.itocheck.objective.Objective;

/**
 * Level {@code ratio * l} and level l of one family at once, driven by one Wiener process: the Gaussian numbers of {@code ratio} fine steps
 * are added up for the coarse one. Each level alone has the law of the family at that level; together they stay close, so that the mean of
 * {@code g(fine) - g(coarse)} is known from few trajectories. Legal for Gaussian noise only: the sum of the noises of two
 * mini-batches is no noise of one.
 * <pre>{@code
 * CoupledLevels pairs = new CoupledLevels(EulerMaruyama.family(problem), 2);
 * Problem both = CoupledLevels.twice(problem);                    // the fine state, then the coarse one
 * Setting setting = Setting.of(pairs, both, List.of(1, 2, 4), List.of(OnPair.difference(Observable.loss(problem.objective()))));
 * }</pre>
 *
 * @param family Euler-Maruyama of any SDE, NGD or gradient descent
 * @param ratio how many times finer the first state moves, at least 2
 */
public record CoupledLevels(Family family, int ratio) implements Family {
    /** Checks the ratio; whether the family is Gaussian shows when it meets a loss. */
    public CoupledLevels {
        if (ratio < 2) {
            throw new IllegalArgumentException("ratio is " + ratio + ", expected at least 2: levels 2 l and l");
        }
    }

    /** Whether all the noise of a process is Gaussian by construction, so that its levels can be coupled. */
    public static boolean couples(Dynamics dynamics) {
        return dynamics instanceof EulerMaruyama
                || dynamics instanceof ModifiedEulerMaruyama
                || dynamics instanceof Ngd
                || dynamics instanceof Gd;
    }

    /** The problem with two states, both at its start. */
    public static Problem twice(Problem problem) {
        double[] start = problem.start();
        double[] both = Arrays.copyOf(start, 2 * start.length);
        System.arraycopy(start, 0, both, start.length, start.length);
        return new Problem(
                problem.name(),
                new TwoStates(problem.objective()),
                both,
                problem.learningRate(),
                problem.weightDecay(),
                problem.steps());
    }

    @Override
    public String name() {
        return family.name() + " at " + ratio + "l and l";
    }

    @Override
    public double learningRate() {
        return family.learningRate();
    }

    /** As many as the coarse level takes. */
    @Override
    public int stepsPerCheckpoint(int level) {
        return family.stepsPerCheckpoint(level);
    }

    @Override
    public Family withLearningRate(double newLearningRate) {
        return new CoupledLevels(family.withLearningRate(newLearningRate), ratio);
    }

    /**
     * Both levels on a loss.
     *
     * @param level l, the coarse level
     * @param objective {@link TwoStates}, as {@link #twice} makes them
     * @throws IllegalArgumentException if it is another objective, or the noise of the family is not Gaussian by construction
     */
    @Override
    public Dynamics at(int level, Objective objective) {
        Checks.level(level);
        if (!(objective instanceof TwoStates states)) {
            throw new IllegalArgumentException("objective is " + objective.name() + " with dimension "
                    + objective.dimension()
                    + ", coupled levels need room for two states; use CoupledLevels.twice(problem)");
        }
        Dynamics fine = family.at(ratio * level, states.one());
        Dynamics coarse = family.at(level, states.one());
        if (!couples(coarse)) {
            throw new IllegalArgumentException("family " + family.name() + " has noise that is not Gaussian by"
                    + " construction, so the noise of its fine steps does not add up to that of a coarse one;"
                    + " couple EulerMaruyama or NGD");
        }
        return new LevelPair(states, fine, coarse, ratio);
    }
}
