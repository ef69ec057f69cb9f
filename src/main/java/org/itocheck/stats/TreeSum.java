package org.itocheck.stats;

/**
 * Sums in a fixed tree, so that the bits of a sum depend on the values and their number alone.
 * <p>Each node of the tree adds eight neighbours as {@code ((0+1)+(2+3))+((4+5)+(6+7))}; the last node of a layer may have fewer and adds
 * them from left to right. The rounding error is at most about {@code log2(n)} ulps of the sum of the absolute values.
 */
public final class TreeSum {
    private static final int FAN = 8;

    private TreeSum() {}

    /**
     * The sum of {@code values[0..n)}. Allocates nothing.
     *
     * @param values shape [at least n]; not changed, unless it is also the scratch array
     * @param n number of values, 0 to {@code values.length}
     * @param scratch shape [at least n], overwritten; {@code values} itself is allowed
     * @return the sum; 0 for n = 0, NaN if a value is NaN or if both infinities occur
     * @throws IllegalArgumentException if n is out of range or scratch is too short
     */
    public static double sum(double[] values, int n, double[] scratch) {
        Checks.chunk(values, n, scratch);
        if (n == 0) {
            return 0;
        }
        double[] layer = values;
        int size = n;
        while (size > 1) {
            size = fold(layer, size, scratch);
            layer = scratch;
        }
        return layer[0];
    }

    /** Writes the next layer to the front of {@code to}, which may be {@code v}: node g is written after its children 8g.. are read. */
    private static int fold(double[] v, int size, double[] to) {
        int full = size / FAN;
        for (int g = 0; g < full; g++) {
            int i = g * FAN;
            to[g] = ((v[i] + v[i + 1]) + (v[i + 2] + v[i + 3])) + ((v[i + 4] + v[i + 5]) + (v[i + 6] + v[i + 7]));
        }
        int rest = full * FAN;
        if (rest == size) {
            return full;
        }
        double last = v[rest];
        for (int i = rest + 1; i < size; i++) {
            last += v[i];
        }
        to[full] = last;
        return full + 1;
    }
}
