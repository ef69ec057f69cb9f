package org.itocheck.report;

import static org.itocheck.report.PlotSeries.path;
import static org.itocheck.report.PlotSeries.point;
import static org.itocheck.report.PlotSeries.px;

import java.util.List;
import org.itocheck.report.LineSeries.Point;

/** Draws one series of a {@link LineChart}: its line, its ranges, and markers that tell their numbers. */
final class ChartSeries {
    /** A curve has invisible markers at so many places, so that its numbers can be read. */
    private static final int MOST_MARKERS = 24;

    private final LineChart chart;
    private final ChartScale scale;
    private final LineSeries series;
    private final int number;

    ChartSeries(LineChart chart, ChartScale scale, int number) {
        this.chart = chart;
        this.scale = scale;
        this.series = chart.series().get(number);
        this.number = number;
    }

    String svg(String id) {
        StringBuilder svg = new StringBuilder(
                "<g class=\"series " + PlotSeries.style(number) + "\" id=\"" + id + "-" + number + "\">");
        svg.append(series.marked() ? path("bar", bars()) : path("band", band()));
        svg.append(path("line", line()));
        List<Point> points = series.points();
        int step = series.marked() ? 1 : Math.max(1, points.size() / MOST_MARKERS);
        for (int i = points.size() - 1; i >= 0; i -= step) {
            svg.append(marker(points.get(i)));
        }
        return svg.append("</g>").toString();
    }

    private String line() {
        StringBuilder d = new StringBuilder();
        series.points().forEach(p -> d.append(d.isEmpty() ? "M" : "L").append(point(scale.x(p.x()), scale.y(p.y()))));
        return d.toString();
    }

    private String band() {
        if (series.points().stream().noneMatch(Point::ranged)) {
            return "";
        }
        StringBuilder upper = new StringBuilder();
        StringBuilder lower = new StringBuilder();
        for (Point p : series.points()) {
            upper.append(upper.isEmpty() ? "M" : "L").append(point(scale.x(p.x()), scale.y(p.high())));
            lower.insert(0, "L" + point(scale.x(p.x()), scale.y(p.low())));
        }
        return upper.append(lower).append("Z").toString();
    }

    private String bars() {
        StringBuilder d = new StringBuilder();
        for (Point p : series.points()) {
            if (p.ranged()) {
                double x = scale.x(p.x());
                d.append("M").append(point(x - 3, scale.y(p.low()))).append("h6m-3 0V");
                d.append(px(scale.y(p.high()))).append("m-3 0h6");
            }
        }
        return d.toString();
    }

    private String marker(Point p) {
        return "<path class=\"m" + (series.marked() ? "" : " quiet") + "\" d=\""
                + PlotSeries.shape(number, scale.x(p.x()), scale.y(p.y())) + "\"><title>" + Markup.escape(tip(p))
                + "</title></path>";
    }

    private String tip(Point p) {
        String range = p.ranged() ? " (" + Numbers.brief(p.low()) + " to " + Numbers.brief(p.high()) + ")" : "";
        return series.name() + "\n" + chart.x().name() + ": " + Numbers.trimmed(p.x()) + "\n"
                + chart.y().name() + ": " + Numbers.trimmed(p.y()) + range;
    }
}
