package org.itocheck.report;

import static org.itocheck.report.PlotScale.BOTTOM;
import static org.itocheck.report.PlotScale.LEFT;
import static org.itocheck.report.PlotScale.RIGHT;
import static org.itocheck.report.PlotScale.TOP;
import static org.itocheck.report.PlotSeries.px;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.itocheck.claim.Cell;

/** Draws what the errors are read against: how large they may be, and what order one looks like. */
final class PlotGuides {
    private static final double ABOVE = 1.45;
    private static final double LABEL_HEIGHT = 16;

    private final PlotScale scale;
    private final List<Integer> levels;
    private final OptionalDouble allowed;
    private final OptionalDouble orderOne;

    PlotGuides(Ladder ladder, PlotScale scale) {
        this.scale = scale;
        this.levels = scale.levels().stream().filter(level -> level >= 1).toList();
        OptionalDouble all = ladder.allowed();
        this.allowed = all.isPresent() && scale.contains(all.getAsDouble()) ? all : OptionalDouble.empty();
        this.orderOne = orderOne(ladder);
    }

    /** The lines, to be drawn below the series. */
    String lines() {
        StringBuilder svg = new StringBuilder();
        allowed.ifPresent(value -> {
            String y = px(scale.y(value));
            svg.append("<path class=\"allowed\" d=\"M" + px(LEFT) + " " + y + "H" + px(RIGHT) + "V" + px(BOTTOM) + "H"
                    + px(LEFT) + "z\"/><path class=\"limit\" d=\"M" + px(LEFT) + " " + y + "H" + px(RIGHT) + "\"/>");
        });
        orderOne.ifPresent(constant -> svg.append("<path class=\"guide\" d=\"M" + point(constant, from(constant)) + "L"
                + point(constant, to(constant)) + "\"/>"));
        return svg.toString();
    }

    /** Their names, to be drawn above the series, between two levels where no interval is. */
    String labels() {
        StringBuilder svg = new StringBuilder();
        allowed.ifPresent(value -> {
            boolean room = levels.size() > 2;
            double x = room ? (scale.x(levels.get(0)) + scale.x(levels.get(1))) / 2 : LEFT + 6;
            svg.append("<text class=\"note limit-note\" x=\"" + px(x) + "\" y=\"" + px(scale.y(value))
                    + "\" dy=\"" + (scale.y(value) < TOP + LABEL_HEIGHT ? "1.1em" : "-.45em") + "\""
                    + (room ? " text-anchor=\"middle\"" : "") + ">allowed "
                    + Numbers.brief(value) + "</text>");
        });
        orderOne.ifPresent(constant -> {
            double middle = Math.sqrt((double) levels.get(levels.size() / 2 - 1) * levels.get(levels.size() / 2));
            boolean visible = middle >= from(constant) && middle <= to(constant);
            double level = visible ? middle : Math.sqrt(from(constant) * to(constant));
            svg.append("<text class=\"note\" x=\"" + px(scale.x(level)) + "\" y=\"" + px(scale.y(constant / level))
                    + "\" dy=\"-.5em\" text-anchor=\"middle\">\u221D 1/l</text>");
        });
        return svg.toString();
    }

    /** The constant c of the line c/l, a little above the first error of the decisive observable. */
    private OptionalDouble orderOne(Ladder ladder) {
        Optional<Cell> anchor = ladder.series().get(0).cells().stream()
                .filter(cell -> cell.level() >= 1 && Ladder.isDrawable(cell) && cell.error() != 0)
                .findFirst();
        boolean resolved = ladder.series().stream()
                .flatMap(series -> series.cells().stream())
                .anyMatch(cell -> Ladder.hasInterval(cell) && !Ladder.reachesZero(cell));
        if (anchor.isEmpty() || levels.size() < 2 || !resolved) {
            return OptionalDouble.empty();
        }
        double constant = ABOVE * Math.abs(anchor.get().error()) * anchor.get().level();
        return from(constant) < to(constant) ? OptionalDouble.of(constant) : OptionalDouble.empty();
    }

    /** Where the line enters the picture. */
    private double from(double constant) {
        return Math.max(levels.get(0), constant / scale.high());
    }

    /** Where it leaves. */
    private double to(double constant) {
        return Math.min(levels.get(levels.size() - 1), constant / scale.low());
    }

    private String point(double constant, double level) {
        return px(scale.x(level)) + " " + px(scale.y(constant / level));
    }
}
