package org.itocheck.ensemble;

import org.itocheck.stats.MeanTest;
import org.jspecify.annotations.Nullable;

/** Which mean test, if any, watches each cell of an ensemble while it runs. */
@FunctionalInterface
public interface CellTests {
    /** No test anywhere. */
    CellTests NONE = (checkpoint, observable) -> null;

    /**
     * The test of one cell.
     *
     * @param checkpoint 1 to K
     * @param observable index of the observable
     */
    @Nullable MeanTest at(int checkpoint, int observable);
}
