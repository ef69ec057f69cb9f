package org.itocheck.objective;

import java.util.Arrays;

/** A symmetric tensor of order four in d dimensions, one number for each of its d(d+1)(d+2)(d+3)/24 independent entries. Immutable. */
public final class FourthTensor {
    /** Above this dimension the entries are too many to be of use. */
    public static final int LARGEST_DIMENSION = 16;

    private final int dimension;
    private final double[] entries;

    private FourthTensor(int dimension, double[] entries) {
        this.dimension = dimension;
        this.entries = entries;
    }

    /** One entry; asked for i &gt;= j &gt;= k &gt;= m only. */
    @FunctionalInterface
    public interface Entry {
        /** The entry at these indices, each 0 to d - 1. */
        double at(int i, int j, int k, int m);
    }

    /**
     * The tensor with these entries.
     *
     * @param dimension d, 1 to {@link #LARGEST_DIMENSION}
     * @throws IllegalArgumentException if the dimension is out of range
     */
    public static FourthTensor of(int dimension, Entry entry) {
        if (dimension < 1 || dimension > LARGEST_DIMENSION) {
            throw new IllegalArgumentException("dimension is " + dimension + ", expected 1 to " + LARGEST_DIMENSION
                    + "; leave the fourth moments out in higher dimensions");
        }
        double[] entries = new double[number(dimension - 1, dimension - 1, dimension - 1, dimension - 1) + 1];
        int next = 0;
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j <= i; j++) {
                for (int k = 0; k <= j; k++) {
                    for (int m = 0; m <= k; m++) {
                        entries[next++] = entry.at(i, j, k, m);
                    }
                }
            }
        }
        return new FourthTensor(dimension, entries);
    }

    /** The tensor that is 0: the fourth cumulant of a Gaussian. */
    public static FourthTensor zero(int dimension) {
        return of(dimension, (i, j, k, m) -> 0);
    }

    /** The tensor of one dimension. */
    public static FourthTensor scalar(double value) {
        return of(1, (i, j, k, m) -> value);
    }

    /** d. */
    public int dimension() {
        return dimension;
    }

    /** The entry at these indices, in any order, each 0 to d - 1. */
    public double at(int... indices) {
        int[] sorted = indices.clone();
        Arrays.sort(sorted);
        if (sorted.length != 4 || sorted[0] < 0 || sorted[3] >= dimension) {
            throw new IllegalArgumentException(
                    "indices are " + Arrays.toString(indices) + ", expected 4 of 0 to " + (dimension - 1));
        }
        return entries[number(sorted[3], sorted[2], sorted[1], sorted[0])];
    }

    /** The place of the entry i &gt;= j &gt;= k &gt;= m among all, in the order of {@link #of}. */
    private static int number(int i, int j, int k, int m) {
        return i * (i + 1) * (i + 2) * (i + 3) / 24 + j * (j + 1) * (j + 2) / 6 + k * (k + 1) / 2 + m;
    }
}
