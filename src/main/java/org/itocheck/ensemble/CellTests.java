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

    /**
     * The test of the controlled values {@code g - beta'(c - E c)} of one cell of an ensemble with {@link Controls}: one more, beside that of its
     * plain values. None by default.
     *
     * @param checkpoint 1 to K
     * @param observable index of the observable
     * @param coefficients beta, one for each control
     */
    default @Nullable MeanTest controlled(int checkpoint, int observable, double[] coefficients) {
        return null;
    }
}
