package org.itocheck.dynamics.coupled;

import org.itocheck.objective.Evaluator;
import org.itocheck.objective.Objective;
import org.itocheck.objective.Regularity;

/**
 * A loss with room for two states: the coordinates of the first, then those of the second. It is moved by {@link CoupledLevels} alone, which
 * gives each state to the loss itself; as a loss it has no value and no gradient.
 *
 * @param one the loss of each state
 */
public record TwoStates(Objective one) implements Objective {
    @Override
    public String name() {
        return one.name();
    }

    @Override
    public String formula() {
        return one.formula();
    }

    /** Twice that of the loss. */
    @Override
    public int dimension() {
        return 2 * one.dimension();
    }

    @Override
    public Evaluator evaluator(int lanes) {
        throw new UnsupportedOperationException(
                "two states of " + one.name() + " are moved by CoupledLevels alone; take the loss itself");
    }

    @Override
    public Regularity regularity() {
        return one.regularity();
    }
}
