package org.itocheck.ensemble;

/** A state left the finite numbers. The message names loss, dynamics, level, trajectory, step and seed. */
public final class NonFiniteTrajectoryException extends ArithmeticException {
    private static final long serialVersionUID = 1L;

    private final long trajectory;
    private final long step;

    NonFiniteTrajectoryException(Ensemble ensemble, long trajectory, long step) {
        super(ensemble.dynamics().name() + " on "
                + ensemble.dynamics().objective().name()
                + " left the finite numbers at level " + ensemble.level() + ", trajectory " + trajectory + ", step "
                + step + " of " + (long) ensemble.checkpoints() * ensemble.stepsPerCheckpoint() + " [ensemble seed "
                + ensemble.seed() + "]; the process diverges: lower the learning rate ("
                + ensemble.problem().learningRate() + ") or the number of steps");
        this.trajectory = trajectory;
        this.step = step;
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
