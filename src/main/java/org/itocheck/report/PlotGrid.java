package org.itocheck.report;

import static org.itocheck.report.PlotScale.BOTTOM;
import static org.itocheck.report.PlotScale.LEFT;
import static org.itocheck.report.PlotScale.RIGHT;
import static org.itocheck.report.PlotScale.TOP;
import static org.itocheck.report.PlotSeries.px;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.itocheck.report.Ticks.Tick;

/** Draws what all pictures have: lines across, numbers beside them, the frame, the names of the axes. */
final class PlotGrid {
    private static final double LABEL_WIDTH = 30;

    private PlotGrid() {}

    /** Lines across with their numbers to the left. */
    static String rows(List<Tick> ticks, DoubleUnaryOperator y) {
        StringBuilder major = new StringBuilder();
        StringBuilder minor = new StringBuilder();
        StringBuilder labels = new StringBuilder();
        for (Tick tick : ticks) {
            String at = px(y.applyAsDouble(tick.value()));
            (tick.major() ? major : minor).append("M" + px(LEFT) + " " + at + "H" + px(RIGHT));
            labels.append(
                    tick.label().isEmpty()
                            ? ""
                            : "<text x=\"" + px(LEFT - 7) + "\" y=\"" + at + "\" dy=\".35em\" text-anchor=\"end\">"
                                    + tick.label() + "</text>");
        }
        return "<path class=\"grid\" d=\"" + minor + "\"/><path class=\"grid major\" d=\"" + major + "\"/>" + labels;
    }

    /** Lines down, with a number below wherever it has room. */
    static String columns(List<Tick> ticks, DoubleUnaryOperator x) {
        StringBuilder major = new StringBuilder();
        StringBuilder minor = new StringBuilder();
        StringBuilder labels = new StringBuilder();
        double free = 0;
        for (Tick tick : ticks) {
            double at = x.applyAsDouble(tick.value());
            (tick.major() ? major : minor).append("M" + px(at) + " " + px(TOP) + "V" + px(BOTTOM));
            if (at >= free && !tick.label().isEmpty()) {
                labels.append("<text x=\"" + px(at) + "\" y=\"" + px(BOTTOM + 6)
                        + "\" dy=\".85em\" text-anchor=\"middle\">" + tick.label() + "</text>");
                free = at + LABEL_WIDTH;
            }
        }
        String fine = minor.isEmpty() ? "" : "<path class=\"grid\" d=\"" + minor + "\"/>";
        return fine + "<path class=\"grid major\" d=\"" + major + "\"/>" + labels;
    }

    static String frame(String xName, String yName) {
        return "<rect class=\"frame\" x=\"" + px(LEFT) + "\" y=\"" + px(TOP) + "\" width=\"" + px(RIGHT - LEFT)
                + "\" height=\"" + px(BOTTOM - TOP) + "\"/>"
                + "<text class=\"label\" x=\"" + px((LEFT + RIGHT) / 2) + "\" y=\"" + px(BOTTOM + 8)
                + "\" dy=\"1.75em\" text-anchor=\"middle\">" + Markup.escape(xName) + "</text>"
                + "<text class=\"label\" x=\"4\" y=\"" + px(TOP - 12) + "\">" + Markup.escape(yName) + "</text>";
    }
}
