package org.itocheck.report;

import static org.itocheck.report.PlotScale.BOTTOM;
import static org.itocheck.report.PlotScale.HEIGHT;
import static org.itocheck.report.PlotScale.LEFT;
import static org.itocheck.report.PlotScale.RIGHT;
import static org.itocheck.report.PlotScale.TOP;
import static org.itocheck.report.PlotScale.WIDTH;
import static org.itocheck.report.PlotSeries.px;

import java.util.List;

/** What every picture begins with, and the figure around it on the page. */
final class PlotCanvas {
    private static final double LEGEND_LINE = 20;

    private PlotCanvas() {}

    /**
     * The opening of the SVG element, its texts for those who hear it, and the clip path {@code id-c} of the frame.
     *
     * @param legendLines of the legend below, which only a saved picture shows
     */
    static String begin(String id, int legendLines, String title, String description) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"plot\" id=\"" + id + "\" viewBox=\"0 0 "
                + px(WIDTH) + " " + px(HEIGHT) + "\" data-full=\"0 0 " + px(WIDTH) + " " + px(legendLine(legendLines))
                + "\" role=\"img\" aria-labelledby=\"" + id + "-t " + id + "-d\" tabindex=\"0\">"
                + "<title id=\"" + id + "-t\">" + Markup.escape(title) + "</title>"
                + "<desc id=\"" + id + "-d\">" + Markup.escape(description) + "</desc>"
                + "<clipPath id=\"" + id + "-c\"><rect x=\"" + px(LEFT) + "\" y=\"" + px(TOP) + "\" width=\""
                + px(RIGHT - LEFT) + "\" height=\"" + px(BOTTOM - TOP) + "\"/></clipPath>";
    }

    /**
     * The legend below the view box: the page has its own, with checkboxes; a saved picture is enlarged to show this one.
     *
     * @param last a line of text below the names
     */
    static String savedLegend(List<String> names, String last) {
        StringBuilder legend = new StringBuilder("<g class=\"names\">");
        for (int i = 0; i < names.size(); i++) {
            double x = LEFT + i % 2 * (RIGHT - LEFT) / 2;
            double y = legendLine(i / 2);
            legend.append("<g class=\"" + PlotSeries.style(i) + "\">" + PlotSeries.marker(i, x, y)
                    + "</g><text x=\"" + px(x + 12) + "\" y=\"" + px(y) + "\" dy=\".35em\">"
                    + Markup.escape(names.get(i)) + "</text>");
        }
        double y = legendLine(pairs(names.size()));
        return legend + "<text x=\"" + px(LEFT) + "\" y=\"" + px(y) + "\" dy=\".35em\">" + Markup.escape(last)
                + "</text></g>";
    }

    /** Lines of two names each. */
    static int pairs(int names) {
        return (names + 1) / 2;
    }

    /** The picture with a checkbox for each series, a button that saves it, and what is to be said of it. */
    static String figure(String plotId, List<String> names, boolean marked, String svg, String caption) {
        StringBuilder legend = new StringBuilder("<div class=\"legend\">");
        for (int i = 0; i < names.size(); i++) {
            legend.append("<label class=\"" + PlotSeries.style(i)
                    + "\"><input type=\"checkbox\" checked=\"checked\" data-series=\"" + plotId
                    + "-" + i + "\"/><svg class=\"key\" viewBox=\"0 0 26 12\" aria-hidden=\"true\">"
                    + "<path class=\"line\" d=\"M0 6H26\"/>" + (marked ? PlotSeries.marker(i, 13, 6) : "")
                    + "</svg><span>" + Markup.escape(names.get(i)) + "</span></label>");
        }
        return "<figure><div class=\"bar\">" + legend + "</div><button class=\"save\" data-plot=\"" + plotId
                + "\">Save SVG</button></div>" + svg + "<figcaption>" + Markup.escape(caption)
                + "</figcaption></figure>";
    }

    private static double legendLine(int line) {
        return HEIGHT + LEGEND_LINE * (line + 0.9);
    }
}
