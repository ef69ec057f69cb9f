package org.itocheck.stats;

import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * Does a tail fall faster or slower than x^-power beyond a threshold u? Seen are the k values of |X| that reach u, through the sum of
 * log(|X|/u).
 * <p>If P(|X| > ux) / P(|X| >= u) is at most x^-power for all x >= 1, each logarithm is at most an exponential variable of that rate in law,
 * so given k the sum is at most Gamma(k, 1/power): rejecting when it exceeds the upper alpha quantile is a test of that hypothesis, exact for
 * every k and every such law. Likewise, if the ratio is at least x^-power, the sum falls below the lower missRate quantile with probability
 * missRate at most. The threshold must not depend on the values tested. What lies beyond the largest value is not seen.
 *
 * @param power the exponent: the moment of this order is finite for tails that fall faster and infinite for those that do not
 * @param alpha probability to reject a tail that falls at least as fast, in (0, 1)
 * @param missRate probability to accept a tail that falls no faster, in (0, 1)
 * @see <a href="https://doi.org/10.1214/aos/1176343247">Hill (1975), whose estimator of 1/exponent is sum / k</a>
 */
public record ExceedanceTest(double power, double alpha, double missRate) {
    /** Checks the ranges. */
    public ExceedanceTest {
        Checks.positive("power", power);
        Checks.rate("alpha", alpha);
        Checks.rate("missRate", missRate);
    }

    /**
     * The answer to "the tail falls faster than x^-power".
     *
     * @param count k, 0 or more
     * @param sumOfLogs the sum of log(|X|/u) over them, 0 or above
     * @return REJECT if it falls slower, ACCEPT if faster, UNDECIDED if the values allow both
     */
    public Decision decide(long count, double sumOfLogs) {
        Checks.atLeast("count", count, 0);
        Checks.notNegative("sumOfLogs", sumOfLogs);
        if (count == 0) {
            return Decision.UNDECIDED;
        }
        GammaDistribution critical = GammaDistribution.of((double) count, 1 / power);
        if (critical.survivalProbability(sumOfLogs) < alpha) {
            return Decision.REJECT;
        }
        return critical.cumulativeProbability(sumOfLogs) < missRate ? Decision.ACCEPT : Decision.UNDECIDED;
    }

    /**
     * About how many exceedances are needed to reject a tail that falls like {@code x^-(share * power)} with probability 1 - missRate.
     *
     * @param share in (0, 1), for example 3/4 for exponent 3 against power 4
     * @return at least 1
     */
    public long minExceedances(double share) {
        Checks.rate("share", share);
        double excess = 1 / share - 1;
        double root = (Interval.normalMultiplier(2 * Math.min(alpha, 0.49))
                        + Interval.normalMultiplier(2 * Math.min(missRate, 0.49)) / share)
                / excess;
        return (long) Math.ceil(root * root);
    }
}
