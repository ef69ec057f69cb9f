package org.itocheck.claim.tail;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.itocheck.claim.Numbers;

/** Argument checks of the tail claims, and a point in words. */
final class TailChecks {
    private TailChecks() {}

    /** K1 = vectors * dimension must be at least 2. */
    static void groupSize(int vectors, int dimension) {
        if (vectors < 1 || (long) vectors * dimension < 2) {
            throw new IllegalArgumentException(
                    "vectors is " + vectors + ", which makes groups of K1 = " + (long) vectors * dimension
                            + " entries; expected K1 of at least 2, since the estimator divides by log K1");
        }
    }

    static void tolerance(double tolerance) {
        if (!(tolerance > 0 && tolerance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("tolerance is " + tolerance + ", expected a positive finite number");
        }
    }

    /** {@code (1, 0)}. */
    static String at(double[] point) {
        return point.length > 4
                ? "a point of " + point.length + " entries"
                : Arrays.stream(point).mapToObj(Numbers::plain).collect(Collectors.joining(", ", "(", ")"));
    }
}
