package org.itocheck.report;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.itocheck.claim.Cell;

/**
 * Where a level and an error are in the picture, in the units of its view box.
 *
 * @param levels the ladder, ascending; a level below 1 stands one step to the left of the others
 * @param low the smallest error on the logarithmic axis
 * @param high the largest
 * @param zeroStrip height of the strip below the axis that stands for zero, or 0 if there is none
 */
record PlotScale(List<Integer> levels, double low, double high, double zeroStrip) {
    static final double WIDTH = 760;
    static final double HEIGHT = 372;
    static final double LEFT = 62;
    static final double RIGHT = WIDTH - 10;
    static final double TOP = 30;
    static final double BOTTOM = HEIGHT - 52;

    private static final double MARGIN = 44;
    private static final double MOST_DECADES = 12;
    private static final double FEWEST_DECADES = 1.2;
    private static final double STRIP = 20;
    private static final double ALLOWED_FAR = 1000;

    /** Holds every error and interval, and what is allowed if near; a tiny error in a wide interval does not stretch it. */
    static PlotScale of(Ladder ladder) {
        List<Cell> cells = ladder.drawable();
        double allowed = ladder.allowed().orElse(0);
        double largest = positive(cells, PlotScale::top).max().orElse(allowed > 0 ? allowed : 1);
        double smallest = positive(cells, PlotScale::bottom).min().orElse(largest / 1000);
        boolean near = allowed > smallest / ALLOWED_FAR && allowed < largest * ALLOWED_FAR;
        double high = (near ? Math.max(largest, allowed) : largest) * 1.7;
        double low = (near ? Math.min(smallest, allowed) : smallest) / 1.5;
        low = Math.max(Math.min(low, high / Math.pow(10, FEWEST_DECADES)), high / Math.pow(10, MOST_DECADES));
        double floor = low;
        boolean zero = cells.stream().anyMatch(cell -> Math.abs(cell.error()) < floor || Ladder.reachesZero(cell));
        List<Integer> levels =
                cells.stream().map(Cell::level).distinct().sorted().toList();
        return new PlotScale(levels, low, high, zero ? STRIP : 0);
    }

    double x(double level) {
        double first = position(levels.get(0));
        double last = position(levels.get(levels.size() - 1));
        return last == first
                ? (LEFT + RIGHT) / 2
                : LEFT + MARGIN + (position(level) - first) / (last - first) * (RIGHT - LEFT - 2 * MARGIN);
    }

    /** Errors outside the axis are put at its end. */
    double y(double magnitude) {
        double inside = Math.min(high, Math.max(low, magnitude));
        return floor() - Math.log(inside / low) / Math.log(high / low) * (floor() - TOP);
    }

    /** The lower end of the logarithmic axis. */
    double floor() {
        return BOTTOM - zeroStrip;
    }

    /** Where an error of exactly zero is drawn. */
    double zero() {
        return BOTTOM - STRIP / 2;
    }

    boolean contains(double magnitude) {
        return magnitude > low && magnitude < high;
    }

    double decades() {
        return Math.log10(high / low);
    }

    private double position(double level) {
        double smallest = levels.stream().filter(l -> l >= 1).findFirst().orElse(1);
        return level >= 1 ? log2(level) : log2(smallest) - 1;
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    private static DoubleStream positive(List<Cell> cells, ToDoubleFunction<Cell> part) {
        return cells.stream().mapToDouble(part).filter(value -> value > 0 && Double.isFinite(value));
    }

    private static double top(Cell cell) {
        double interval = Ladder.hasInterval(cell) && Double.isFinite(cell.halfWidth()) ? cell.halfWidth() : 0;
        return Math.abs(cell.error()) + interval;
    }

    private static double bottom(Cell cell) {
        double error = Math.abs(cell.error());
        if (!Ladder.hasInterval(cell)) {
            return error;
        }
        return Ladder.reachesZero(cell)
                ? Math.max(error, cell.halfWidth() / 10)
                : Math.max(error - cell.halfWidth(), error / 10);
    }
}
