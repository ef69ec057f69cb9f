package org.itocheck.ensemble;

/** The thread that ran an ensemble was interrupted; its interrupt flag is set again. */
public final class InterruptedRunException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InterruptedRunException(Ensemble ensemble, long done) {
        super("interrupted after " + done + " of " + ensemble.trajectories() + " trajectories of "
                + ensemble.dynamics().name() + " on " + ensemble.problem().name());
    }
}
