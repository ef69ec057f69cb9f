package org.itocheck.report;

import static org.itocheck.report.PlotScale.BOTTOM;
import static org.itocheck.report.PlotScale.LEFT;
import static org.itocheck.report.PlotScale.RIGHT;
import static org.itocheck.report.PlotScale.TOP;
import static org.itocheck.report.PlotSeries.px;

import java.util.Locale;

/** Draws what does not depend on a series: grid, ticks, names of the axes. */
final class PlotFrame {
    private static final double LABEL_WIDTH = 30;
    private static final int MOST_LABELLED_DECADES = 7;

    private final PlotScale scale;

    PlotFrame(PlotScale scale) {
        this.scale = scale;
    }

    String svg() {
        return errors() + levels() + zero()
                + "<rect class=\"frame\" x=\"" + px(LEFT) + "\" y=\"" + px(TOP) + "\" width=\"" + px(RIGHT - LEFT)
                + "\" height=\"" + px(BOTTOM - TOP) + "\"/>"
                + "<text class=\"label\" x=\"" + px((LEFT + RIGHT) / 2) + "\" y=\"" + px(BOTTOM + 8)
                + "\" dy=\"1.75em\" text-anchor=\"middle\">l (steps per SGD step)</text>"
                + "<text class=\"label\" x=\"4\" y=\"" + px(TOP - 12) + "\">|E g(x) \u2212 E g(X)|</text>";
    }

    /** Lines at powers of ten, finer ones between; few decades get the labels 2 and 5 as well. */
    private String errors() {
        StringBuilder major = new StringBuilder();
        StringBuilder minor = new StringBuilder();
        StringBuilder labels = new StringBuilder();
        int first = (int) Math.floor(Math.log10(scale.low()));
        int last = (int) Math.floor(Math.log10(scale.high()));
        int step = 1 + (int) (scale.decades() / MOST_LABELLED_DECADES);
        for (int exponent = first; exponent <= last; exponent++) {
            for (int digit = 1; digit < 10; digit++) {
                double value = digit * Math.pow(10, exponent);
                if (value <= scale.low() || value >= scale.high()) {
                    continue;
                }
                String line = "M" + px(LEFT) + " " + px(scale.y(value)) + "H" + px(RIGHT);
                (digit == 1 ? major : minor).append(line);
                boolean labelled = digit == 1
                        ? Math.floorMod(exponent, step) == 0
                        : scale.decades() < 2 && (digit == 2 || digit == 5);
                labels.append(labelled ? label(digit, exponent, scale.y(value)) : "");
            }
        }
        return "<path class=\"grid\" d=\"" + (step == 1 ? minor : "") + "\"/><path class=\"grid major\" d=\"" + major
                + "\"/>" + labels;
    }

    private static String label(int digit, int exponent, double y) {
        String factor = digit == 1 ? "" : digit + "\u00B7";
        String power = exponent < 0 ? "\u2212" + -exponent : String.valueOf(exponent);
        return String.format(
                Locale.ROOT,
                "<text x=\"%s\" y=\"%s\" dy=\".35em\" text-anchor=\"end\">%s10"
                        + "<tspan class=\"sup\" dy=\"-.5em\">%s</tspan></text>",
                px(LEFT - 7),
                px(y),
                factor,
                power);
    }

    /** A line at every level, a number wherever it has room. */
    private String levels() {
        StringBuilder lines = new StringBuilder();
        StringBuilder labels = new StringBuilder();
        double free = 0;
        for (int level : scale.levels()) {
            double x = scale.x(level);
            lines.append("M")
                    .append(px(x))
                    .append(" ")
                    .append(px(TOP))
                    .append("V")
                    .append(px(BOTTOM));
            if (x >= free) {
                labels.append("<text x=\"" + px(x) + "\" y=\"" + px(BOTTOM + 6)
                        + "\" dy=\".85em\" text-anchor=\"middle\">" + level + "</text>");
                free = x + LABEL_WIDTH;
            }
        }
        return "<path class=\"grid major\" d=\"" + lines + "\"/>" + labels;
    }

    private String zero() {
        if (scale.zeroStrip() == 0) {
            return "";
        }
        return "<rect class=\"strip\" x=\"" + px(LEFT) + "\" y=\"" + px(scale.floor()) + "\" width=\""
                + px(RIGHT - LEFT)
                + "\" height=\"" + px(scale.zeroStrip()) + "\"/><text x=\"" + px(LEFT - 7) + "\" y=\""
                + px(scale.zero()) + "\" dy=\".35em\" text-anchor=\"end\">0</text>";
    }
}
