package org.itocheck.verify;

import org.itocheck.claim.Outcome;

/** Told about every outcome, passed or not, in the order of the claims; called from the thread that verifies. */
@FunctionalInterface
public interface OutcomeListener {
    /** Does nothing. */
    OutcomeListener NONE = outcome -> {};

    /** One more claim was verified. */
    void verified(Outcome outcome);
}
