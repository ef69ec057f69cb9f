package org.itocheck.ensemble;

import org.itocheck.random.Seed;

/** A state left the finite numbers. The message names loss, dynamics, level, trajectory, step and seed. */
public final class NonFiniteTrajectoryException extends ArithmeticException {
    private static final long serialVersionUID = 1L;

    private final String process;
    private final String remedy;
    private final long trajectory;
    private final long step;

    NonFiniteTrajectoryException(Ensemble ensemble, long trajectory, long step) {
        this(
                ensemble.dynamics().name() + " on "
                        + ensemble.dynamics().objective().name()
                        + " left the finite numbers at level " + ensemble.level() + ", trajectory " + trajectory
                        + ", step " + step + " of " + (long) ensemble.checkpoints() * ensemble.stepsPerCheckpoint(),
                ensemble.seed(),
                "the process diverges: lower the learning rate ("
                        + ensemble.problem().learningRate() + ") or the number of steps",
                trajectory,
                step);
    }

    private NonFiniteTrajectoryException(String process, Seed seed, String remedy, long trajectory, long step) {
        super(process + " [seed " + seed + "]; " + remedy);
        this.process = process;
        this.remedy = remedy;
        this.trajectory = trajectory;
        this.step = step;
    }

    /** The same with the seed that a user gave, from which that of the ensemble is derived. */
    public NonFiniteTrajectoryException withSeed(Seed root) {
        NonFiniteTrajectoryException same = new NonFiniteTrajectoryException(process, root, remedy, trajectory, step);
        same.setStackTrace(getStackTrace());
        return same;
    }

    /** The first trajectory that diverged. */
    public long trajectory() {
        return trajectory;
    }

    /** The first step after which its state was not finite, counted from 1. */
    public long step() {
        return step;
    }
}
