package org.itocheck.stats;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Intervals around means of tens or hundreds of values, where {@link SkewAllowance} is for thousands. Two things are not to be neglected there:
 * the standard deviation is estimated, so that Student's quantile takes the place of the normal one; and so is the skewness, whose own
 * standard error {@code sqrt(6/n)} is added to it.
 */
public final class SmallSample {
    private SmallSample() {}

    /**
     * The number of standard errors of a two-sided interval, with the allowance for skewness.
     *
     * @param alpha error rate after the allowance, in (0, 1)
     * @param count how many values each standard deviation comes from, at least 2; of two means compared the smaller count, which errs on the
     *     safe side
     */
    public static double multiplier(double alpha, long count) {
        Checks.atLeast("count", count, 2);
        double rate = SkewAllowance.rate(Checks.rate("alpha", alpha));
        return TDistribution.of((double) (count - 1)).inverseSurvivalProbability(rate / 2);
    }

    /**
     * From how many values on the allowance for skewness is enough.
     *
     * @param values a sample, of the size that is meant or near it
     * @param alpha as in {@link #multiplier}
     */
    public static long minTrajectories(Moments values, double alpha) {
        double skewness = Double.isNaN(values.skewness()) ? 0 : Math.abs(values.skewness());
        return SkewAllowance.minTrajectories(skewness + Math.sqrt(6.0 / values.count()), alpha);
    }
}
