package org.itocheck.ensemble;

import org.itocheck.stats.Evidence;
import org.itocheck.stats.Moments;

/**
 * What came out of an ensemble: for each checkpoint and observable the sample moments, and the evidence of the test attached to that cell.
 * Bit-identical for any number of threads and lanes.
 */
public final class Estimates {
    private final Ensemble ensemble;
    private final Moments[][] moments;
    private final Evidence[][] evidence;
    private final double seconds;

    Estimates(Ensemble ensemble, Moments[][] moments, Evidence[][] evidence, double seconds) {
        this.ensemble = ensemble;
        this.moments = moments;
        this.evidence = evidence;
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
        return moments[checkpoint - 1][observable];
    }

    /** The evidence gathered by the test of this cell; {@link Evidence#NONE} where there was no test. */
    public Evidence evidence(int checkpoint, int observable) {
        return evidence[checkpoint - 1][observable];
    }

    /** Wall time of the run. */
    public double seconds() {
        return seconds;
    }
}
