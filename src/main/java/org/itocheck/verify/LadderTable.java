package org.itocheck.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Numbers;
import org.itocheck.claim.Outcome;

/** The decisive ladder of an outcome as right-aligned rows: one for the heads, one for each level; none without cells. */
final class LadderTable {
    private static final List<String> HEADS = List.of("l", "eta/l", "error", "± joint", "paths");
    private static final int[] WIDTHS = {9, 9, 11, 10, 11};
    private static final int GAP = 2;

    private LadderTable() {}

    static List<String> of(Outcome outcome) {
        List<Cell> cells = outcome.decisiveLadder();
        if (cells.isEmpty()) {
            return List.of();
        }
        int decimals = decimals(cells);
        List<List<String>> table = new ArrayList<>();
        table.add(HEADS);
        cells.forEach(cell -> table.add(entries(cell, decimals)));
        int[] widths = widths(table);
        List<String> rows = new ArrayList<>();
        table.forEach(entries -> rows.add(row(entries, widths)));
        boolean several = outcome.cells().stream().anyMatch(c -> c.checkpoint() != outcome.decisiveCheckpoint());
        rows.set(0, rows.get(0) + (several ? "   at k = " + outcome.decisiveCheckpoint() : ""));
        return rows;
    }

    private static List<String> entries(Cell cell, int decimals) {
        return List.of(
                Integer.toString(cell.level()),
                String.format(Locale.ROOT, "%.4f", cell.stepSize()),
                Double.isNaN(cell.error()) ? "unknown" : number("%+", cell.error(), decimals),
                Double.isNaN(cell.halfWidth()) ? "-" : number("%", cell.halfWidth(), decimals),
                cell.trajectories() == 0 ? "all" : Numbers.count(cell.trajectories()));
    }

    /** As many as the narrowest interval needs for two digits; -1 for the exponential form. */
    private static int decimals(List<Cell> cells) {
        double narrowest = cells.stream()
                .mapToDouble(Cell::halfWidth)
                .filter(width -> width > 0 && Double.isFinite(width))
                .min()
                .orElse(0);
        int decimals = narrowest > 0 ? Math.max(0, 1 - (int) Math.floor(Math.log10(narrowest))) : -1;
        return decimals > 9 || narrowest >= 1e7 ? -1 : decimals;
    }

    private static String number(String format, double value, int decimals) {
        return String.format(Locale.ROOT, format + (decimals < 0 ? ".2e" : "." + decimals + "f"), value);
    }

    private static int[] widths(List<List<String>> table) {
        int[] widths = WIDTHS.clone();
        for (List<String> entries : table) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], entries.get(i).length() + GAP);
            }
        }
        return widths;
    }

    private static String row(List<String> entries, int[] widths) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            row.append(" ".repeat(widths[i] - entries.get(i).length())).append(entries.get(i));
        }
        return row.toString();
    }
}
