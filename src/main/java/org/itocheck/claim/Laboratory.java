package org.itocheck.claim;

import org.itocheck.dynamics.Family;
import org.itocheck.ensemble.CellTests;
import org.itocheck.ensemble.Controls;
import org.itocheck.ensemble.Estimates;
import org.itocheck.random.Seed;
import org.itocheck.stats.ErrorBudget;

/** What a claim may use to find out whether it holds: error rates, trajectories, and the engine. */
public interface Laboratory {
    /** The error rates of this claim, all its cells together. */
    ErrorBudget budget();

    /** The largest number of trajectories of one ensemble (one level). */
    long trajectoryBudget();

    /** The root seed, to be printed with the outcome. */
    Seed seed();

    /**
     * Simulates one level of a family.
     *
     * @param setting start, loss, observables
     * @param family what moves; usually {@code setting.family()}
     * @param level l
     * @param purpose names this ensemble among all of the claim: other names draw other random numbers
     * @param trajectories how many
     * @param tests the mean tests that watch its cells
     */
    Estimates simulate(Setting setting, Family family, int level, String purpose, long trajectories, CellTests tests);

    /**
     * The same with control variates.
     *
     * @param controls with the exact means of what is simulated
     * @throws UnsupportedOperationException if there are any and this laboratory knows none
     */
    default Estimates simulate(
            Setting setting,
            Family family,
            int level,
            String purpose,
            long trajectories,
            CellTests tests,
            Controls controls) {
        if (controls.isEmpty()) {
            return simulate(setting, family, level, purpose, trajectories, tests);
        }
        throw new UnsupportedOperationException(
                "this laboratory knows no control variates; leave them out, or implement simulate with controls");
    }
}
