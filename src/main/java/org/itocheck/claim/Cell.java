package org.itocheck.claim;

/**
 * One number that a claim looked at: an observable at a level and a checkpoint.
 *
 * @param observable its name
 * @param level l
 * @param stepSize eta / l
 * @param checkpoint k; the time is k eta
 * @param estimate the sample mean, or the enumerated value
 * @param truth what it is compared with
 * @param error estimate - truth, with its sign
 * @param halfWidth half the width of the joint interval of the error
 * @param allowed how large the true error may be; NaN where the bound is on a contrast of several levels
 * @param standardDeviation of the observable over trajectories, or 0 where nothing is random
 * @param trajectories how many were simulated, or 0 where all were enumerated
 * @param verdict of this cell alone
 * @param note why, where the verdict needs a reason; empty otherwise
 */
public record Cell(
        String observable,
        int level,
        double stepSize,
        int checkpoint,
        double estimate,
        double truth,
        double error,
        double halfWidth,
        double allowed,
        double standardDeviation,
        long trajectories,
        Verdict verdict,
        String note) {
    /** How large the error is against its interval: decides which cell speaks for the claim. */
    public double severity() {
        return halfWidth > 0 ? Math.abs(error) / halfWidth : Math.abs(error) > allowed ? Double.POSITIVE_INFINITY : 0;
    }
}
