package org.itocheck.math;

/**
 * The saturating functions of neural losses on rows, all from {@link Exponential} and one series for log(1 + y). In plain loops;
 * {@code VectorSigmoids} does the same on the Vector API.
 */
class Sigmoids {
    private static final double HUGE = 0x1p1000;

    static final double C1 = 1.0 / 3;
    static final double C2 = 1.0 / 5;
    static final double C3 = 1.0 / 7;
    static final double C4 = 1.0 / 9;
    static final double C5 = 1.0 / 11;
    static final double C6 = 1.0 / 13;
    static final double C7 = 1.0 / 15;
    static final double C8 = 1.0 / 17;
    static final double C9 = 1.0 / 19;
    static final double C10 = 1.0 / 21;
    static final double C11 = 1.0 / 23;
    static final double C12 = 1.0 / 25;
    static final double C13 = 1.0 / 27;
    static final double C14 = 1.0 / 29;
    static final double C15 = 1.0 / 31;

    private final int lanes;
    private final Exponential exponential;
    private final double[] work;

    Sigmoids(int lanes, Exponential exponential) {
        this.lanes = lanes;
        this.exponential = exponential;
        work = new double[lanes];
    }

    /** tanh |x| = m / (m + 2) with m = e^(2|x|) - 1, then the sign of x: odd to the last bit. */
    void tanh(double[] x, double[] out) {
        timesAbsolute(2, x, work, lanes);
        exponential.expm1(work, work);
        for (int j = 0; j < lanes; j++) {
            double sign = Math.max(-1, Math.min(1, x[j] * HUGE * HUGE));
            out[j] = work[j] / (work[j] + 2) * sign;
        }
    }

    /** 1 / (1 + e^-x). */
    void logistic(double[] x, double[] out) {
        for (int j = 0; j < lanes; j++) {
            work[j] = -x[j];
        }
        exponential.exp(work, work);
        for (int j = 0; j < lanes; j++) {
            out[j] = 1 / (1 + work[j]);
        }
    }

    /** max(x, 0) + log(1 + y) with y = e^-|x|. */
    void softplus(double[] x, double[] out) {
        timesAbsolute(-1, x, work, lanes);
        exponential.exp(work, work);
        for (int j = 0; j < lanes; j++) {
            work[j] = work[j] / (2 + work[j]);
        }
        logarithmOfQuotient(work, lanes);
        for (int j = 0; j < lanes; j++) {
            out[j] = Math.max(x[j], 0) + work[j];
        }
    }

    /** |x| + log(1 + y) with y = (e^-2|x| - 1) / 2: the logarithm of 2 never has to cancel. */
    void logCosh(double[] x, double[] out) {
        timesAbsolute(-2, x, work, lanes);
        exponential.expm1(work, work);
        for (int j = 0; j < lanes; j++) {
            work[j] = work[j] / (4 + work[j]);
        }
        logarithmOfQuotient(work, lanes);
        for (int j = 0; j < lanes; j++) {
            out[j] = Math.max(0, Math.abs(x[j]) + work[j]);
        }
    }

    private static void timesAbsolute(double factor, double[] x, double[] out, int n) {
        for (int j = 0; j < n; j++) {
            out[j] = factor * Math.abs(x[j]);
        }
    }

    /** log((1 + s) / (1 - s)) = 2 artanh(s) for |s| <= 1/3, that is log(1 + y) with s = y / (2 + y); the remainder is below 3e-17. */
    private static void logarithmOfQuotient(double[] row, int n) {
        for (int j = 0; j < n; j++) {
            double s = row[j];
            double w = s * s;
            double p = Math.fma(C15, w, C14);
            p = Math.fma(p, w, C13);
            p = Math.fma(p, w, C12);
            p = Math.fma(p, w, C11);
            p = Math.fma(p, w, C10);
            p = Math.fma(p, w, C9);
            p = Math.fma(p, w, C8);
            p = Math.fma(p, w, C7);
            p = Math.fma(p, w, C6);
            p = Math.fma(p, w, C5);
            p = Math.fma(p, w, C4);
            p = Math.fma(p, w, C3);
            p = Math.fma(p, w, C2);
            p = Math.fma(p, w, C1);
            row[j] = 2 * Math.fma(s * w, p, s);
        }
    }
}
