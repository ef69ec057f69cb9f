package org.itocheck.stats;

/**
 * Tests of "the mean is {@code mean} and the variance at most {@code variance}" that may be looked at after every chunk: Catoni's e-test.
 * <p>With psi(t) = sign(t) log(1 + |t| + t^2/2), A = ln(2/alpha) and a = sqrt(2A / (plannedCount variance)), alarm as soon as
 * {@code |T| - N log(1 + a^2 variance / 2) >= A} for T = sum of psi(a (y - mean)). Under the hypothesis exp(+-T) / (1 + a^2 variance / 2)^N
 * are non-negative supermartingales, so by Ville's inequality an alarm ever happens with probability at most alpha: for independent values
 * of any law, at any number of looks, however the end is chosen. The planned count makes the test powerful near that count, see
 * {@link Power}; it is no limit.
 * <p>Nearly constant values: a variance of at most {@code alpha r^2 / plannedCount} with r = 1e-9 max(1, |mean|) counts as 0. Then a value
 * within r of the mean is no evidence and any other is infinite evidence; by Chebyshev's inequality that too alarms falsely with
 * probability at most alpha within the planned count, and rounding errors of the values are forgiven.
 * <pre>{@code
 * MeanTest test = new MeanTest(0, 1, 1e-9, 100_000);
 * Evidence evidence = Evidence.NONE;
 * for (each chunk of n values) evidence = test.accumulate(evidence, test.influence(values, n, scratch), n);
 * test.alarm(evidence);   // true with probability at most 1e-9 if the mean is 0, at least 0.999 if it is 0.031
 * }</pre>
 *
 * @param mean the mean under the hypothesis, finite
 * @param variance the largest variance under the hypothesis, finite, 0 or above, unit of the values squared
 * @param alpha false-alarm rate over all looks together, in (0, 1)
 * @param plannedCount number of values at which the test is to be most powerful, 1 or more
 * @see <a href="https://doi.org/10.1214/11-AIHP454">Catoni (2012); here THEORY 5.2</a>
 */
public record MeanTest(double mean, double variance, double alpha, long plannedCount) {
    private static final double ROUNDING = 1e-9;

    /** Checks the ranges. */
    public MeanTest {
        Checks.finite("mean", mean);
        Checks.notNegative("variance", variance);
        Checks.rate("alpha", alpha);
        Checks.atLeast("plannedCount", plannedCount, 1);
    }

    /**
     * The part of T that belongs to one chunk. Bit-reproducible, allocates nothing.
     *
     * @param values shape [at least n], independent values of one law; not changed
     * @param n number of values, 0 to {@code values.length}
     * @param scratch shape [at least n], overwritten; another array than {@code values}
     * @return sum of psi(a (y - mean)); finite for finite values (infinite if the variance counts as 0 and one of them differs from the
     *     mean), NaN if a value is NaN
     * @throws IllegalArgumentException if n is out of range or scratch is too short
     */
    public double influence(double[] values, int n, double[] scratch) {
        Checks.chunk(values, n, scratch);
        return constant() ? deviation(values, n) : CatoniInfluence.sum(values, n, mean, scale(), scratch);
    }

    /**
     * The evidence with one more chunk, which is also a look at it.
     *
     * @param before the evidence without the chunk; {@link Evidence#NONE} at the start
     * @param chunkInfluence {@link #influence} of the chunk
     * @param n number of values in the chunk, 0 or more
     * @return the new evidence
     * @throws IllegalArgumentException if {@code chunkInfluence} is NaN, because a NaN is neither for nor against a mean
     */
    public Evidence accumulate(Evidence before, double chunkInfluence, int n) {
        if (Double.isNaN(chunkInfluence)) {
            throw new IllegalArgumentException(
                    "chunkInfluence is NaN: a value of the chunk is not a number; find it before testing means");
        }
        Checks.atLeast("n", n, 0);
        long count = Math.addExact(before.count(), n);
        double influence = before.influence() + chunkInfluence;
        double look = Math.abs(influence) - count * cost();
        return new Evidence(count, influence, look > before.peak() ? look : before.peak());
    }

    /** {@return whether the evidence was ever enough to reject the hypothesis} */
    public boolean alarm(Evidence evidence) {
        return evidence.peak() >= threshold();
    }

    /**
     * The logarithm of the e-value now: of the average of the two supermartingales. Its expectation is at most 1 under the hypothesis, so
     * e-values of several tests may be averaged, also dependent ones, and the average E rejects all their hypotheses at level 1/E.
     *
     * @param evidence what was seen
     * @return nats; positive infinity after infinite evidence
     */
    public double logEValue(Evidence evidence) {
        if (evidence.peak() == Double.POSITIVE_INFINITY) {
            return Double.POSITIVE_INFINITY;
        }
        double size = Math.abs(evidence.influence());
        return size + StrictMath.log1p(StrictMath.exp(-2 * size)) - StrictMath.log(2) - evidence.count() * cost();
    }

    /** {@return A = ln(2/alpha), the peak at which the test alarms, in nats} */
    public double threshold() {
        return StrictMath.log(2 / alpha);
    }

    /** {@return a = sqrt(2A / (plannedCount variance)), in one over the unit of the values; infinite for variance 0} */
    public double scale() {
        return Math.sqrt(2 * threshold() / plannedCount / variance);
    }

    /** log(1 + a^2 v / 2), what one value costs. */
    private double cost() {
        return StrictMath.log1p(threshold() / plannedCount);
    }

    private double tolerance() {
        return ROUNDING * Math.max(1, Math.abs(mean));
    }

    private boolean constant() {
        return variance <= alpha * tolerance() * tolerance() / plannedCount;
    }

    /** 0 if all values are the mean up to rounding, else infinite with the sign of the first that is not; NaN if any is NaN. */
    private double deviation(double[] values, int n) {
        double tolerance = tolerance();
        double evidence = 0;
        for (int i = 0; i < n; i++) {
            double d = values[i] - mean;
            if (Double.isNaN(d)) {
                return Double.NaN;
            }
            if (evidence == 0 && Math.abs(d) > tolerance) {
                evidence = d > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            }
        }
        return evidence;
    }
}
