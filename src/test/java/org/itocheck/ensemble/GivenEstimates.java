package org.itocheck.ensemble;

import org.itocheck.stats.Moments;

/** Estimates whose moments are given instead of simulated, for tests of what is concluded from them. */
public final class GivenEstimates {
    private GivenEstimates() {}

    /**
     * What an ensemble would have found, the same at every checkpoint that it watches.
     *
     * @param moments one for each observable; more are left out
     */
    public static Estimates of(Ensemble ensemble, Moments... moments) {
        Estimating total = new Estimating(ensemble, CellTests.NONE, null);
        for (int checkpoint : ensemble.watched()) {
            Moments[] cells = total.plain.moments[checkpoint - 1];
            System.arraycopy(moments, 0, cells, 0, cells.length);
        }
        return new Estimates(ensemble, total, 0);
    }
}
