package org.itocheck.ensemble;

import org.itocheck.stats.Evidence;
import org.itocheck.stats.Moments;

/**
 * What came out of an ensemble: for each checkpoint and observable the sample moments, and the evidence of the test attached to that cell.
 * Bit-identical for any number of threads and lanes.
 */
public final class Estimates {
    private final Ensemble ensemble;
    private final ChunkRunner.Total total;
    private final double seconds;

    Estimates(Ensemble ensemble, ChunkRunner.Total total, double seconds) {
        this.ensemble = ensemble;
        this.total = total;
        this.seconds = seconds;
    }

    /** What was simulated. */
    public Ensemble ensemble() {
        return ensemble;
    }

    /**
     * The sample moments of one observable at one checkpoint.
     *
     * @param checkpoint 1 to K
     * @param observable its index in {@code ensemble().observables()}
     */
    public Moments moments(int checkpoint, int observable) {
        return total.moments[checkpoint - 1][observable];
    }

    /** The evidence gathered by the test of this cell; {@link Evidence#NONE} where there was no test. */
    public Evidence evidence(int checkpoint, int observable) {
        return total.evidence[checkpoint - 1][observable];
    }

    /**
     * The share of chunks of 1024 trajectories whose sample variance is more than four times that of the cell's test: near 1 where the
     * variance really is so large, and near 0 where it is not, even if a few far values dominate the sample variance of all.
     */
    public double wideShare(int checkpoint, int observable) {
        return total.wideShare(checkpoint - 1, observable);
    }

    /** Wall time of the run. */
    public double seconds() {
        return seconds;
    }
}
