package org.itocheck.dynamics;

import org.itocheck.objective.Objective;

/** Anything that moves a state by one step of known duration. Immutable; working memory lives in its {@link Stepper}s. */
public interface Dynamics {
    /** A short name for messages, for example {@code SVAG(4)}. */
    String name();

    /** The loss it moves on. */
    Objective objective();

    /** The time that one step takes, in the units of the SDE: eta for SGD, eta / l for SVAG(l). */
    double stepDuration();

    /**
     * Working memory for one thread.
     *
     * @param lanes the length of the rows it will move, at least 1
     */
    Stepper stepper(int lanes);
}
