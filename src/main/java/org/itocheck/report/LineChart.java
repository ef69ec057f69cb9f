package org.itocheck.report;

import java.util.List;

/**
 * A picture of curves, styled by the page around it like the pictures of claims.
 * <pre>{@code
 * new LineChart("Test accuracy", Axis.linear("effective steps"), Axis.linear("test accuracy"),
 *         List.of(LineSeries.curve("SVAG(4)", points)), List.of(), "Means of 4 runs; bands from the least to the largest.");
 * }</pre>
 *
 * @param title heading
 * @param x axis to the right
 * @param y axis upwards
 * @param series the first is drawn strongest, on top of the others
 * @param guides what they are read against
 * @param caption below the picture: what is a line, what is a band
 */
public record LineChart(String title, Axis x, Axis y, List<LineSeries> series, List<Guide> guides, String caption)
        implements ReportPart {
    /** Copies the lists. */
    public LineChart {
        series = List.copyOf(series);
        guides = List.copyOf(guides);
    }

    @Override
    public String html(String id) {
        String heading = "<h3>" + Markup.escape(title) + "</h3>";
        return series.stream().allMatch(one -> one.points().isEmpty())
                ? heading + "<p class=\"mut\">No picture: there is no finite number to draw.</p>"
                : heading + PlotCanvas.figure(id, names(), anyMarked(), svg(id), caption);
    }

    /**
     * The picture as an SVG element.
     *
     * @param id prefix of the ids inside, unique in the page: letters, digits, hyphens
     */
    public String svg(String id) {
        ChartScale scale = ChartScale.of(this);
        ChartGuides around = new ChartGuides(guides, scale);
        StringBuilder svg =
                new StringBuilder(PlotCanvas.begin(id, PlotCanvas.pairs(series.size()), title, description()));
        svg.append(scale.grid());
        svg.append("<g clip-path=\"url(#" + id + "-c)\">").append(around.lines());
        for (int i = series.size() - 1; i >= 0; i--) {
            svg.append(new ChartSeries(this, scale, i).svg(id));
        }
        return svg.append("</g>")
                .append(around.labels())
                .append(PlotCanvas.savedLegend(names(), ""))
                .append("</svg>")
                .toString();
    }

    /** For those who hear the picture: where each line begins and ends. */
    private String description() {
        StringBuilder text = new StringBuilder(y.name() + " against " + x.name() + ".");
        for (LineSeries one : series) {
            List<LineSeries.Point> points = one.points();
            if (!points.isEmpty()) {
                text.append(" " + one.name() + ": from " + at(points.get(0)) + " to "
                        + at(points.get(points.size() - 1)) + ".");
            }
        }
        return text.toString();
    }

    private static String at(LineSeries.Point point) {
        return Numbers.trimmed(point.y()) + " at " + Numbers.trimmed(point.x());
    }

    private List<String> names() {
        return series.stream().map(LineSeries::name).toList();
    }

    private boolean anyMarked() {
        return series.stream().anyMatch(LineSeries::marked);
    }
}
