package org.itocheck.math;

/**
 * The natural logarithm on rows: x = 2^e m with m in [sqrt(1/2), sqrt 2), s = (m - 1) / (m + 1), and the series of 2 artanh(s) to
 * s^21 (its remainder is below 3e-17 of the value). Entries that are not positive normal numbers are redone by {@link StrictMath},
 * whose bits are specified. In plain loops; {@code VectorLogarithm} does the same on the Vector API.
 */
class Logarithm {
    static final long SQRT_HALF_BITS = 0x3FE6A09E667F3BCDL;
    static final long SMALLEST_NORMAL_BITS = 0x0010000000000000L;
    static final int MANTISSA_BITS = 52;
    static final long EXPONENT_OFFSET = 1024;
    static final long TWO_TO_52_BITS = 0x4330000000000000L;

    static final double C1 = 2.0 / 3;
    static final double C2 = 2.0 / 5;
    static final double C3 = 2.0 / 7;
    static final double C4 = 2.0 / 9;
    static final double C5 = 2.0 / 11;
    static final double C6 = 2.0 / 13;
    static final double C7 = 2.0 / 15;
    static final double C8 = 2.0 / 17;
    static final double C9 = 2.0 / 19;
    static final double C10 = 2.0 / 21;

    private final int lanes;
    private final BitCasts casts;
    private final long[] bits;
    private final long[] work;
    private final double[] exponent;
    private final double[] mantissa;

    Logarithm(int lanes, BitCasts casts) {
        this.lanes = lanes;
        this.casts = casts;
        bits = new long[lanes];
        work = new long[lanes];
        exponent = new double[lanes];
        mantissa = new double[lanes];
    }

    void log(double[] x, double[] out) {
        casts.toLongs(x, bits);
        exponentBits(bits, work, lanes);
        casts.toDoubles(work, exponent);
        mantissaBits(bits, work, lanes);
        casts.toDoubles(work, mantissa);
        series(mantissa, exponent, out, lanes);
        if (anyUnusual(bits, lanes) < 0) {
            redoUnusual(bits, out, lanes);
        }
    }

    /** The bits of the double 2^52 + 1024 + e. */
    private static void exponentBits(long[] bits, long[] out, int n) {
        for (int j = 0; j < n; j++) {
            out[j] = ((bits[j] - (SQRT_HALF_BITS - (EXPONENT_OFFSET << MANTISSA_BITS))) >>> MANTISSA_BITS)
                    | TWO_TO_52_BITS;
        }
    }

    private static void mantissaBits(long[] bits, long[] out, int n) {
        for (int j = 0; j < n; j++) {
            out[j] = bits[j] - ((out[j] - EXPONENT_OFFSET) << MANTISSA_BITS);
        }
    }

    /** e ln 2 + log(1 + f), the latter as f - (f^2/2 - s (f^2/2 + R(s^2))): f alone is exact and carries the leading digits. */
    private static void series(double[] mantissa, double[] exponent, double[] out, int n) {
        for (int j = 0; j < n; j++) {
            double f = mantissa[j] - 1;
            double e = exponent[j] - (0x1p52 + EXPONENT_OFFSET);
            double s = f / (2 + f);
            double w = s * s;
            double p = Math.fma(C10, w, C9);
            p = Math.fma(p, w, C8);
            p = Math.fma(p, w, C7);
            p = Math.fma(p, w, C6);
            p = Math.fma(p, w, C5);
            p = Math.fma(p, w, C4);
            p = Math.fma(p, w, C3);
            p = Math.fma(p, w, C2);
            p = Math.fma(p, w, C1);
            double square = 0.5 * f * f;
            double tail = Math.fma(s, Math.fma(p, w, square), e * Exponential.LN2_LOW);
            out[j] = Math.fma(e, Exponential.LN2_HIGH, f - (square - tail));
        }
    }

    /** Negative if some entry is not a positive normal number, that is, not below infinity and at least 2^-1022. */
    private static long anyUnusual(long[] bits, int n) {
        long any = 0;
        for (int j = 0; j < n; j++) {
            long aboveSmallest = bits[j] - SMALLEST_NORMAL_BITS;
            any |= aboveSmallest | (aboveSmallest + 2 * SMALLEST_NORMAL_BITS);
        }
        return any;
    }

    private static void redoUnusual(long[] bits, double[] out, int n) {
        for (int j = 0; j < n; j++) {
            double x = Double.longBitsToDouble(bits[j]);
            if (!(x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE)) {
                out[j] = StrictMath.log(x);
            }
        }
    }
}
