package org.itocheck.truth;

import java.util.Optional;
import org.itocheck.observable.Observable;

/** What is known of the law of the state at one time. */
@FunctionalInterface
interface StateLaw {
    Optional<Expectation> of(Observable g);

    /** This law where it knows g, the other where it does not. */
    default StateLaw or(StateLaw other) {
        return g -> of(g).or(() -> other.of(g));
    }
}
