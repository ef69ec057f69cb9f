package org.itocheck.truth;

import java.util.Optional;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.sde.ItoSde;

/** Stand-in. */
public final class Truths {
    private Truths() {}

    /** None yet. */
    public static Optional<Truth> of(Dynamics dynamics, Problem problem) {
        return Optional.empty();
    }

    /** None yet. */
    public static Optional<Truth> of(ItoSde sde, Problem problem) {
        return Optional.empty();
    }
}
