package org.itocheck.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How many values a test needs, before there are any.
 * <p>A {@link MeanTest} of sd s0 at level alpha, planned for N values of true sd s1 and bias d, misses the bias with probability
 * {@code missRate} at about {@code N = ((sqrt(2A) s0 + z s1) / d)^2 + 2A}, A = ln(2/alpha), z the upper {@code missRate} quantile of the
 * normal law. The first term is that of THEORY 5.2; 2A pays for the values that psi bends when d is as large as s0, and vanishes beside the
 * first term for small d. Simulated misses are at most the missRate for symmetric values; for skewed ones (skewness 2 to 98, missRate 0.05)
 * they are up to 1.6 times the missRate beyond {@link #minForSkewness} and up to 1.9 times before it. {@link #minForAnyLaw} is a guarantee.
 */
public final class Power {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double HARMLESS_SKEW = 0.36;
    private static final long LARGEST = 1L << 60;

    private Power() {}

    /**
     * Number of values per (sigma/discrepancy)^2.
     *
     * @param alpha false-alarm rate in (0, 1)
     * @param missRate probability to miss the discrepancy, in (0, 0.5]
     * @return (sqrt(2 ln(2/alpha)) + z)^2; 92.8 at 1e-9 and 1e-3
     */
    public static double factor(double alpha, double missRate) {
        double root = Math.sqrt(2 * nats(alpha)) + missQuantile(missRate);
        return root * root;
    }

    /**
     * The planned count at which a bias of {@code discrepancy} is found with probability {@code 1 - missRate}.
     *
     * @param discrepancy smallest bias to be found, above 0, unit of the values
     * @param sigma standard deviation of a value, 0 or above, the same under the hypothesis and beside it
     * @param alpha false-alarm rate in (0, 1)
     * @param missRate in (0, 0.5]
     * @return number of values, 1 or more
     * @throws IllegalArgumentException if an argument is out of range or the number above 2^60
     */
    public static long minTrajectories(double discrepancy, double sigma, double alpha, double missRate) {
        return minTrajectories(discrepancy, sigma, sigma, alpha, missRate);
    }

    /**
     * The same for values whose spread differs from that under the hypothesis.
     *
     * @param discrepancy smallest bias to be found, above 0, unit of the values
     * @param nullSigma standard deviation in the hypothesis: the square root of {@link MeanTest#variance()}
     * @param trueSigma standard deviation of the values tested
     * @param alpha false-alarm rate in (0, 1)
     * @param missRate in (0, 0.5]
     * @return number of values, 1 or more
     * @throws IllegalArgumentException if an argument is out of range or the number above 2^60
     */
    public static long minTrajectories(
            double discrepancy, double nullSigma, double trueSigma, double alpha, double missRate) {
        Checks.positive("discrepancy", discrepancy);
        Checks.notNegative("nullSigma", nullSigma);
        Checks.notNegative("trueSigma", trueSigma);
        double nats = nats(alpha);
        double root = (Math.sqrt(2 * nats) * nullSigma + missQuantile(missRate) * trueSigma) / discrepancy;
        return count(root * root + (nullSigma == 0 && trueSigma == 0 ? 0 : 2 * nats), discrepancy);
    }

    /**
     * The smallest bias that n values find: inverse of {@link #minTrajectories(double, double, double, double)}.
     *
     * @param n planned and actual number of values, 1 or more
     * @param sigma standard deviation of a value, above 0
     * @param alpha false-alarm rate in (0, 1)
     * @param missRate in (0, 0.5]
     * @return bias in the unit of the values; infinite for n at most 2 ln(2/alpha)
     */
    public static double minDetectable(long n, double sigma, double alpha, double missRate) {
        Checks.atLeast("n", n, 1);
        Checks.notNegative("sigma", sigma);
        double useful = n - 2 * nats(alpha);
        double factor = factor(alpha, missRate);
        return useful > 0 ? sigma * Math.sqrt(factor / useful) : Double.POSITIVE_INFINITY;
    }

    /**
     * The count from which {@link #minTrajectories} may be trusted for values of this skewness: 2 ln(2/alpha) skewness^2 / 0.36.
     *
     * @param skewness E (y - mean)^3 / sigma^3, of either sign
     * @param alpha false-alarm rate in (0, 1)
     * @return number of values, 1 or more; 119 skewness^2 at alpha 1e-9
     */
    public static long minForSkewness(double skewness, double alpha) {
        Checks.finite("skewness", skewness);
        return count(2 * nats(alpha) * skewness * skewness / HARMLESS_SKEW, skewness);
    }

    /**
     * As {@link #minTrajectories(double, double, double, double)}, but guaranteed for values of every law with this standard deviation,
     * however skewed. Costs 27 % more at 1e-9 and 1e-3.
     *
     * @param discrepancy smallest bias to be found, above 0
     * @param sigma largest standard deviation of a value, under the hypothesis and beside it, above 0
     * @param alpha false-alarm rate in (0, 1)
     * @param missRate in (0, 0.5]
     * @return number of values, 1 or more
     */
    public static long minForAnyLaw(double discrepancy, double sigma, double alpha, double missRate) {
        return minForAnyLaw(discrepancy, sigma, sigma, alpha, missRate);
    }

    /**
     * The same for values whose spread may exceed that under the hypothesis.
     * <p>By Markov's inequality T exceeds {@code -N log(1 - a d + a^2 (s1^2 + d^2)/2) - ln(1/missRate)} with probability
     * {@code 1 - missRate}, for the true sd s1 and the scale a of the test; the count is the first from which that is above the alarm.
     *
     * @param discrepancy smallest bias to be found, above 0
     * @param nullSigma standard deviation in the hypothesis: the square root of {@link MeanTest#variance()}, above 0
     * @param trueSigma largest standard deviation of the values tested, above 0
     * @param alpha false-alarm rate in (0, 1)
     * @param missRate in (0, 0.5]
     * @return number of values, 1 or more
     */
    public static long minForAnyLaw(
            double discrepancy, double nullSigma, double trueSigma, double alpha, double missRate) {
        Checks.positive("discrepancy", discrepancy);
        Checks.positive("nullSigma", nullSigma);
        Checks.positive("trueSigma", trueSigma);
        missQuantile(missRate);
        double nats = nats(alpha);
        double effect = discrepancy / nullSigma;
        double variance = trueSigma / nullSigma * (trueSigma / nullSigma);
        double needed = nats - StrictMath.log(missRate);
        // The guarantee grows with n once it is positive, and what is needed is positive: there is one crossing.
        long low = 0;
        long high = 1;
        while (guaranteed(high, effect, variance, nats) < needed) {
            low = high;
            high = count(2.0 * high, discrepancy);
        }
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (guaranteed(middle, effect, variance, nats) < needed) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /**
     * The count at which a normal interval of level alpha around a mean stays within {@code margin} of the truth on the far side with
     * probability {@code 1 - missRate}: ((z_alpha/2 + z_missRate) sigma / margin)^2.
     *
     * @param margin distance from the truth to the bound that the interval must not cross, above 0
     * @param sigma standard deviation of a value, 0 or above
     * @param alpha two-sided error rate of the interval, in (0, 1)
     * @param missRate probability that the interval crosses, in (0, 0.5]
     * @return number of values, 1 or more
     */
    public static long minForInterval(double margin, double sigma, double alpha, double missRate) {
        Checks.positive("margin", margin);
        Checks.notNegative("sigma", sigma);
        double root = (Interval.normalMultiplier(alpha) + missQuantile(missRate)) * sigma / margin;
        return count(root * root, margin);
    }

    /** The guaranteed |T| - N log(1 + a^2 v / 2) plus ln(1/missRate), in nats, for a unit sigma under the hypothesis. */
    private static double guaranteed(long n, double effect, double variance, double nats) {
        double a = Math.sqrt(2 * nats / n);
        double drift = a * effect - a * a * (variance + effect * effect) / 2;
        return n * (-StrictMath.log1p(-drift) - StrictMath.log1p(nats / n));
    }

    private static double nats(double alpha) {
        return StrictMath.log(2 / Checks.rate("alpha", alpha));
    }

    private static double missQuantile(double missRate) {
        if (!(missRate > 0 && missRate <= 0.5)) {
            throw new IllegalArgumentException("missRate is " + missRate + ", expected above 0 and at most 0.5");
        }
        return NORMAL.inverseSurvivalProbability(missRate);
    }

    private static long count(double n, double cause) {
        if (!(n <= LARGEST)) {
            throw new IllegalArgumentException("the count needed for " + cause + " is " + n
                    + ", above 2^60; ask for a larger discrepancy or observe something less noisy");
        }
        return Math.max(1, (long) Math.ceil(n));
    }
}
