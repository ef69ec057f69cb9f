package org.itocheck.dynamics;

import org.itocheck.random.NoiseRows;

/** Moves one block of lanes. Owned by one thread; allocates nothing after construction. */
public interface Stepper {
    /** Forgets whatever was carried from step to step; called before the first step of every block of trajectories. */
    default void start() {}

    /**
     * One step for every lane.
     *
     * @param x states, shape [d][lanes], changed in place
     * @param noise the only source of randomness
     */
    void step(double[][] x, NoiseRows noise);

    /**
     * Some steps for every lane, one after the other.
     *
     * @param x states, shape [d][lanes], changed in place
     * @param noise the only source of randomness
     * @param steps at least 1
     */
    default void advance(double[][] x, NoiseRows noise, int steps) {
        for (int s = 0; s < steps; s++) {
            step(x, noise);
        }
    }
}
