package org.itocheck.claim.equilibrium;

import java.util.function.DoubleUnaryOperator;
import org.itocheck.stats.Interval;

/**
 * Everything that a non-negative number may be, and what follows for quotients and sums of such numbers. If several numbers lie in their ranges
 * together, at a stated error rate, then whatever is computed from the ranges holds at that rate.
 *
 * @param low 0 or above
 * @param high at least {@code low}; infinite if nothing bounds it
 */
public record Range(double low, double high) {
    /** Checks the order. */
    public Range {
        if (!(low >= 0 && high >= low)) {
            throw new IllegalArgumentException("range is " + low + " to " + high + ", expected 0 <= low <= high");
        }
    }

    /** One number, known exactly. */
    public static Range exactly(double value) {
        return new Range(value, value);
    }

    /** The part of an interval that is not negative. */
    static Range of(Interval interval) {
        return new Range(Math.max(0, interval.low()), Math.max(0, interval.high()));
    }

    /** The middle. */
    public double center() {
        return (low + high) / 2;
    }

    /** Half the width. */
    public double halfWidth() {
        return (high - low) / 2;
    }

    /** The sum of two numbers. */
    Range plus(Range other) {
        return new Range(low + other.low, high + other.high);
    }

    /** The number times a factor of at least 0. */
    Range times(double factor) {
        return factor == 0 ? exactly(0) : new Range(factor * low, factor * high);
    }

    /** The quotient of two numbers; unbounded if the divisor may be 0. */
    Range over(Range divisor) {
        double largest = high == 0 ? 0 : high / divisor.low;
        double least = low == 0 ? 0 : low / divisor.high;
        return new Range(Math.min(least, largest), Math.max(least, largest));
    }

    /** The larger of two numbers. */
    Range max(Range other) {
        return new Range(Math.max(low, other.low), Math.max(high, other.high));
    }

    /** A function of the number that grows with it. */
    Range map(DoubleUnaryOperator growing) {
        return new Range(growing.applyAsDouble(low), growing.applyAsDouble(high));
    }

    /** The number or its inverse, whichever is the larger. */
    Range awayFromOne() {
        return max(exactly(1).over(this)).max(exactly(1));
    }
}
