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
 * @param note why it is open; empty otherwise
 */
record Contrast(
        int checkpoint, int observable, int level, Interval interval, double allowed, Verdict verdict, String note) {
    static Contrast judge(
            int checkpoint,
            int observable,
            int level,
            Interval interval,
            double allowed,
            Ladder ladder,
            double alpha,
            long paths) {
        if (paths < LadderPlan.LEAST) {
            return new Contrast(
                    checkpoint,
                    observable,
                    level,
                    interval,
                    allowed,
                    Verdict.INCONCLUSIVE,
                    "no normal interval is trusted below " + Numbers.count(LadderPlan.LEAST) + " paths");
        }
        long forSkewness = ladder.neededForSkewness(checkpoint, observable, alpha);
        if (paths < forSkewness) {
            return new Contrast(
                    checkpoint,
                    observable,
                    level,
                    interval,
                    allowed,
                    Verdict.INCONCLUSIVE,
                    "too skewed for normal intervals below " + Numbers.count(forSkewness) + " paths");
        }
        if (ladder.reference().pValue(checkpoint, observable) < alpha) {
            return new Contrast(
                    checkpoint,
                    observable,
                    level,
                    interval,
                    allowed,
                    Verdict.INCONCLUSIVE,
                    "the Euler-Maruyama reference is not c0 + c1/l + c2/l^2 yet: refine its ladder");
        }
        Verdict verdict = interval.insideOf(allowed)
                ? Verdict.PASS
                : interval.outsideOf(allowed) ? Verdict.FAIL : Verdict.INCONCLUSIVE;
        return new Contrast(checkpoint, observable, level, interval, allowed, verdict, "");
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
