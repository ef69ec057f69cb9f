package org.itocheck.dynamics;

/** The easy door for an optimiser of your own: it moves one trajectory, and a fresh instance is made for each trajectory. */
@FunctionalInterface
public interface StochasticOptimizer {
    /**
     * One step.
     *
     * @param x the state, shape [d], changed in place, not to be kept
     * @param context the only source of gradients and randomness, valid until this method returns
     */
    void step(double[] x, StepContext context);
}
