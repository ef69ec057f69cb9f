package org.itocheck.stats;

/** Intervals for the mean of bounded values, exact at every count: no normal approximation, no known variance. */
public final class EmpiricalBernstein {
    private EmpiricalBernstein() {}

    /**
     * Half width {@code sqrt(2 variance ln(4/alpha) / n) + 7 range ln(4/alpha) / (3 (n - 1))}. For one count, chosen before the data.
     *
     * @param n number of independent values, 0 or more
     * @param variance their sample variance with divisor n - 1; not read below 2 values
     * @param range largest minus smallest possible value, above 0
     * @param alpha probability to miss the mean, two-sided, in (0, 1)
     * @return half width in the unit of the values; infinite below 2 values
     * @throws IllegalArgumentException if an argument is out of range
     * @see <a href="https://arxiv.org/abs/0907.3740">Maurer, Pontil (2009), theorem 4</a>
     */
    public static double halfWidth(long n, double variance, double range, double alpha) {
        Checks.atLeast("n", n, 0);
        Checks.positive("range", range);
        double nats = StrictMath.log(4 / Checks.rate("alpha", alpha));
        if (n < 2) {
            return Double.POSITIVE_INFINITY;
        }
        Checks.notNegative("variance", variance);
        return Math.sqrt(2 * variance * nats / n) + 7 * range * nats / (3.0 * (n - 1));
    }
}
