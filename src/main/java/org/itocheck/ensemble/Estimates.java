package org.itocheck.ensemble;

import org.itocheck.stats.Evidence;
import org.itocheck.stats.Moments;

/**
 * What came out of an ensemble: for each checkpoint and observable the sample moments, and the evidence of the test attached to that cell.
 * Bit-identical for any number of threads and lanes.
 */
public final class Estimates {
    private final Ensemble ensemble;
    private final Estimating total;
    private final double seconds;

    Estimates(Ensemble ensemble, Estimating total, double seconds) {
        this.ensemble = ensemble;
        this.total = total;
        this.seconds = seconds;
    }

    /** What was simulated. */
    public Ensemble ensemble() {
        return ensemble;
    }

    /**
     * The sample moments of one observable at one checkpoint; with control variates those of the controlled values.
     *
     * @param checkpoint 1 to K, one that the ensemble watched
     * @param observable its index in {@code ensemble().observables()}
     * @throws IllegalArgumentException if the checkpoint was not watched
     */
    public Moments moments(int checkpoint, int observable) {
        return total.controlled.moments[watched(checkpoint)][observable];
    }

    /** The sample moments of g itself, whatever the controls. */
    public Moments plainMoments(int checkpoint, int observable) {
        return total.plain.moments[watched(checkpoint)][observable];
    }

    /** The evidence gathered by the test of this cell, on the values of g itself; {@link Evidence#NONE} where there was no test. */
    public Evidence evidence(int checkpoint, int observable) {
        return total.plain.evidence[watched(checkpoint)][observable];
    }

    /** The evidence gathered by the test of the controlled values of this cell; {@link Evidence#NONE} where there was none. */
    public Evidence controlledEvidence(int checkpoint, int observable) {
        return total.controlled == total.plain
                ? Evidence.NONE
                : total.controlled.evidence[watched(checkpoint)][observable];
    }

    /**
     * The share of chunks of 1024 trajectories whose sample variance is more than four times that of the cell's test: near 1 where the
     * variance really is so large, and near 0 where it is not, even if a few far values dominate the sample variance of all.
     */
    public double wideShare(int checkpoint, int observable) {
        return total.plain.wideShare(watched(checkpoint), observable);
    }

    /** The coefficients of the controls in this cell, in their order; all 0 where g stays as it is, empty without controls. */
    public double[] coefficients(int checkpoint, int observable) {
        return total.coefficients(watched(checkpoint), observable);
    }

    /** How many times smaller the controls make the variance of this cell, in the sample; 1 without controls. */
    public double saving(int checkpoint, int observable) {
        double controlled = moments(checkpoint, observable).variance();
        double plain = plainMoments(checkpoint, observable).variance();
        return controlled > 0 ? plain / controlled : 1;
    }

    /** How many times fewer trajectories give the same standard error, those of the pilot counted. */
    public double savingAtEqualCost(int checkpoint, int observable) {
        double pilot = ensemble.controls().pilotTrajectories();
        return saving(checkpoint, observable) * ensemble.trajectories() / (ensemble.trajectories() + pilot);
    }

    private int watched(int checkpoint) {
        if (!ensemble.watched().contains(checkpoint)) {
            throw new IllegalArgumentException(
                    "checkpoint is " + checkpoint + ", the ensemble was watched at " + ensemble.watched() + " only");
        }
        return checkpoint - 1;
    }

    /** Wall time of the run. */
    public double seconds() {
        return seconds;
    }
}
