package org.itocheck.report;

/**
 * What the lines of a {@link LineChart} are read against.
 *
 * @param kind what is drawn
 * @param x where; of no meaning for a horizontal guide
 * @param y where; of no meaning for a vertical guide
 * @param label beside it
 */
public record Guide(Kind kind, double x, double y, String label) {
    /** What is drawn. */
    public enum Kind {
        /** A line at y. */
        HORIZONTAL,
        /** A line at x. */
        VERTICAL,
        /** A line through (x, y) along which y is proportional to x: slope 1 on two logarithmic axes. */
        PROPORTIONAL,
        /** Everything above y is shaded as bad. */
        BAD_ABOVE
    }

    /** A line at y. */
    public static Guide horizontal(double y, String label) {
        return new Guide(Kind.HORIZONTAL, Double.NaN, y, label);
    }

    /** A line at x. */
    public static Guide vertical(double x, String label) {
        return new Guide(Kind.VERTICAL, x, Double.NaN, label);
    }

    /** The line y proportional to x through a point. */
    public static Guide proportional(double x, double y, String label) {
        return new Guide(Kind.PROPORTIONAL, x, y, label);
    }

    /** Shades everything above y. */
    public static Guide badAbove(double y, String label) {
        return new Guide(Kind.BAD_ABOVE, Double.NaN, y, label);
    }
}
