package org.itocheck.random;

import org.itocheck.math.BitCasts;

/**
 * Two rows of independent N(0, 1) numbers from two rows of words: {@code sqrt(-2 log u) (cos, sin)(2 pi f)}.
 * <p>u = (m + 1/2) 2^-52 and f = m' 2^-52 - 1/2 with 52 bits m and m' of either word. The logarithm, sin(pi f) and cos(pi f) are minimax
 * polynomials, so that a number is wrong by less than 2e-12 of its radius; the largest in absolute value is sqrt(106 log 2) = 8.57. The casts between
 * doubles and bits cut the work into short loops, each of which C2 turns into vector code; it would not do so with all of them in one.
 */
final class BoxMuller {
    static final long ONE_BITS = 0x3FF0000000000000L;
    static final long TWO_TO_52_BITS = 0x4330000000000000L;
    static final long SQRT_HALF_BITS = 0x3FE6A09E667F3BCDL;
    static final int MANTISSA_BITS = 52;
    /** Keeps the exponent, -53 to 0, positive while it is an integer. */
    static final long OFFSET = 64;

    static final double MINUS_2_LN2 = -1.3862943611198906;

    // -2 log(1 + t) = t (L0 + L1 t + ...) for t in [sqrt(1/2) - 1, sqrt 2 - 1]
    static final double L0 = -2.0000000000004343;
    static final double L1 = 0.9999999999702511;
    static final double L2 = -0.666666666228345;
    static final double L3 = 0.500000008662563;
    static final double L4 = -0.40000007611025507;
    static final double L5 = 0.3333326446758859;
    static final double L6 = -0.2857091652188976;
    static final double L7 = 0.25002150799003514;
    static final double L8 = -0.22238826105579962;
    static final double L9 = 0.19974732338243306;
    static final double L10 = -0.17908325578573425;
    static final double L11 = 0.16634870421806566;
    static final double L12 = -0.17500810465386427;
    static final double L13 = 0.16935752822916247;
    static final double L14 = -0.08545601460870363;

    // sin(pi f) = f (S0 + S1 f^2 + ...) for f in [-1/2, 1/2]
    static final double S0 = 3.141592653589635;
    static final double S1 = -5.167712779987959;
    static final double S2 = 2.550164035906745;
    static final double S3 = -0.5992644339357286;
    static final double S4 = 0.08214479467064854;
    static final double S5 = -0.007364005472115722;
    static final double S6 = 0.0004474920849077101;

    // cos(pi f) = C0 + C1 f^2 + ... for f in [-1/2, 1/2]
    static final double C0 = 0.9999999999992479;
    static final double C1 = -4.93480220024985;
    static final double C2 = 4.0587121075374375;
    static final double C3 = -1.33526231526157;
    static final double C4 = 0.2353254365877112;
    static final double C5 = -0.02577631642731586;
    static final double C6 = 0.0018399894372694043;

    private final int lanes;
    private final BitCasts casts;
    private final long[] bits;
    private final long[] exponentBits;
    private final double[] radius;
    private final double[] exponent;
    private final double[] angle;

    BoxMuller(int lanes, BitCasts casts) {
        this.lanes = lanes;
        this.casts = casts;
        bits = new long[lanes];
        exponentBits = new long[lanes];
        radius = new double[lanes];
        exponent = new double[lanes];
        angle = new double[lanes];
    }

    /** Writes the cosine row and the sine row; the words may not be reused, the rows must differ. */
    void pair(long[] radiusWords, long[] angleWords, double[] cosineRow, double[] sineRow) {
        radius(radiusWords);
        oneToTwo(angleWords, bits, lanes);
        casts.toDoubles(bits, angle);
        subtract(angle, 1.5, lanes);
        project(radius, angle, cosineRow, sineRow, lanes);
    }

    private void radius(long[] words) {
        oneToTwo(words, bits, lanes);
        casts.toDoubles(bits, radius);
        subtract(radius, 1 - 0x1p-53, lanes);
        casts.toLongs(radius, bits);
        split(bits, exponentBits, lanes);
        casts.toDoubles(bits, radius);
        casts.toDoubles(exponentBits, exponent);
        radiusOf(radius, exponent, lanes);
    }

    /** The bits of 1 + m 2^-52. */
    private static void oneToTwo(long[] words, long[] out, int n) {
        for (int j = 0; j < n; j++) {
            out[j] = (words[j] >>> 12) | ONE_BITS;
        }
    }

    private static void subtract(double[] row, double value, int n) {
        for (int j = 0; j < n; j++) {
            row[j] = row[j] - value;
        }
    }

    /** The bits of 2^52 + 64 + e and, in place, those of m, where u = 2^e m with m in [sqrt(1/2), sqrt 2). */
    private static void split(long[] bits, long[] exponent, int n) {
        for (int j = 0; j < n; j++) {
            long u = bits[j];
            long e = (u - (SQRT_HALF_BITS - (OFFSET << MANTISSA_BITS))) >>> MANTISSA_BITS;
            exponent[j] = e | TWO_TO_52_BITS;
            bits[j] = u - ((e - OFFSET) << MANTISSA_BITS);
        }
    }

    private static void radiusOf(double[] mantissa, double[] exponent, int n) {
        for (int j = 0; j < n; j++) {
            double t = mantissa[j] - 1;
            double e = exponent[j] - (0x1p52 + OFFSET);
            mantissa[j] = Math.sqrt(Math.fma(e, MINUS_2_LN2, t * minusTwoLog(t)));
        }
    }

    /** Estrin's scheme: four levels of fma instead of fourteen. */
    private static double minusTwoLog(double t) {
        double t2 = t * t;
        double t4 = t2 * t2;
        double a = Math.fma(Math.fma(L3, t, L2), t2, Math.fma(L1, t, L0));
        double b = Math.fma(Math.fma(L7, t, L6), t2, Math.fma(L5, t, L4));
        double c = Math.fma(Math.fma(L11, t, L10), t2, Math.fma(L9, t, L8));
        double d = Math.fma(L14, t2, Math.fma(L13, t, L12));
        return Math.fma(Math.fma(d, t4, c), t4 * t4, Math.fma(b, t4, a));
    }

    /** R cos(2 pi f) = R - 2 R sin^2(pi f) and R sin(2 pi f) = 2 R sin(pi f) cos(pi f). */
    private static void project(double[] radius, double[] angle, double[] cosineRow, double[] sineRow, int n) {
        for (int j = 0; j < n; j++) {
            double f = angle[j];
            double w = f * f;
            double w2 = w * w;
            double sine = f * sineOverF(w, w2);
            double radiusSine = radius[j] * sine;
            cosineRow[j] = Math.fma(-2 * radiusSine, sine, radius[j]);
            sineRow[j] = 2 * radiusSine * cosine(w, w2);
        }
    }

    private static double sineOverF(double w, double w2) {
        double low = Math.fma(Math.fma(S3, w, S2), w2, Math.fma(S1, w, S0));
        return Math.fma(Math.fma(S6, w2, Math.fma(S5, w, S4)), w2 * w2, low);
    }

    private static double cosine(double w, double w2) {
        double low = Math.fma(Math.fma(C3, w, C2), w2, Math.fma(C1, w, C0));
        return Math.fma(Math.fma(C6, w2, Math.fma(C5, w, C4)), w2 * w2, low);
    }
}
