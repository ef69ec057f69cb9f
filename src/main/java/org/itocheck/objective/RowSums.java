package org.itocheck.objective;

import java.util.Arrays;

/**
 * Sums of rows of lanes, with numbers or with other rows as weights: the inner loops of every linear map of a block. A loop takes as many
 * terms as the compiler still vectorises: five numbers times rows, or two rows times rows (a third makes it no faster, five stop it). Each lane is summed in the same
 * order for any number of lanes, with one rounding a term.
 */
public final class RowSums {
    /** The number of partial sums of {@link #dot}. */
    static final int PARTIAL = 4;

    private RowSums() {}

    /** {@code out[j] += sum_k weights[offset + k] * rows[first + k][j]} for k below {@code count} and j below {@code lanes}. */
    public static void addWeighted(
            double[] weights, int offset, double[][] rows, int first, int count, double[] out, int lanes) {
        int k = 0;
        for (; k + 5 <= count; k += 5) {
            int w = offset + k;
            int r = first + k;
            five(
                    weights[w],
                    weights[w + 1],
                    weights[w + 2],
                    weights[w + 3],
                    weights[w + 4],
                    rows[r],
                    rows[r + 1],
                    rows[r + 2],
                    rows[r + 3],
                    rows[r + 4],
                    out,
                    lanes);
        }
        for (; k + 2 <= count; k += 2) {
            two(weights[offset + k], weights[offset + k + 1], rows[first + k], rows[first + k + 1], out, lanes);
        }
        if (k < count) {
            one(weights[offset + k], rows[first + k], out, lanes);
        }
    }

    /** {@code out[j] += sum_k a[k][j] * b[first + k][j]} for k below {@code count} and j below {@code lanes}. */
    public static void addProducts(double[][] a, double[][] b, int first, int count, double[] out, int lanes) {
        int k = 0;
        for (; k + 2 <= count; k += 2) {
            twoPairs(a[k], a[k + 1], b[first + k], b[first + k + 1], out, lanes);
        }
        if (k < count) {
            addProduct(a[k], b[first + k], out, lanes);
        }
    }

    /**
     * {@code out[j] = sum_k a[k][j] * b[first + k][j]} in an order that is as fast on contiguous vectors: partial sum p_q takes the terms
     * k = q, q + 4, ... one after the other, then {@code (p_0 + p_2) + (p_1 + p_3)}.
     *
     * @param partial overwritten, shape [4][lanes]
     */
    static void dot(double[][] a, double[][] b, int first, int count, double[][] partial, double[] out, int lanes) {
        for (int q = 0; q < PARTIAL; q++) {
            Arrays.fill(partial[q], 0);
            int k = q;
            for (; k + PARTIAL < count; k += 2 * PARTIAL) {
                twoPairs(a[k + PARTIAL], a[k], b[first + k + PARTIAL], b[first + k], partial[q], lanes);
            }
            if (k < count) {
                addProduct(a[k], b[first + k], partial[q], lanes);
            }
        }
        addFour(partial[0], partial[1], partial[2], partial[3], out, lanes);
    }

    private static void addFour(double[] p, double[] q, double[] r, double[] s, double[] out, int lanes) {
        for (int j = 0; j < lanes; j++) {
            out[j] = (p[j] + r[j]) + (q[j] + s[j]);
        }
    }

    /** {@code out[j] += a[j] * b[j]} for j below {@code lanes}. */
    public static void addProduct(double[] a, double[] b, double[] out, int lanes) {
        for (int j = 0; j < lanes; j++) {
            out[j] = Math.fma(a[j], b[j], out[j]);
        }
    }

    /** {@code out[j] = weight * row[j]}, with a zero that is never negative, as a sum over one row from 0 on has it. */
    public static void weigh(double weight, double[] row, double[] out, int lanes) {
        for (int j = 0; j < lanes; j++) {
            out[j] = Math.fma(weight, row[j], 0.0);
        }
    }

    /** {@link #weigh} for one row and {@link #scale} for another in one loop. */
    public static void weighAndScale(
            double weight, double[] row, double[] out, double factor, double[] scaled, int lanes) {
        for (int j = 0; j < lanes; j++) {
            out[j] = Math.fma(weight, row[j], 0.0);
            scaled[j] *= factor;
        }
    }

    /** {@code row[j] *= factor} for j below {@code lanes}. */
    public static void scale(double factor, double[] row, int lanes) {
        for (int j = 0; j < lanes; j++) {
            row[j] *= factor;
        }
    }

    private static void five(
            double a,
            double b,
            double c,
            double d,
            double e,
            double[] p,
            double[] q,
            double[] r,
            double[] s,
            double[] t,
            double[] out,
            int lanes) {
        for (int j = 0; j < lanes; j++) {
            out[j] = Math.fma(
                    a, p[j], Math.fma(b, q[j], Math.fma(c, r[j], Math.fma(d, s[j], Math.fma(e, t[j], out[j])))));
        }
    }

    private static void two(double a, double b, double[] p, double[] q, double[] out, int lanes) {
        for (int j = 0; j < lanes; j++) {
            out[j] = Math.fma(a, p[j], Math.fma(b, q[j], out[j]));
        }
    }

    private static void one(double a, double[] p, double[] out, int lanes) {
        for (int j = 0; j < lanes; j++) {
            out[j] = Math.fma(a, p[j], out[j]);
        }
    }

    private static void twoPairs(double[] a, double[] b, double[] p, double[] q, double[] out, int lanes) {
        for (int j = 0; j < lanes; j++) {
            out[j] = Math.fma(a[j], p[j], Math.fma(b[j], q[j], out[j]));
        }
    }
}
