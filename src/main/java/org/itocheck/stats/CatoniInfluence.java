package org.itocheck.stats;

/**
 * The sum of psi(a (y - mean)) with psi(t) = sign(t) log(1 + |t| + t^2/2), Catoni's narrow influence function.
 * <p>Over a group of values the sum is log(P/Q), P the product of the w = 1 + |t| + t^2/2 with t > 0 and Q of those with t < 0: one logarithm
 * a group. |t| + t and |t| - t are 2|t| or 0 exactly, which sorts the factors without a branch. All factors are at least 1, so a finite
 * product had no overflow on its way; other values are summed one by one. Only exact IEEE operations and {@link StrictMath} are used, in a
 * fixed order: the same bits on every JVM.
 * <p>A block of 512 values makes four groups of 128: what is left is folded in the middle, upper half onto lower, until four factors are left.
 * These are loops over rows with distances that the compiler knows, so it vectorises them. Fewer than two blocks, and the rest after the
 * last block, are groups of 32 from left to right.
 */
final class CatoniInfluence {
    private static final int BLOCK = 512;
    private static final int GROUPS = 4;
    private static final int GROUP = 32;
    private static final double SQUARE_OVERFLOWS = 1e150;

    private CatoniInfluence() {}

    static double sum(double[] values, int n, double mean, double a, double[] scratch) {
        double sum = 0;
        int from = 0;
        if (n >= 2 * BLOCK) {
            for (; from + BLOCK <= n; from += BLOCK) {
                sum += block(values, from, mean, a, scratch);
            }
        }
        for (; from < n; from += GROUP) {
            sum += group(values, from, Math.min(from + GROUP, n), mean, a);
        }
        return sum;
    }

    private static double block(double[] values, int from, double mean, double a, double[] scratch) {
        System.arraycopy(values, from, scratch, 0, BLOCK);
        factors(scratch, mean, a);
        fold(scratch, 256);
        fold(scratch, 128);
        fold(scratch, 64);
        fold(scratch, 32);
        fold(scratch, 16);
        fold(scratch, 8);
        fold(scratch, GROUPS);
        double sum = 0;
        for (int g = 0; g < GROUPS; g++) {
            double p = scratch[g];
            double q = scratch[BLOCK + g];
            if (!(p <= Double.MAX_VALUE && q <= Double.MAX_VALUE)) {
                return oneByOne(values, from, from + BLOCK, mean, a);
            }
            sum += StrictMath.log(p / q);
        }
        return sum;
    }

    /** The factors of P in the place of the values, those of Q a block behind them. */
    private static void factors(double[] row, double mean, double a) {
        for (int i = 0; i < BLOCK; i++) {
            double t = a * (row[i] - mean);
            row[i + BLOCK] = factor(Math.abs(t) - t);
        }
        for (int i = 0; i < BLOCK; i++) {
            double t = a * (row[i] - mean);
            row[i] = factor(Math.abs(t) + t);
        }
    }

    private static void fold(double[] row, int half) {
        for (int i = 0; i < half; i++) {
            row[i] *= row[i + half];
        }
        for (int i = BLOCK; i < BLOCK + half; i++) {
            row[i] *= row[i + half];
        }
    }

    private static double group(double[] values, int from, int to, double mean, double a) {
        double ratio = ratio(values, from, to, mean, a);
        return ratio > 0 && ratio < Double.POSITIVE_INFINITY
                ? StrictMath.log(ratio)
                : oneByOne(values, from, to, mean, a);
    }

    /** P/Q from left to right, or NaN if a product is not finite. */
    private static double ratio(double[] values, int from, int to, double mean, double a) {
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
