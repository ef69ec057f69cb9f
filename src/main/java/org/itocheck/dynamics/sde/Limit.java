package org.itocheck.dynamics.sde;

import org.itocheck.dynamics.Family;
import org.itocheck.objective.Objective;

/**
 * What a family is said to approach as l grows: a process in continuous time on a loss. One SGD step takes eta units of its time
 * (THEORY 1.1), so the state after k SGD steps is compared with it at time k eta.
 */
public interface Limit {
    /** As it stands in a sentence about a family: {@code its SDE}. */
    String name();

    /** The loss. */
    Objective objective();

    /** eta: one SGD step in the units of time of this process. */
    double learningRate();

    /** lambda. */
    double weightDecay();

    /**
     * A family that approaches this limit with an error c1/l + c2/l^2 + ..., from which its means are estimated where nothing exact is
     * known.
     */
    Family scheme();
}
