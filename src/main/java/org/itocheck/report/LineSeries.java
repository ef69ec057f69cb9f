package org.itocheck.report;

import java.util.List;

/**
 * One line of a {@link LineChart}.
 *
 * @param name for the legend
 * @param points by increasing x; those that are not finite are left out
 * @param marked whether every point has a marker and its range a bar; otherwise the ranges are a band
 */
public record LineSeries(String name, List<Point> points, boolean marked) {
    /**
     * A value with its range.
     *
     * @param x where
     * @param y the value
     * @param low lower end of its range; y itself for none
     * @param high upper end
     */
    public record Point(double x, double y, double low, double high) {
        /** A value without a range. */
        public Point(double x, double y) {
            this(x, y, y, y);
        }

        boolean finite() {
            return Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(low) && Double.isFinite(high);
        }

        boolean ranged() {
            return low < high;
        }
    }

    /** Keeps the points that are finite. */
    public LineSeries {
        points = points.stream().filter(Point::finite).toList();
    }

    /** A curve with a band. */
    public static LineSeries curve(String name, List<Point> points) {
        return new LineSeries(name, points, false);
    }

    /** Markers with bars, joined by a line. */
    public static LineSeries marked(String name, List<Point> points) {
        return new LineSeries(name, points, true);
    }
}
