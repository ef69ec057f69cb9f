package org.itocheck.report;

import static org.itocheck.report.PlotScale.BOTTOM;
import static org.itocheck.report.PlotScale.TOP;

import java.util.List;
import java.util.Locale;
import org.itocheck.claim.Cell;

/** Draws one observable: a line through its errors, an interval for each, a marker that tells the sign. */
final class PlotSeries {
    /** Circle, square, triangle, diamond, pentagon, hexagon: each around (0, 0). */
    private static final List<String> SHAPES = List.of(
            "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z",
            "m-3.6-3.6h7.2v7.2h-7.2z",
            "m0-4.8l4.6 8h-9.2z",
            "m0-5.2l5 5.2l-5 5.2l-5-5.2z",
            "m0-4.8l4.6 3.3l-1.8 5.4h-5.6l-1.8-5.4z",
            "m-4.9 0l2.5-4.2h4.8l2.5 4.2l-2.5 4.2h-4.8z");

    private static final String CROSS = "m-4-4l8 8m0-8l-8 8";
    private static final String ARROW_DOWN = "l-3.5-7h7z";
    private static final String ARROW_UP = "l-3.5 7h7z";
    private static final double SIDE_STEP = 7.5;

    private final PlotScale scale;
    private final Ladder.Series series;
    private final int number;
    private final double shift;
    private final List<Cell> cells;

    /** Series of one level stand side by side, so that their intervals can be told apart. */
    PlotSeries(PlotScale scale, Ladder.Series series, int number, int count) {
        this.scale = scale;
        this.series = series;
        this.number = number;
        this.shift = (number - (count - 1) / 2.0) * SIDE_STEP;
        this.cells = series.cells().stream().filter(Ladder::isDrawable).toList();
    }

    /** The colours of a series: six, then the same six once more with dashed lines. */
    static String style(int number) {
        int colours = SHAPES.size();
        return "s" + number % colours + (number < colours ? "" : " again");
    }

    /** A marker in a legend. */
    static String marker(int number, double x, double y) {
        return "<path class=\"m\" d=\"" + shape(number, x, y) + "\"/>";
    }

    /** The outline of a marker. */
    static String shape(int number, double x, double y) {
        return "M" + point(x, y) + SHAPES.get(number % SHAPES.size());
    }

    String svg(String id) {
        StringBuilder svg = new StringBuilder("<g class=\"series s" + number + "\" id=\"" + id + "-" + number + "\">");
        if (number == 0) {
            svg.append(path("band", band()));
        }
        svg.append(path("line", line())).append(path("bar", bars())).append(path("arrow", arrows()));
        cells.forEach(cell -> svg.append(marker(cell)));
        return svg.append("</g>").toString();
    }

    static String path(String style, String d) {
        return d.isEmpty() ? "" : "<path class=\"" + style + "\" d=\"" + d + "\"/>";
    }

    private String line() {
        StringBuilder d = new StringBuilder();
        for (Cell cell : onLadder()) {
            d.append(d.isEmpty() ? "M" : "L").append(point(x(cell), y(cell)));
        }
        return d.toString();
    }

    /** The intervals of the decisive observable, shaded; not where most of them reach down to zero. */
    private String band() {
        List<Cell> ladder = onLadder();
        boolean mostlyKnown = ladder.stream().filter(Ladder::reachesZero).count() * 2 <= ladder.size();
        if (ladder.size() < 2
                || !mostlyKnown
                || !ladder.stream().allMatch(cell -> hasBar(cell) && Double.isFinite(cell.halfWidth()))) {
            return "";
        }
        StringBuilder upper = new StringBuilder();
        StringBuilder lower = new StringBuilder();
        for (Cell cell : ladder) {
            upper.append(upper.isEmpty() ? "M" : "L").append(point(x(cell), upperEnd(cell)));
            lower.insert(0, "L" + point(x(cell), Math.min(lowerEnd(cell), scale.floor())));
        }
        return upper.append(lower).append("Z").toString();
    }

    private String bars() {
        StringBuilder d = new StringBuilder();
        for (Cell cell : cells) {
            if (hasBar(cell)) {
                d.append("M").append(point(x(cell), lowerEnd(cell))).append("V").append(px(upperEnd(cell)));
                if (Double.isFinite(cell.halfWidth())) {
                    d.append("m-3 0h6");
                }
                if (!Ladder.reachesZero(cell)) {
                    d.append("M").append(point(x(cell) - 3, lowerEnd(cell))).append("h6");
                }
            }
        }
        return d.toString();
    }

    /** Down where the interval reaches zero, up where it has no end. */
    private String arrows() {
        StringBuilder d = new StringBuilder();
        for (Cell cell : cells) {
            if (hasBar(cell) && Ladder.reachesZero(cell)) {
                d.append("M").append(point(x(cell), BOTTOM - 1)).append(ARROW_DOWN);
            }
            if (hasBar(cell) && Double.isInfinite(cell.halfWidth())) {
                d.append("M").append(point(x(cell), TOP + 1)).append(ARROW_UP);
            }
        }
        return d.toString();
    }

    private String marker(Cell cell) {
        String sign = cell.error() == 0 ? "zero" : cell.error() > 0 ? "" : "neg";
        String shape = cell.error() == 0 ? CROSS : SHAPES.get(number % SHAPES.size());
        return "<path class=\"" + ("m " + sign).strip() + "\" d=\"M" + point(x(cell), y(cell)) + shape + "\"><title>"
                + Markup.escape(tip(cell)) + "</title></path>";
    }

    private String tip(Cell cell) {
        String interval =
                Ladder.hasInterval(cell) ? " \u00B1 " + Numbers.halfWidth(cell.halfWidth(), cell.halfWidth()) : "";
        String size = cell.trajectories() > 0
                ? Numbers.count(cell.trajectories()) + " trajectories"
                : "enumerated, no sampling error";
        return String.format(
                Locale.ROOT,
                "%s, l = %d\nerror %s%s\n%s, %s",
                series.observable(),
                cell.level(),
                Numbers.signed(cell.error(), cell.halfWidth()),
                interval,
                size,
                cell.verdict());
    }

    /** A level below 1 is no step of the ladder: the line does not go there. */
    private List<Cell> onLadder() {
        return cells.stream().filter(cell -> cell.level() >= 1).toList();
    }

    private static boolean hasBar(Cell cell) {
        return Ladder.hasInterval(cell);
    }

    private double x(Cell cell) {
        return scale.x(cell.level()) + shift;
    }

    private double y(Cell cell) {
        return cell.error() == 0 ? scale.zero() : scale.y(Math.abs(cell.error()));
    }

    private double upperEnd(Cell cell) {
        double end = Math.abs(cell.error()) + cell.halfWidth();
        return Double.isFinite(end) ? scale.y(end) : TOP + 1;
    }

    private double lowerEnd(Cell cell) {
        return Ladder.reachesZero(cell) ? BOTTOM - 3 : scale.y(Math.abs(cell.error()) - cell.halfWidth());
    }

    static String point(double x, double y) {
        return px(x) + " " + px(y);
    }

    /** A length in the picture, to a tenth. */
    static String px(double length) {
        String text = String.format(Locale.ROOT, "%.1f", length);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
