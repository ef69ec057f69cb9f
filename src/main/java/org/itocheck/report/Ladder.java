package org.itocheck.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Outcome;

/**
 * The part of an outcome that fits into one picture: a few observables, each at one checkpoint, over all levels.
 *
 * @param series the decisive observable, then the others, worst first
 * @param observables how many the claim has; the series may be fewer
 */
record Ladder(List<Series> series, int observables) {
    private static final int MOST_SERIES = 6;
    private static final Comparator<Cell> BY_BADNESS =
            Comparator.comparingInt(Ladder::rank).thenComparingDouble(Cell::severity);

    /** One observable at one checkpoint, by level. */
    record Series(String observable, int checkpoint, List<Cell> cells) {}

    /** The decisive observable is shown where it is worst if the claim did not pass, otherwise at the last checkpoint. */
    static Ladder of(Outcome outcome) {
        if (outcome.cells().isEmpty()) {
            return new Ladder(List.of(), 0);
        }
        List<Observed> observed = new ArrayList<>();
        outcome.cells().stream()
                .collect(Collectors.groupingBy(Cell::observable, LinkedHashMap::new, Collectors.toList()))
                .forEach((name, cells) -> observed.add(new Observed(name, cells)));
        observed.sort(Comparator.comparing((Observed one) -> one.name().equals(outcome.decisive()))
                .thenComparing(Observed::worst, BY_BADNESS)
                .reversed());
        Observed decisive = observed.get(0);
        int checkpoint =
                outcome.passed() ? decisive.lastCheckpoint() : decisive.worst().checkpoint();
        return new Ladder(
                observed.stream()
                        .limit(MOST_SERIES)
                        .map(one -> one.at(checkpoint))
                        .toList(),
                observed.size());
    }

    /** All cells of one observable. */
    private record Observed(String name, List<Cell> cells) {
        Cell worst() {
            return Collections.max(cells, BY_BADNESS);
        }

        int lastCheckpoint() {
            return cells.stream().mapToInt(Cell::checkpoint).max().orElse(0);
        }

        /** Its cells at this checkpoint, or at its last one if it was not looked at then. */
        Series at(int wanted) {
            boolean present = cells.stream().anyMatch(cell -> cell.checkpoint() == wanted);
            int checkpoint = present ? wanted : lastCheckpoint();
            return new Series(
                    name,
                    checkpoint,
                    cells.stream()
                            .filter(cell -> cell.checkpoint() == checkpoint)
                            .sorted(Comparator.comparingInt(Cell::level))
                            .toList());
        }
    }

    /** All cells whose error can be drawn. */
    List<Cell> drawable() {
        return series.stream()
                .flatMap(one -> one.cells().stream())
                .filter(Ladder::isDrawable)
                .toList();
    }

    /** Whether there is something to see: a ladder of levels, or errors with intervals and a bound to compare them with. */
    boolean isPicture() {
        return series.stream()
                .anyMatch(one -> one.cells().size() > 1
                        || one.cells().stream().anyMatch(cell -> hasInterval(cell) && !Double.isNaN(cell.allowed())));
    }

    /** How many errors are NaN or infinite. */
    int undrawable() {
        return series.stream().mapToInt(one -> one.cells().size()).sum()
                - drawable().size();
    }

    /** What is allowed of the decisive observable, where it is the same positive number at all levels. */
    OptionalDouble allowed() {
        double[] allowed = series.get(0).cells().stream()
                .mapToDouble(Cell::allowed)
                .distinct()
                .toArray();
        return allowed.length == 1 && allowed[0] > 0 && Double.isFinite(allowed[0])
                ? OptionalDouble.of(allowed[0])
                : OptionalDouble.empty();
    }

    static boolean isDrawable(Cell cell) {
        return Double.isFinite(cell.error());
    }

    /** An enumerated value or one of width zero has no interval. */
    static boolean hasInterval(Cell cell) {
        return cell.trajectories() > 0 && cell.halfWidth() > 0;
    }

    /** Whether the interval contains zero: on a logarithmic axis it has no lower end. */
    static boolean reachesZero(Cell cell) {
        return hasInterval(cell) && Math.abs(cell.error()) <= cell.halfWidth();
    }

    private static int rank(Cell cell) {
        return switch (cell.verdict()) {
            case PASS -> 0;
            case INCONCLUSIVE -> 1;
            case FAIL -> 2;
        };
    }
}
