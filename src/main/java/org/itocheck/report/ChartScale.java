package org.itocheck.report;

import static org.itocheck.report.PlotScale.BOTTOM;
import static org.itocheck.report.PlotScale.LEFT;
import static org.itocheck.report.PlotScale.RIGHT;
import static org.itocheck.report.PlotScale.TOP;

import java.util.List;
import java.util.stream.DoubleStream;
import org.itocheck.report.Ticks.Tick;

/** Where a point of a {@link LineChart} is in the picture, in the units of its view box. */
final class ChartScale {
    private static final double PADDING = 0.04;

    private final Range x;
    private final Range y;

    /** One axis from end to end. */
    private record Range(Axis axis, double low, double high) {
        /** Holds all values, with some room at either end. */
        static Range of(Axis axis, double[] values, boolean roomy) {
            double[] fitting = DoubleStream.of(values)
                    .filter(value -> Double.isFinite(value) && (value > 0 || !axis.logarithmic()))
                    .sorted()
                    .toArray();
            double first = fitting.length == 0 ? 1 : fitting[0];
            double last = fitting.length == 0 ? 1 : fitting[fitting.length - 1];
            if (axis.logarithmic()) {
                double room = Math.pow(Math.max(last / first, 2), PADDING);
                return new Range(axis, first / room, last * room);
            }
            double span = last > first ? last - first : Math.max(Math.abs(first), 1) / 10;
            double room = roomy || last == first ? PADDING * span : 0;
            return new Range(axis, first - room, last + room);
        }

        double share(double value) {
            double inside = Math.min(high, Math.max(low, value));
            return axis.logarithmic() ? Math.log(inside / low) / Math.log(high / low) : (inside - low) / (high - low);
        }

        List<Tick> ticks() {
            if (!axis.ticks().isEmpty()) {
                return Ticks.at(axis.ticks(), low, high);
            }
            return axis.logarithmic() ? Ticks.logarithmic(low, high) : Ticks.linear(low, high);
        }
    }

    private ChartScale(Range x, Range y) {
        this.x = x;
        this.y = y;
    }

    /** Holds all points, their ranges, and the guides that stand somewhere. */
    static ChartScale of(LineChart chart) {
        List<LineSeries.Point> points = chart.series().stream()
                .flatMap(series -> series.points().stream())
                .toList();
        boolean marked = chart.series().stream().anyMatch(LineSeries::marked);
        double[] xs = DoubleStream.concat(
                        points.stream().mapToDouble(LineSeries.Point::x),
                        chart.guides().stream().mapToDouble(Guide::x))
                .toArray();
        double[] ys = DoubleStream.concat(
                        points.stream().flatMapToDouble(p -> DoubleStream.of(p.y(), p.low(), p.high())),
                        chart.guides().stream().mapToDouble(Guide::y))
                .toArray();
        return new ChartScale(Range.of(chart.x(), xs, marked), Range.of(chart.y(), ys, true));
    }

    double x(double value) {
        return LEFT + x.share(value) * (RIGHT - LEFT);
    }

    double y(double value) {
        return BOTTOM - y.share(value) * (BOTTOM - TOP);
    }

    /** Where y = slope x enters the picture. */
    double from(double slope) {
        return Math.max(x.low(), y.low() / slope);
    }

    /** Where y = slope x leaves it. */
    double to(double slope) {
        return Math.min(x.high(), y.high() / slope);
    }

    String grid() {
        return PlotGrid.rows(y.ticks(), this::y)
                + PlotGrid.columns(x.ticks(), this::x)
                + PlotGrid.frame(x.axis().name(), y.axis().name());
    }
}
