package org.itocheck.stats;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The mean of a few values that are taken to be independent and normal with one unknown mean and variance, so that Student's t gives its
 * interval exactly. For a handful of values, such as training runs, where {@link SkewAllowance} would ask for thousands.
 *
 * @param mean of the values
 * @param standardDeviation of one value, from the sample, 0 or above
 * @param count number of values, at least 2
 * @see <a href="https://doi.org/10.1093/biomet/6.1.1">Student (1908), The probable error of a mean</a>
 */
public record StudentMean(double mean, double standardDeviation, int count) {
    private static final int MOST = 100_000;

    /** Checks the ranges. */
    public StudentMean {
        Checks.finite("mean", mean);
        Checks.notNegative("standardDeviation", standardDeviation);
        Checks.atLeast("count", count, 2);
    }

    /**
     * From the values.
     *
     * @param values at least 2, finite
     */
    public static StudentMean of(double... values) {
        Checks.atLeast("number of values", values.length, 2);
        Moments moments = Moments.of(values, values.length, new double[values.length]);
        return new StudentMean(moments.mean(), Math.sqrt(moments.m2() / (values.length - 1)), values.length);
    }

    /** {@return the standard deviation of the mean} */
    public double standardError() {
        return standardDeviation / Math.sqrt(count);
    }

    /**
     * The two-sided interval of the true mean.
     *
     * @param alpha probability that it misses, in (0, 1)
     */
    public Interval interval(double alpha) {
        return new Interval(mean, quantile(count, alpha / 2) * standardError());
    }

    /**
     * The lower end of a one-sided interval.
     *
     * @param alpha probability that the true mean is below, in (0, 1)
     */
    public double low(double alpha) {
        return mean - quantile(count, alpha) * standardError();
    }

    /**
     * The upper end of a one-sided interval.
     *
     * @param alpha probability that the true mean is above, in (0, 1)
     */
    public double high(double alpha) {
        return mean + quantile(count, alpha) * standardError();
    }

    /**
     * How many values, scattered as these are, have a two-sided interval of at most this half width.
     *
     * @param alpha as in {@link #interval}
     * @param halfWidth above 0
     * @return at least 2, at most 100 000
     */
    public int countFor(double alpha, double halfWidth) {
        Checks.positive("halfWidth", halfWidth);
        int most = 2;
        while (most < MOST && width(most, alpha) > halfWidth) {
            most *= 2;
        }
        int least = Math.max(2, most / 2);
        while (least < most) { // the width falls as the count grows
            int middle = (least + most) / 2;
            if (width(middle, alpha) > halfWidth) {
                least = middle + 1;
            } else {
                most = middle;
            }
        }
        return Math.min(most, MOST);
    }

    private double width(int ofCount, double alpha) {
        return quantile(ofCount, alpha / 2) * standardDeviation / Math.sqrt(ofCount);
    }

    private static double quantile(int count, double tail) {
        return TDistribution.of(count - 1.0).inverseSurvivalProbability(Checks.rate("alpha", tail));
    }
}
