package org.itocheck.claim.equilibrium;

import org.itocheck.claim.Numbers;
import org.itocheck.ensemble.Estimates;
import org.itocheck.stats.Interval;
import org.itocheck.stats.Moments;
import org.itocheck.stats.SkewAllowance;
import org.itocheck.stats.SmallSample;

/**
 * The two ensembles of one equilibrium, and whether they agree.
 *
 * @param near the chains that started at R/4
 * @param far as many that started at 4 R
 * @param alpha error rate of one interval
 * @param precision how narrow the ranges should be
 * @param burnIn after how many SGD steps the chains were looked at
 * @param averaged whether they are few, each the mean of many looks; their ranges may be wider than the precision
 */
record Halves(Estimates near, Estimates far, double alpha, Precision precision, int burnIn, boolean averaged) {
    /** How far the two may be apart, in precisions: twice is what their noise does. */
    private static final double AGREEMENT = 3;
    /** The same in half widths of a range that is wider than that: equal starts are further apart once in thousands. */
    private static final double AGREEMENT_IN_RANGES = 3.5;

    /** The range of one of R, G and N, from both. */
    Range range(int quantity) {
        Moments a = near.moments(1, quantity);
        Moments b = far.moments(1, quantity);
        return Range.of(
                new Interval((a.mean() + b.mean()) / 2, difference(quantity).halfWidth() / 2));
    }

    /** How many chains each needs before normal intervals of its means may be trusted. */
    long neededForSkewness() {
        long needed = 1;
        for (int q = 0; q < SnapshotObservables.QUANTITIES; q++) {
            needed = Math.max(needed, neededForSkewness(q));
        }
        return needed;
    }

    /** Whether both are seen to have another R, G or N: the burn-in was too short. */
    boolean disagree() {
        for (int q = 0; q < SnapshotObservables.QUANTITIES; q++) {
            if (!difference(q).insideOf(allowed(q)) && !difference(q).contains(0)) {
                return true;
            }
        }
        return false;
    }

    /** Why nothing may be concluded from them; empty if nothing is in the way. */
    String obstacle() {
        for (int q = 0; q < SnapshotObservables.QUANTITIES; q++) {
            String name = SnapshotObservables.NAMES.get(q);
            if (near.moments(1, q).count() < neededForSkewness(q)) {
                return name + " has values so skewed that it needs " + Numbers.roughly(neededForSkewness(q))
                        + " chains a start, and had "
                        + Numbers.roughly(near.moments(1, q).count());
            }
            Interval difference = difference(q);
            if (!difference.insideOf(allowed(q))) {
                return (difference.contains(0) ? "two starts are not seen to agree" : "two starts disagree") + " after "
                        + burnIn + " SGD steps: " + name + " from 4 R is "
                        + Numbers.plusMinus(difference.center(), difference.halfWidth())
                        + " above that from R/4 (allowed ± " + Numbers.like(allowed(q), difference.halfWidth()) + ")";
            }
        }
        return "";
    }

    private Interval difference(int quantity) {
        Moments a = near.moments(1, quantity);
        Moments b = far.moments(1, quantity);
        double error = Math.hypot(a.standardError(), b.standardError());
        double multiplier = averaged ? SmallSample.multiplier(alpha, a.count()) : SkewAllowance.multiplier(alpha);
        return new Interval(b.mean() - a.mean(), multiplier * error);
    }

    private double allowed(int quantity) {
        double mean =
                (near.moments(1, quantity).mean() + far.moments(1, quantity).mean()) / 2;
        double wanted = AGREEMENT * precision.of(quantity) * Math.abs(mean);
        return averaged
                ? Math.max(wanted, AGREEMENT_IN_RANGES * difference(quantity).halfWidth() / 2)
                : wanted;
    }

    /** The skewness of both together is known better, and drops out of their difference. */
    private long neededForSkewness(int quantity) {
        if (averaged) {
            Moments both = near.moments(1, quantity).merge(far.moments(1, quantity));
            return (SmallSample.minTrajectories(both, alpha) + 1) / 2;
        }
        return Math.max(
                SkewAllowance.minTrajectories(near.moments(1, quantity).skewness(), alpha),
                SkewAllowance.minTrajectories(far.moments(1, quantity).skewness(), alpha));
    }
}
