package org.itocheck.math;

/**
 * Sine and cosine on rows: x = n pi + r with |r| <= pi/2 and n an integer (sine) or half an odd integer (cosine), then the Taylor
 * polynomial of degree 21 for sin r (its remainder is below 1e-18) with the sign (-1)^n.
 * <p>Up to 1e5 in absolute value n has at most 16 bits, so that x - n pi with pi in two doubles is exact to the last bit; entries beyond
 * are redone by {@link StrictMath}, whose bits are specified. In plain loops; {@code VectorSine} does the same on the Vector API.
 */
class Sine {
    static final double PI_HIGH = 3.141592653589793;
    static final double PI_LOW = 1.2246467991473532e-16;
    static final double ONE_OVER_PI = 0.3183098861837907;
    static final double ROUNDER = 0x1.8p52;
    private static final long ONE_BITS = 0x3FF0000000000000L;
    /** The bits of 1e5, the largest argument of the polynomial path. */
    static final long FARTHEST_BITS = 0x40F86A0000000000L;

    static final double C3 = -1.0 / 6;
    static final double C5 = 1.0 / 120;
    static final double C7 = -1.0 / 5040;
    static final double C9 = 1.0 / 362880;
    static final double C11 = -1.0 / 39916800;
    static final double C13 = 1.0 / 6227020800.0;
    static final double C15 = -1.0 / 1307674368000.0;
    static final double C17 = 1.0 / 355687428096000.0;
    static final double C19 = -1.0 / 121645100408832000.0;
    static final double C21 = 1.0 / 51090942171709440000.0;

    private final int lanes;
    private final BitCasts casts;
    private final double[] rounded;
    private final double[] remainder;
    private final long[] bits;
    private final long[] work;

    Sine(int lanes, BitCasts casts) {
        this.lanes = lanes;
        this.casts = casts;
        rounded = new double[lanes];
        remainder = new double[lanes];
        bits = new long[lanes];
        work = new long[lanes];
    }

    void sin(double[] x, double[] out) {
        evaluate(x, 0, out);
        if (anyFar(bits, lanes) < 0) {
            for (int j = 0; j < lanes; j++) {
                if (isFar(bits[j])) {
                    out[j] = StrictMath.sin(Double.longBitsToDouble(bits[j]));
                }
            }
        }
    }

    void cos(double[] x, double[] out) {
        evaluate(x, 1, out);
        if (anyFar(bits, lanes) < 0) {
            for (int j = 0; j < lanes; j++) {
                if (isFar(bits[j])) {
                    out[j] = StrictMath.cos(Double.longBitsToDouble(bits[j]));
                }
            }
        }
    }

    /** sin(x + quarters pi/2) for quarters 0 or 1; leaves the bits of x behind. */
    private void evaluate(double[] x, int quarters, double[] out) {
        casts.toLongs(x, bits);
        round(x, 0.5 * quarters, rounded, lanes);
        casts.toLongs(rounded, work);
        reduce(x, rounded, 0.5 * quarters, remainder, lanes);
        signs(work, quarters, lanes);
        casts.toDoubles(work, rounded);
        taylor(remainder, rounded, out, lanes);
    }

    private static void round(double[] x, double shift, double[] out, int n) {
        for (int j = 0; j < n; j++) {
            out[j] = Math.fma(x[j], ONE_OVER_PI, -shift) + ROUNDER;
        }
    }

    /** r = x - k pi; the first fma is exact for k != 0: both terms are multiples of 2^-53, the result is below 2. */
    private static void reduce(double[] x, double[] rounded, double shift, double[] out, int n) {
        for (int j = 0; j < n; j++) {
            double minusK = (ROUNDER - rounded[j]) - shift;
            out[j] = Math.fma(minusK, PI_LOW, Math.fma(minusK, PI_HIGH, x[j]));
        }
    }

    /** The bits of (-1)^(n + quarters), n being the low bits of {@code rounded}. */
    private static void signs(long[] rounded, int quarters, int n) {
        for (int j = 0; j < n; j++) {
            rounded[j] = ((rounded[j] + quarters) << 63) | ONE_BITS;
        }
    }

    private static void taylor(double[] r, double[] sign, double[] out, int n) {
        for (int j = 0; j < n; j++) {
            double x = r[j];
            double w = x * x;
            double p = Math.fma(C21, w, C19);
            p = Math.fma(p, w, C17);
            p = Math.fma(p, w, C15);
            p = Math.fma(p, w, C13);
            p = Math.fma(p, w, C11);
            p = Math.fma(p, w, C9);
            p = Math.fma(p, w, C7);
            p = Math.fma(p, w, C5);
            p = Math.fma(p, w, C3);
            out[j] = sign[j] * Math.fma(x * w, p, x);
        }
    }

    /** Negative if some |x| is above 1e5, infinite or NaN. */
    private static long anyFar(long[] bits, int n) {
        long any = 0;
        for (int j = 0; j < n; j++) {
            any |= FARTHEST_BITS - (bits[j] & Long.MAX_VALUE);
        }
        return any;
    }

    private static boolean isFar(long bits) {
        return (bits & Long.MAX_VALUE) > FARTHEST_BITS;
    }
}
