package org.itocheck.report;

import java.util.List;

/**
 * An axis of a {@link LineChart}.
 *
 * @param name what it shows, with its unit
 * @param logarithmic whether equal ratios are equal distances; values of 0 and below then stand at the end of the axis
 * @param ticks where to put numbers, or empty for round ones
 */
public record Axis(String name, boolean logarithmic, List<Double> ticks) {
    /** Copies the list. */
    public Axis {
        ticks = List.copyOf(ticks);
    }

    /** Equal differences are equal distances. */
    public static Axis linear(String name) {
        return new Axis(name, false, List.of());
    }

    /** Equal ratios are equal distances. */
    public static Axis logarithmic(String name) {
        return new Axis(name, true, List.of());
    }

    /** With numbers at these values, as far as they have room. */
    public Axis withTicks(List<Double> values) {
        return new Axis(name, logarithmic, values);
    }
}
