package org.itocheck.stats;

/**
 * Intervals for a mean that hold at all times at once: one may look after every chunk and stop when satisfied.
 * <p>The half width at count t is {@code sd sqrt(2 (t rho^2 + 1) / (t^2 rho^2) ln(sqrt(t rho^2 + 1) / alpha))} (normal mixture; Robbins
 * 1970). It is narrowest at the planned count, there 16 % (alpha 1e-6) or 11 % (1e-9) wider than an interval for a fixed count. Exact for
 * normal values of known sd; with an estimated sd it is asymptotic, as a z interval is: skewed values need counts of the size of
 * {@link Power#minForSkewness} before its alpha can be believed. For a known mean use {@link MeanTest}, for bounded values
 * {@link EmpiricalBernstein}; both are exact.
 *
 * @param alpha probability to miss the mean at any time, two-sided, in (0, 1)
 * @param plannedCount the count at which the interval is to be narrowest, 1 or more
 * @see <a href="https://arxiv.org/abs/2103.06476">Waudby-Smith, Arbour, Sinha, Kennedy, Ramdas (2021); here THEORY 5.5</a>
 */
public record ConfidenceSequence(double alpha, long plannedCount) {
    /** Below this count nothing is said, because the standard deviation is too uncertain. */
    public static final long FIRST = 100;

    private static final int ENOUGH = 200;

    /** Checks the ranges. */
    public ConfidenceSequence {
        Checks.rate("alpha", alpha);
        Checks.atLeast("plannedCount", plannedCount, 1);
    }

    /**
     * The half width of the interval around the sample mean.
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
