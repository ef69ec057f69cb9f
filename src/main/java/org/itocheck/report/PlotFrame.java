package org.itocheck.report;

import static org.itocheck.report.PlotScale.LEFT;
import static org.itocheck.report.PlotScale.RIGHT;
import static org.itocheck.report.PlotSeries.px;

import org.itocheck.report.Ticks.Tick;

/** Draws what does not depend on a series: grid, ticks, names of the axes. */
final class PlotFrame {
    private final PlotScale scale;

    PlotFrame(PlotScale scale) {
        this.scale = scale;
    }

    String svg() {
        return PlotGrid.rows(Ticks.logarithmic(scale.low(), scale.high()), scale::y)
                + levels()
                + zero()
                + PlotGrid.frame("l (steps per SGD step)", "|E g(x) \u2212 E g(X)|");
    }

    /** A line at every level. */
    private String levels() {
        return PlotGrid.columns(
                scale.levels().stream()
                        .map(level -> new Tick(level, true, String.valueOf(level)))
                        .toList(),
                scale::x);
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
