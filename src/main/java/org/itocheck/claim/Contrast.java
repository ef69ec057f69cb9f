package org.itocheck.claim;

import org.itocheck.stats.Interval;

/**
 * One linear contrast of the signed errors, judged against its bound.
 *
 * @param checkpoint k
 * @param observable index in the setting
 * @param level the level it speaks of, or 0 for the limit l = infinity
 * @param interval its joint interval
 * @param allowed the bound
 * @param verdict of this contrast
 * @param note why it is open, where that is not its width; empty otherwise
 * @param needed how many paths a level would probably settle it; 0 if it is settled, the largest number if paths do not help
 */
record Contrast(
        int checkpoint,
        int observable,
        int level,
        Interval interval,
        double allowed,
        Verdict verdict,
        String note,
        long needed) {
    /** How a note on skewness begins. */
    static final String SKEWED = "too skewed";

    private static final long CAUTION = 2;
    private static final double MOST = 1e15;

    static Contrast judge(
            int checkpoint,
            int observable,
            int level,
            Interval interval,
            double allowed,
            Ladder ladder,
            double alpha,
            long paths) {
        Verdict verdict = interval.insideOf(allowed)
                ? Verdict.PASS
                : interval.outsideOf(allowed) ? Verdict.FAIL : Verdict.INCONCLUSIVE;
        long needed = verdict == Verdict.INCONCLUSIVE ? forWidth(interval, allowed, paths) : 0;
        String note = "";
        double model = ladder.reference().modelError(checkpoint, observable);
        long forSkewness = ladder.neededForSkewness(checkpoint, observable, alpha);
        if (paths < LadderPlan.LEAST) {
            verdict = Verdict.INCONCLUSIVE;
            note = "no normal interval is trusted below " + Numbers.count(LadderPlan.LEAST) + " paths";
            needed = Math.max(needed, LadderPlan.LEAST);
        } else if (paths < forSkewness) {
            verdict = Verdict.INCONCLUSIVE;
            note = SKEWED + " for normal intervals below " + Numbers.count(forSkewness) + " paths";
            needed = Math.max(needed, CAUTION * forSkewness);
        } else if (ladder.reference().pValue(checkpoint, observable) < alpha) {
            verdict = Verdict.INCONCLUSIVE;
            note =
                    "the reference ladder of the limit is not c0 + c1/l + c2/l^2 yet: take a smaller learning rate or a shorter time";
            needed = Long.MAX_VALUE;
        } else if (verdict == Verdict.INCONCLUSIVE && 2 * model > interval.halfWidth()) {
            note = "the limit is extrapolated to ± " + Numbers.brief(model)
                    + " at best: take a smaller learning rate or a shorter time";
            needed = Long.MAX_VALUE;
        }
        return new Contrast(checkpoint, observable, level, interval, allowed, verdict, note, needed);
    }

    /** The count at which the interval is two thirds as wide as its centre is away from the bound. */
    private static long forWidth(Interval interval, double allowed, long paths) {
        double gap = Math.abs(allowed - Math.abs(interval.center()));
        return (long) Math.min(MOST, paths * Math.pow(1.5 * interval.halfWidth() / gap, 2));
    }

    /** How far the interval reaches, in bounds. */
    double severity() {
        return (Math.abs(interval.center()) + interval.halfWidth()) / allowed;
    }

    static Contrast worse(Contrast a, Contrast b) {
        if (a.verdict() != b.verdict()) {
            return a.verdict().and(b.verdict()) == a.verdict() ? a : b;
        }
        return b.severity() > a.severity() ? b : a;
    }
}
