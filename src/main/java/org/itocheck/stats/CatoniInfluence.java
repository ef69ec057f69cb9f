package org.itocheck.stats;

/**
 * The sum of psi(a (y - mean)) with psi(t) = sign(t) log(1 + |t| + t^2/2), Catoni's narrow influence function.
 * <p>Within a group of 32 values the sum is log(P/Q), P the product of the w = 1 + |t| + t^2/2 with t > 0 and Q of those with t < 0: one
 * logarithm a group. |t| + t and |t| - t are 2|t| or 0 exactly, which sorts the factors without a branch. All factors are at least 1, so a
 * finite product had no overflow on its way; any other group is summed value by value. Only exact IEEE operations and {@link StrictMath}
 * are used, in a fixed order: the same bits on every JVM.
 */
final class CatoniInfluence {
    private static final int GROUP = 32;
    private static final int LANES = 4;
    private static final double SQUARE_OVERFLOWS = 1e150;

    private CatoniInfluence() {}

    static double sum(double[] values, int n, double mean, double a, double[] scratch) {
        int groups = 0;
        for (int from = 0; from < n; from += GROUP) {
            int to = Math.min(from + GROUP, n);
            double ratio = to - from == GROUP ? ratio(values, from, mean, a) : lastRatio(values, from, to, mean, a);
            scratch[groups++] = ratio > 0 && ratio < Double.POSITIVE_INFINITY
                    ? StrictMath.log(ratio)
                    : oneByOne(values, from, to, mean, a);
        }
        return TreeSum.sum(scratch, groups, scratch);
    }

    /** P/Q of one full group, or NaN if a product is not finite. */
    private static double ratio(double[] values, int from, double mean, double a) {
        double p0 = 1;
        double p1 = 1;
        double p2 = 1;
        double p3 = 1;
        double q0 = 1;
        double q1 = 1;
        double q2 = 1;
        double q3 = 1;
        for (int i = from; i < from + GROUP; i += LANES) {
            double t0 = a * (values[i] - mean);
            double t1 = a * (values[i + 1] - mean);
            double t2 = a * (values[i + 2] - mean);
            double t3 = a * (values[i + 3] - mean);
            p0 *= factor(Math.abs(t0) + t0);
            p1 *= factor(Math.abs(t1) + t1);
            p2 *= factor(Math.abs(t2) + t2);
            p3 *= factor(Math.abs(t3) + t3);
            q0 *= factor(Math.abs(t0) - t0);
            q1 *= factor(Math.abs(t1) - t1);
            q2 *= factor(Math.abs(t2) - t2);
            q3 *= factor(Math.abs(t3) - t3);
        }
        double p = (p0 * p1) * (p2 * p3);
        double q = (q0 * q1) * (q2 * q3);
        return p <= Double.MAX_VALUE && q <= Double.MAX_VALUE ? p / q : Double.NaN;
    }

    /** P/Q of fewer values than a group, from left to right. */
    private static double lastRatio(double[] values, int from, int to, double mean, double a) {
        double p = 1;
        double q = 1;
        for (int i = from; i < to; i++) {
            double t = a * (values[i] - mean);
            p *= factor(Math.abs(t) + t);
            q *= factor(Math.abs(t) - t);
        }
        return p <= Double.MAX_VALUE && q <= Double.MAX_VALUE ? p / q : Double.NaN;
    }

    /** 1 + t + t^2/2 for twice = 2t. */
    private static double factor(double twice) {
        return 1 + twice * (0.5 + 0.125 * twice);
    }

    private static double oneByOne(double[] values, int from, int to, double mean, double a) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += psi(a * (values[i] - mean));
        }
        return sum;
    }

    /** Catoni's influence of one value; NaN for NaN, finite for every finite t. */
    static double psi(double t) {
        double size = Math.abs(t);
        double log = size > SQUARE_OVERFLOWS
                ? 2 * StrictMath.log(size) - StrictMath.log(2)
                : StrictMath.log1p(size * (1 + size / 2));
        return Math.copySign(log, t);
    }
}
