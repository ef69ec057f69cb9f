package org.itocheck.claim;

import org.itocheck.stats.Interval;

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
    /** The same number with another bound, verdict and reason. */
    public Cell judged(double newAllowed, Verdict newVerdict, String newNote) {
        return new Cell(
                observable,
                level,
                stepSize,
                checkpoint,
                estimate,
                truth,
                error,
                halfWidth,
                newAllowed,
                standardDeviation,
                trajectories,
                newVerdict,
                newNote);
    }

    /** A number without randomness, to be within {@code allowed} of the truth. */
    public static Cell exact(
            String name, int level, double stepSize, int checkpoint, double value, double truth, double allowed) {
        double error = value - truth;
        Verdict verdict = Math.abs(error) <= allowed ? Verdict.PASS : Verdict.FAIL;
        return new Cell(name, level, stepSize, checkpoint, value, truth, error, 0, allowed, 0, 0, verdict, "");
    }

    /** A number without randomness, to be at most {@code bound}. */
    public static Cell atMost(String name, int level, double stepSize, int checkpoint, double value, double bound) {
        boolean holds = value <= bound;
        double error = holds ? 0 : value - bound;
        Verdict verdict = holds ? Verdict.PASS : Verdict.FAIL;
        return new Cell(name, level, stepSize, checkpoint, value, bound, error, 0, 0, 0, 0, verdict, "");
    }

    /**
     * An estimate whose error has a joint interval: PASS if that lies inside {@code allowed}, FAIL if outside, else INCONCLUSIVE.
     *
     * @param error the interval of estimate - truth
     */
    public static Cell estimated(
            String name,
            int level,
            double stepSize,
            int checkpoint,
            double truth,
            Interval error,
            double allowed,
            double standardDeviation,
            long trajectories) {
        Verdict verdict =
                error.insideOf(allowed) ? Verdict.PASS : error.outsideOf(allowed) ? Verdict.FAIL : Verdict.INCONCLUSIVE;
        return new Cell(
                name,
                level,
                stepSize,
                checkpoint,
                truth + error.center(),
                truth,
                error.center(),
                error.halfWidth(),
                allowed,
                standardDeviation,
                trajectories,
                verdict,
                "");
    }

    /** A number that nobody can know, for the reason given: INCONCLUSIVE. */
    public static Cell open(String name, int level, double stepSize, int checkpoint, String reason) {
        double none = Double.NaN;
        return new Cell(
                name, level, stepSize, checkpoint, none, none, none, none, none, 0, 0, Verdict.INCONCLUSIVE, reason);
    }

    /** How large the error is against its interval: decides which cell speaks for the claim. */
    public double severity() {
        return halfWidth > 0 ? Math.abs(error) / halfWidth : Math.abs(error) > allowed ? Double.POSITIVE_INFINITY : 0;
    }
}
