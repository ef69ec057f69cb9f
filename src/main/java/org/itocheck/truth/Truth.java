package org.itocheck.truth;

import java.util.Optional;
import org.itocheck.observable.Observable;

/** What is known of a motion without simulating it: E g(x_t) at its checkpoints. Immutable to the eye; safe for many threads. */
public interface Truth {
    /** Where the numbers come from: {@code closed form}, {@code moment recursion}, {@code moment ODE} or {@code grid}. */
    String source();

    /**
     * E g and, where known, Var g of one trajectory.
     *
     * @param g the test function
     * @param checkpoint k, 1 to K: after k SGD steps, at time k eta
     * @return empty where this g has no known expectation, or one too large for a double
     * @throws IllegalArgumentException if the checkpoint is outside 1 to K, or g names a coordinate the state does not have
     */
    Optional<Expectation> of(Observable g, int checkpoint);
}
