package org.itocheck.report;

import static org.itocheck.report.PlotScale.BOTTOM;
import static org.itocheck.report.PlotScale.LEFT;
import static org.itocheck.report.PlotScale.RIGHT;
import static org.itocheck.report.PlotScale.TOP;
import static org.itocheck.report.PlotSeries.point;
import static org.itocheck.report.PlotSeries.px;

import java.util.List;
import java.util.Locale;

/** Draws the guides of a {@link LineChart}: lines below its series, names above them. */
final class ChartGuides {
    private static final double FAR_RIGHT = LEFT + 0.7 * (RIGHT - LEFT);

    private final List<Guide> guides;
    private final ChartScale scale;

    ChartGuides(List<Guide> guides, ChartScale scale) {
        this.guides = guides;
        this.scale = scale;
    }

    String lines() {
        StringBuilder svg = new StringBuilder();
        for (Guide guide : guides) {
            svg.append(
                    switch (guide.kind()) {
                        case HORIZONTAL -> path("M" + point(LEFT, scale.y(guide.y())) + "H" + px(RIGHT));
                        case VERTICAL -> path("M" + point(scale.x(guide.x()), TOP) + "V" + px(BOTTOM));
                        case PROPORTIONAL -> proportional(guide.y() / guide.x());
                        case BAD_ABOVE -> bad(px(scale.y(guide.y())));
                    });
        }
        return svg.toString();
    }

    private String proportional(double slope) {
        double from = scale.from(slope);
        double to = scale.to(slope);
        return path("M" + point(scale.x(from), scale.y(slope * from)) + "L" + point(scale.x(to), scale.y(slope * to)));
    }

    private static String bad(String y) {
        return "<path class=\"bad\" d=\"M" + px(LEFT) + " " + y + "H" + px(RIGHT) + "V" + px(TOP) + "H" + px(LEFT)
                + "z\"/><path class=\"bad-edge\" d=\"M" + px(LEFT) + " " + y + "H" + px(RIGHT) + "\"/>";
    }

    private static String path(String d) {
        return "<path class=\"guide\" d=\"" + d + "\"/>";
    }

    /** The names; those of vertical guides stand below each other, so that near ones can be read. */
    String labels() {
        StringBuilder svg = new StringBuilder();
        int vertical = 0;
        int proportional = 0;
        for (Guide guide : guides) {
            switch (guide.kind()) {
                case HORIZONTAL -> svg.append(label("note", RIGHT - 6, scale.y(guide.y()), -0.45, "end", guide));
                case BAD_ABOVE ->
                    svg.append(label("note bad-note", LEFT + 6, scale.y(guide.y()), -0.45, "start", guide));
                case VERTICAL -> {
                    double x = scale.x(guide.x());
                    boolean right = x > FAR_RIGHT;
                    double dy = 1.2 + 1.35 * vertical++;
                    svg.append(label("note", right ? x - 5 : x + 5, TOP, dy, right ? "end" : "start", guide));
                }
                case PROPORTIONAL -> svg.append(beside(guide, proportional++ % 2 == 0));
            }
        }
        return svg.toString();
    }

    /** Below the line at a quarter of its way, or above it further on: two such lines may be close. */
    private String beside(Guide guide, boolean below) {
        double slope = guide.y() / guide.x();
        double share = below ? 0.25 : 0.85;
        double x = Math.pow(scale.from(slope), 1 - share) * Math.pow(scale.to(slope), share);
        double left = scale.x(x);
        double top = scale.y(slope * x);
        return below
                ? label("note", left + 8, top, 1.3, "start", guide)
                : label("note", left - 8, top, -1, "end", guide);
    }

    private static String label(String style, double x, double y, double dy, String anchor, Guide guide) {
        return String.format(
                Locale.ROOT,
                "<text class=\"%s\" x=\"%s\" y=\"%s\" dy=\"%.2fem\" text-anchor=\"%s\">%s</text>",
                style,
                px(x),
                px(y),
                dy,
                anchor,
                Markup.escape(guide.label()));
    }
}
