package org.itocheck.claim;

import org.itocheck.dynamics.sde.Limit;

/** A claim about the signed errors of a family against its limit on a ladder of levels. */
public sealed interface LadderClaim extends Claim permits LimitBias, WeakOrder, WeakErrorBelow {
    /** What is simulated. */
    Setting setting();

    /** What it is compared with. */
    Limit limit();

    /** What is claimed of what, in words. */
    String statement();

    /** The claim as a formula. */
    String formula();

    /** Where the theory states it. */
    String source();
}
