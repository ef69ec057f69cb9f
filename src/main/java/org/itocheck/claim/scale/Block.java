package org.itocheck.claim.scale;

import java.util.Arrays;
import org.itocheck.objective.Objective;

/**
 * Coordinates {@code from} to {@code to - 1} of the parameters, for example the weights before a normalisation layer.
 *
 * @param from the first, at least 0
 * @param to one past the last, above {@code from}
 */
public record Block(int from, int to) {
    /** Checks the range. */
    public Block {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException(
                    "block is [" + from + ", " + to + "), expected 0 <= from < to; to is one past the last coordinate");
        }
    }

    /** All coordinates of a loss. */
    public static Block whole(Objective objective) {
        return new Block(0, objective.dimension());
    }

    int length() {
        return to - from;
    }

    /** Whether the block is all of a vector of this length. */
    boolean isAll(int dimension) {
        return from == 0 && to == dimension;
    }

    /** The name of this part of x. */
    String name(int dimension) {
        return isAll(dimension) ? "x" : "x[" + from + ".." + (to - 1) + "]";
    }

    double norm(double[] x) {
        double square = 0;
        for (int i = from; i < to; i++) {
            square += x[i] * x[i];
        }
        return Math.sqrt(square);
    }

    /** x with this block multiplied by a factor. */
    double[] scaled(double[] x, double factor) {
        double[] result = Arrays.copyOf(x, x.length);
        for (int i = from; i < to; i++) {
            result[i] *= factor;
        }
        return result;
    }

    Block check(Objective objective) {
        if (to > objective.dimension()) {
            throw new IllegalArgumentException("block is [" + from + ", " + to + "), " + objective.name()
                    + " has dimension " + objective.dimension() + "; end the block at most there");
        }
        return this;
    }
}
