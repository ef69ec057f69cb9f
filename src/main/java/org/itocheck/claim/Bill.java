package org.itocheck.claim;

import org.itocheck.ensemble.Estimates;

/** Adds up what the ensembles of a claim cost. */
final class Bill {
    private long trajectories;
    private double seconds;

    Estimates add(Estimates estimates) {
        trajectories += estimates.ensemble().trajectories()
                + estimates.ensemble().controls().pilotTrajectories();
        seconds += estimates.seconds();
        return estimates;
    }

    long trajectories() {
        return trajectories;
    }

    double seconds() {
        return seconds;
    }
}
