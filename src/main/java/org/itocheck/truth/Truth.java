package org.itocheck.truth;

import java.util.Optional;
import org.itocheck.observable.Observable;

/** Truth. */
public interface Truth {
    /** How it is known. */
    String source();

    /** E g. */
    Optional<Expectation> of(Observable g, int checkpoint);
}
