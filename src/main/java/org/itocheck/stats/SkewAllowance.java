package org.itocheck.stats;

/**
 * Normal intervals around means of skewed values. Far in the tail the error rate of a studentised mean of N values of skewness s is off by
 * a factor of about {@code exp(|s| z^3 / (3 sqrt N))} (Cramer's large deviations, THEORY 5.2). We pay for a factor of ten: the
 * multiplier is taken at alpha / 10, and it holds from the number of values on at which the factor is below ten.
 */
public final class SkewAllowance {
    private static final double FACTOR = 10;
    private static final double SLACK = 3 * StrictMath.log(FACTOR);

    private SkewAllowance() {}

    /** The rate at which a normal interval is taken so that, skewed as the values are, it errs at rate alpha at most. */
    public static double rate(double alpha) {
        return alpha / FACTOR;
    }

    /**
     * The number of standard errors of a two-sided interval.
     *
     * @param alpha error rate after the allowance, in (0, 1)
     */
    public static double multiplier(double alpha) {
        return Interval.normalMultiplier(rate(alpha));
    }

    /**
     * From how many values on the allowance is enough.
     *
     * @param skewness of one value, of either sign; NaN counts as 0
     * @param alpha as in {@link #multiplier}
     */
    public static long minTrajectories(double skewness, double alpha) {
        if (Double.isNaN(skewness)) {
            return 1;
        }
        double z = multiplier(alpha);
        double root = Math.abs(skewness) * z * z * z / SLACK;
        return (long) Math.max(1, Math.ceil(root * root));
    }
}
