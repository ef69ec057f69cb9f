package org.itocheck.random;

import org.itocheck.math.BitCasts;
import org.itocheck.math.RowMath;

/** Rows of the laws that lack moments; working memory of one thread, no state that lasts from call to call. */
final class HeavyTails {
    private static final long ONE_BITS = 0x3FF0000000000000L;
    private static final int LEAST_DEGREES = 3;
    private static final int MOST_DEGREES = 64;
    private static final double THIRD = 1.0 / 3;

    private final int lanes;
    private final BitCasts casts;
    private final RowMath math;
    private final long[] bits;
    private final double[] first;
    private final double[] second;
    private final double[] third;

    HeavyTails(int lanes, BitCasts casts, RowMath math) {
        this.lanes = lanes;
        this.casts = casts;
        this.math = math;
        bits = new long[lanes];
        first = new double[lanes];
        second = new double[lanes];
        third = new double[lanes];
    }

    /** sqrt(degrees - 2) z_0 / |(z_1, ..., z_degrees)| with Gaussians of the given rows. */
    void studentT(NoiseRows noise, int degrees, double[] row) {
        if (degrees < LEAST_DEGREES || degrees > MOST_DEGREES) {
            throw new IllegalArgumentException("degrees is " + degrees + ", expected " + LEAST_DEGREES + " to "
                    + MOST_DEGREES + "; below 3 there is no variance to scale to 1");
        }
        noise.gaussian(row);
        noise.gaussian(first);
        square(first, lanes);
        for (int i = 1; i < degrees; i++) {
            noise.gaussian(second);
            addSquare(second, first, lanes);
        }
        divideByRoot(row, degrees - 2.0, first, lanes);
    }

    /**
     * With V uniform on (-pi/2, pi/2) and W ~ Exp(1), {@code sin(3V/2) (W / (cos(V/2) cos^2 V))^(1/3)} (Chambers, Mallows and Stuck 1976 for
     * index 3/2). V = pi f with f an odd multiple of 2^-53, and cos V = sin(pi (1/2 - |f|)): no digit is lost near the ends.
     */
    void stable(long[] angleWords, long[] exponentialWords, double[] row) {
        oneToTwo(exponentialWords, bits, lanes);
        casts.toDoubles(bits, first);
        subtract(first, 1 - 0x1p-53, lanes);
        math.log(first, first);
        negate(first, lanes);
        math.log(first, first);
        oneToTwo(angleWords, bits, lanes);
        casts.toDoubles(bits, row);
        centre(row, lanes);
        scaleDistanceToEnd(row, second, lanes);
        math.sin(second, second);
        math.log(second, second);
        scale(row, 0.5 * Math.PI, third, lanes);
        math.cos(third, third);
        math.log(third, third);
        combine(first, second, third, lanes);
        math.exp(first, first);
        scale(row, 1.5 * Math.PI, second, lanes);
        math.sin(second, second);
        product(second, first, row, lanes);
    }

    private static void square(double[] row, int n) {
        for (int j = 0; j < n; j++) {
            row[j] = row[j] * row[j];
        }
    }

    private static void addSquare(double[] row, double[] sum, int n) {
        for (int j = 0; j < n; j++) {
            sum[j] += row[j] * row[j];
        }
    }

    private static void divideByRoot(double[] row, double factor, double[] square, int n) {
        for (int j = 0; j < n; j++) {
            row[j] = row[j] * Math.sqrt(factor / square[j]);
        }
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

    private static void negate(double[] row, int n) {
        for (int j = 0; j < n; j++) {
            row[j] = -row[j];
        }
    }

    /** Both additions are exact: what remains is an odd multiple of 2^-53 between -1/2 and 1/2. */
    private static void centre(double[] row, int n) {
        for (int j = 0; j < n; j++) {
            row[j] = (row[j] - 1.5) + 0x1p-53;
        }
    }

    private static void scaleDistanceToEnd(double[] f, double[] out, int n) {
        for (int j = 0; j < n; j++) {
            out[j] = Math.PI * (0.5 - Math.abs(f[j]));
        }
    }

    private static void scale(double[] row, double factor, double[] out, int n) {
        for (int j = 0; j < n; j++) {
            out[j] = factor * row[j];
        }
    }

    /** (log W - log cos(V/2) - 2 log cos V) / 3, in place of log W. */
    private static void combine(double[] logW, double[] logCosV, double[] logCosHalf, int n) {
        for (int j = 0; j < n; j++) {
            logW[j] = THIRD * (logW[j] - logCosHalf[j] - 2 * logCosV[j]);
        }
    }

    private static void product(double[] x, double[] y, double[] out, int n) {
        for (int j = 0; j < n; j++) {
            out[j] = x[j] * y[j];
        }
    }
}
