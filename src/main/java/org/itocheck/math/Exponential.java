package org.itocheck.math;

/**
 * e^x and e^x - 1 on rows: x = n ln 2 + r with |r| <= ln(2)/2, the Taylor polynomial of degree 13 for e^r - 1 (its remainder is below
 * 5e-18), then the exponent n put back as bits. In plain loops; {@code VectorExponential} does the same on the Vector API.
 */
class Exponential {
    static final double LN2_HIGH = 0.6931471805599453;
    static final double LN2_LOW = 2.3190468138462996e-17;
    static final double LOG2_E = 1.4426950408889634;
    /** Adding 1.5 2^52 rounds to an integer and leaves it in the low bits. */
    static final double ROUNDER = 0x1.8p52;

    static final long ROUNDER_BITS = 0x4338000000000000L;
    static final int EXPONENT_BIAS = 1023;
    static final int MANTISSA_BITS = 52;
    /** e^x is 0 below -746 and infinite above 710, so x may stop there. */
    static final double LOWEST = -746;

    static final double HIGHEST = 710;
    /** Beyond 44 either way, e^x - 1 is e^x or -1 to the last bit. */
    static final double FAR = 44;

    static final double C2 = 1.0 / 2;
    static final double C3 = 1.0 / 6;
    static final double C4 = 1.0 / 24;
    static final double C5 = 1.0 / 120;
    static final double C6 = 1.0 / 720;
    static final double C7 = 1.0 / 5040;
    static final double C8 = 1.0 / 40320;
    static final double C9 = 1.0 / 362880;
    static final double C10 = 1.0 / 3628800;
    static final double C11 = 1.0 / 39916800;
    static final double C12 = 1.0 / 479001600;
    static final double C13 = 1.0 / 6227020800.0;

    private final int lanes;
    private final BitCasts casts;
    private final double[] clamped;
    private final double[] rounded;
    private final double[] fraction;
    private final double[] scale;
    private final long[] exponent;
    private final long[] half;

    Exponential(int lanes, BitCasts casts) {
        this.lanes = lanes;
        this.casts = casts;
        clamped = new double[lanes];
        rounded = new double[lanes];
        fraction = new double[lanes];
        scale = new double[lanes];
        exponent = new long[lanes];
        half = new long[lanes];
    }

    /** e^x; overflows to infinity and underflows gradually to 0. */
    void exp(double[] x, double[] out) {
        reduce(x, LOWEST, HIGHEST);
        // 2^n = 2^a 2^b with a = floor(n / 2): each half is a normal number even where 2^n is not
        firstHalf(exponent, half, lanes);
        secondHalf(exponent, half, lanes);
        casts.toDoubles(half, scale);
        casts.toDoubles(exponent, rounded);
        join(fraction, scale, rounded, out, lanes);
    }

    /** e^x - 1, without cancellation near 0; from x = 44 on it stays at e^44. */
    void expm1(double[] x, double[] out) {
        reduce(x, -FAR, FAR);
        wholePower(exponent, half, lanes);
        casts.toDoubles(half, scale);
        joinMinusOne(fraction, scale, out, lanes);
    }

    /** Leaves e^r - 1 in {@code fraction} and the bits of ROUNDER + n in {@code exponent}. */
    private void reduce(double[] x, double lowest, double highest) {
        clamp(x, lowest, highest, clamped, lanes);
        round(clamped, rounded, lanes);
        casts.toLongs(rounded, exponent);
        remainder(clamped, rounded, lanes);
        taylor(clamped, fraction, lanes);
    }

    private static void clamp(double[] x, double lowest, double highest, double[] out, int n) {
        for (int j = 0; j < n; j++) {
            out[j] = Math.max(lowest, Math.min(highest, x[j]));
        }
    }

    private static void round(double[] x, double[] out, int n) {
        for (int j = 0; j < n; j++) {
            out[j] = Math.fma(x[j], LOG2_E, ROUNDER);
        }
    }

    /** r = x - n ln 2; the first fma is exact, because both terms are multiples of 2^-54 and the result is below 1/2. */
    private static void remainder(double[] x, double[] rounded, int n) {
        for (int j = 0; j < n; j++) {
            double k = ROUNDER - rounded[j];
            x[j] = Math.fma(k, LN2_LOW, Math.fma(k, LN2_HIGH, x[j]));
        }
    }

    private static void taylor(double[] r, double[] out, int n) {
        for (int j = 0; j < n; j++) {
            double x = r[j];
            double p = Math.fma(C13, x, C12);
            p = Math.fma(p, x, C11);
            p = Math.fma(p, x, C10);
            p = Math.fma(p, x, C9);
            p = Math.fma(p, x, C8);
            p = Math.fma(p, x, C7);
            p = Math.fma(p, x, C6);
            p = Math.fma(p, x, C5);
            p = Math.fma(p, x, C4);
            p = Math.fma(p, x, C3);
            p = Math.fma(p, x, C2);
            out[j] = Math.fma(x * x, p, x);
        }
    }

    /** The bits of 2^a, a = floor(n / 2); shifted by 2048 so that the division is a logical shift. */
    private static void firstHalf(long[] rounded, long[] out, int n) {
        for (int j = 0; j < n; j++) {
            out[j] = (((rounded[j] - (ROUNDER_BITS - 2048)) >>> 1) - (1024 - EXPONENT_BIAS)) << MANTISSA_BITS;
        }
    }

    /** The bits of 2^(n - a), from n and the bits of 2^a. */
    private static void secondHalf(long[] rounded, long[] first, int n) {
        for (int j = 0; j < n; j++) {
            rounded[j] = ((rounded[j] - (ROUNDER_BITS - 2 * EXPONENT_BIAS)) << MANTISSA_BITS) - first[j];
        }
    }

    private static void wholePower(long[] rounded, long[] out, int n) {
        for (int j = 0; j < n; j++) {
            out[j] = (rounded[j] - (ROUNDER_BITS - EXPONENT_BIAS)) << MANTISSA_BITS;
        }
    }

    private static void join(double[] fraction, double[] first, double[] second, double[] out, int n) {
        for (int j = 0; j < n; j++) {
            out[j] = (1 + fraction[j]) * first[j] * second[j];
        }
    }

    private static void joinMinusOne(double[] fraction, double[] power, double[] out, int n) {
        for (int j = 0; j < n; j++) {
            out[j] = Math.fma(power[j], fraction[j], power[j] - 1);
        }
    }
}
