package org.itocheck.claim.tail;

import java.util.List;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Laboratory;
import org.itocheck.claim.Numbers;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.OutcomeBuilder;
import org.itocheck.stats.Interval;
import org.itocheck.stats.Moments;
import org.itocheck.stats.Power;
import org.itocheck.stats.SkewAllowance;

/**
 * Compares the mean of a tail estimator over many groups with what it should be.
 *
 * @param groups what is drawn
 * @param expected 1/alpha
 * @param tolerance for the mean of the estimate
 */
record IndexEstimate(TailGroups groups, double expected, double tolerance) {
    private static final String NAME = "1/alpha";
    /** The share of the bound that the interval may fill; the rest is left to the error itself. */
    private static final double FILL = 0.8;
    /** A pilot sees too little of a skewed law. */
    private static final long CAUTION = 2;

    private static final long PILOT = 1 << 12;

    /** Draws and judges; the builder knows the words. */
    Outcome judge(String what, OutcomeBuilder builder, Laboratory laboratory) {
        double alpha = laboratory.budget().falseFailRate();
        long budget = laboratory.trajectoryBudget();
        Draws draws = new Draws(what, 2, groups);
        Moments pilot = draws.moments(laboratory, "pilot", Math.max(2, Math.min(PILOT, budget)))
                .get(0);
        long width = Power.minForInterval(
                FILL * tolerance,
                Math.max(pilot.standardDeviation(), Double.MIN_NORMAL),
                SkewAllowance.rate(alpha),
                laboratory.budget().falsePassRate());
        long needed = Math.max(width, CAUTION * SkewAllowance.minTrajectories(pilot.skewness(), alpha));
        long count = Math.max(2, Math.min(needed, budget));
        List<Moments> moments = draws.moments(laboratory, "groups", count);
        Moments estimate = moments.get(0);
        double multiplier = SkewAllowance.multiplier(alpha);
        double truth = groups.estimator().target(expected);
        Interval error = new Interval(estimate.mean() - truth, multiplier * estimate.standardError());
        Cell cell = Cell.estimated(NAME, 1, 1, 1, truth, error, tolerance, estimate.standardDeviation(), count);
        String obstacle = obstacle(
                moments.get(1).mean(), count < SkewAllowance.minTrajectories(estimate.skewness(), alpha), count);
        return builder.passes(NAME + " is " + Numbers.plusMinus(estimate.mean(), error.halfWidth()) + ", expected "
                        + Numbers.plain(truth))
                .fails(worst -> NAME + " is " + Numbers.plusMinus(worst.estimate(), worst.halfWidth()) + ", expected "
                        + Numbers.plain(worst.truth()))
                .obstacle(obstacle)
                .power("false alarm < " + Numbers.brief(alpha) + "; " + Numbers.count(count) + " groups of "
                        + groups.groupSize() + " entries; an error of " + Numbers.brief(tolerance)
                        + " passes with probability < "
                        + Numbers.brief(Math.min(alpha, laboratory.budget().falsePassRate())))
                .remedies(List.of(
                        "raise the budget: -Ditocheck.trajectories=" + needed,
                        "allow more than " + Numbers.brief(tolerance)))
                .trajectories(count + pilot.count())
                .build(List.of(obstacle.isEmpty() ? cell : Cell.open(NAME, 1, 1, 1, obstacle)), laboratory);
    }

    private static String obstacle(double zeros, boolean skewed, long count) {
        if (zeros > 0) {
            return "the noise or its sums are exactly 0 with positive probability, and log 0 does not exist; the theorem is"
                    + " about laws with a density";
        }
        return skewed ? "the estimates are too skewed for normal intervals at " + Numbers.count(count) + " groups" : "";
    }
}
