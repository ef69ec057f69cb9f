package org.itocheck.stats;

/**
 * Count, mean and central sums of a set of numbers; sets merge without their numbers.
 * <p>The merge is not associative in floating point: merge in a fixed order, and results do not depend on who computed the parts.
 *
 * @param count number of values, 0 or more
 * @param mean their mean; NaN for an empty set
 * @param m2 sum of (y - mean)^2
 * @param m3 sum of (y - mean)^3
 */
public record Moments(long count, double mean, double m2, double m3) {
    /** The moments of no numbers: neutral in {@link #merge}. */
    public static final Moments EMPTY = new Moments(0, Double.NaN, 0, 0);

    /** Refuses a negative count. */
    public Moments {
        Checks.atLeast("count", count, 0);
    }

    /**
     * The moments of {@code values[0..n)}, in two passes over the values and with {@link TreeSum}. Allocates nothing but the result.
     *
     * @param values shape [at least n], not changed; a value that is not finite makes the moments NaN
     * @param n number of values, 0 to {@code values.length}
     * @param scratch shape [at least n], overwritten; another array than {@code values}
     * @return the moments, in the unit of the values to the powers 1, 2 and 3
     * @throws IllegalArgumentException if n is out of range, scratch is too short or scratch is values
     */
    public static Moments of(double[] values, int n, double[] scratch) {
        Checks.chunk(values, n, scratch);
        if (scratch == values) {
            throw new IllegalArgumentException(
                    "scratch is values itself, which it would overwrite; give another array");
        }
        if (n == 0) {
            return EMPTY;
        }
        double mean = TreeSum.sum(values, n, scratch) / n;
        for (int i = 0; i < n; i++) {
            double d = values[i] - mean;
            scratch[i] = d * d;
        }
        double m2 = TreeSum.sum(scratch, n, scratch);
        for (int i = 0; i < n; i++) {
            double d = values[i] - mean;
            scratch[i] = d * d * d;
        }
        return new Moments(n, mean, m2, TreeSum.sum(scratch, n, scratch));
    }

    /**
     * The moments of both sets together.
     *
     * @param later the moments of numbers that are not in this set
     * @return the moments of the union; this or {@code later} unchanged if the other is empty
     * @see <a href="https://doi.org/10.2172/1028931">Pebay (2008), formulas for one-pass parallel moments; Chan, Golub, LeVeque (1979)</a>
     */
    public Moments merge(Moments later) {
        if (count == 0) {
            return later;
        }
        if (later.count == 0) {
            return this;
        }
        double a = count;
        double b = later.count;
        double n = a + b;
        double delta = later.mean - mean;
        double shift = delta / n;
        double cross = delta * shift * a * b;
        return new Moments(
                Math.addExact(count, later.count),
                mean + shift * b,
                m2 + later.m2 + cross,
                m3 + later.m3 + cross * shift * (a - b) + 3 * shift * (a * later.m2 - b * m2));
    }

    /** {@return the unbiased sample variance m2 / (count - 1); NaN below 2 values} */
    public double variance() {
        return count < 2 ? Double.NaN : m2 / (count - 1);
    }

    /** {@return the square root of the variance; NaN below 2 values} */
    public double standardDeviation() {
        return Math.sqrt(variance());
    }

    /** {@return the standard error of the mean, standardDeviation / sqrt(count); NaN below 2 values} */
    public double standardError() {
        return Math.sqrt(variance() / count);
    }

    /** {@return (m3 / count) / (m2 / count)^(3/2), dimensionless; NaN below 2 values or if all are equal} */
    public double skewness() {
        double v = m2 / count;
        return count < 2 || v == 0 ? Double.NaN : m3 / count / (v * Math.sqrt(v));
    }
}
