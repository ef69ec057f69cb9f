package org.itocheck.stats;

/**
 * Intervals for a mean that hold at all times at once: one may look after every chunk and stop when satisfied.
 * <p>The half width at count t is {@code sd sqrt(2 (t rho^2 + 1) / (t^2 rho^2) ln(sqrt(t rho^2 + 1) / alpha))} (normal mixture; Robbins
 * 1970). It is narrowest at the planned count, there 16 % (alpha 1e-6) or 11 % (1e-9) wider than an interval for a fixed count. Exact for
 * normal values of known sd; with an estimated sd it is asymptotic, as a z interval is, and wrong for skewed values at small counts: at
 * skewness 31 and alpha 0.05 the half widths up to count 2000 miss the mean with probability 0.31. {@link #interval} therefore waits for
 * the count that the skewness seen asks for. For a known mean use {@link MeanTest}, for bounded values and a fixed count
 * {@link EmpiricalBernstein}; both are exact.
 *
 * @param alpha probability to miss the mean at any time, two-sided, in (0, 1)
 * @param plannedCount the count at which the interval is to be narrowest, 1 or more
 * @see <a href="https://arxiv.org/abs/2103.06476">Waudby-Smith, Arbour, Sinha, Kennedy, Ramdas (2021); here THEORY 5.5</a>
 */
public record ConfidenceSequence(double alpha, long plannedCount) {
    /** Below this count nothing is said, because the standard deviation is too uncertain. */
    public static final long FIRST = 100;

    /** An estimated standard deviation doubles the effect of skewness, which falls like one over the root of the count. */
    private static final int STUDENTISED = 4;

    private static final int ENOUGH = 200;

    /** Checks the ranges. */
    public ConfidenceSequence {
        Checks.rate("alpha", alpha);
        Checks.atLeast("plannedCount", plannedCount, 1);
    }

    /**
     * The half width of the interval around the sample mean, for values that are not skewed.
     *
     * @param count number of values so far, 0 or more
     * @param standardDeviation of the values so far, unit of the values; not read before count 100
     * @return half width in the unit of the values; infinite before count 100
     * @throws IllegalArgumentException if an argument is out of range
     */
    public double halfWidth(long count, double standardDeviation) {
        if (Checks.atLeast("count", count, 0) < FIRST) {
            return Double.POSITIVE_INFINITY;
        }
        Checks.notNegative("standardDeviation", standardDeviation);
        double x = count * rhoSquared();
        double nats = StrictMath.log(x + 1) / 2 - StrictMath.log(alpha);
        return standardDeviation * Math.sqrt(2 * (1 + 1 / x) * nats / count);
    }

    /**
     * The interval for the mean, of infinite width until the values allow one: from count 100 and from four times
     * {@link Power#minForSkewness} of the sample skewness, and not while all values are equal. For a rare event that is when it was seen
     * about 22 ln(2/alpha) times.
     *
     * @param moments of all values so far
     * @return the interval; around 0 while there are no values
     * @throws IllegalArgumentException if the moments are not finite
     */
    public Interval interval(Moments moments) {
        if (moments.count() == 0) {
            return new Interval(0, Double.POSITIVE_INFINITY);
        }
        boolean ready = moments.count() >= FIRST && moments.m2() != 0;
        if (ready && moments.count() >= STUDENTISED * Power.minForSkewness(moments.skewness(), alpha)) {
            return new Interval(moments.mean(), halfWidth(moments.count(), moments.standardDeviation()));
        }
        return new Interval(moments.mean(), Double.POSITIVE_INFINITY);
    }

    /**
     * The mixture variance rho^2 that makes the half width smallest at the planned count. Setting the derivative to 0 gives
     * {@code x = ln(1 + x) + 2 ln(1/alpha)} for x = plannedCount rho^2, solved by iteration: a contraction, for its slope is 1/(1 + x).
     *
     * @return 31.1 / plannedCount at alpha 1e-6, 45.3 / plannedCount at 1e-9
     */
    public double rhoSquared() {
        double fixed = -2 * StrictMath.log(alpha);
        double x = fixed + 1;
        for (int i = 0; i < ENOUGH; i++) {
            double next = StrictMath.log(1 + x) + fixed;
            if (next == x) {
                break;
            }
            x = next;
        }
        return x / plannedCount;
    }
}
