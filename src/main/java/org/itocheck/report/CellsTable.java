package org.itocheck.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Verdict;

/**
 * The numbers of a claim, one group of rows for each observable and checkpoint. What is the same in all rows of every
 * group (truth, allowed error) stands once in the head of the group.
 */
final class CellsTable {
    private record Group(String observable, int checkpoint) {}

    private record Column(String title, BiFunction<Cell, Double, String> text) {}

    private static final Column TRUTH = new Column("truth", (cell, width) -> Numbers.value(cell.truth()));
    private static final Column ALLOWED = new Column("allowed", (cell, width) -> Numbers.allowed(cell));
    private static final Column NOTE = new Column("note", (cell, width) -> Markup.escape(cell.note()));

    private final Map<Group, List<Cell>> groups;
    private final List<Column> columns;
    private final List<Column> shared;

    private CellsTable(List<Cell> cells) {
        groups = cells.stream()
                .collect(Collectors.groupingBy(
                        cell -> new Group(cell.observable(), cell.checkpoint()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        shared = new ArrayList<>(List.of(TRUTH, ALLOWED));
        shared.removeIf(column -> groups.values().stream().anyMatch(group -> varies(group, column)));
        columns = columns(cells);
    }

    /** Every column. */
    static String of(List<Cell> cells) {
        return new CellsTable(cells).html();
    }

    private List<Column> columns(List<Cell> cells) {
        List<Column> all = new ArrayList<>();
        all.add(new Column("l", (cell, width) -> String.valueOf(cell.level())));
        all.add(new Column("\u03B7/l", (cell, width) -> Numbers.brief(cell.stepSize())));
        all.add(new Column("estimate", (cell, width) -> Numbers.value(cell.estimate())));
        all.add(TRUTH);
        all.add(new Column("error", (cell, width) -> Numbers.signed(cell.error(), width)));
        all.add(new Column(
                "\u00B1 joint",
                (cell, width) -> Ladder.hasInterval(cell) ? Numbers.halfWidth(cell.halfWidth(), width) : "\u2013"));
        all.add(ALLOWED);
        all.add(new Column("std. dev.", (cell, width) -> Numbers.brief(cell.standardDeviation())));
        all.add(new Column(
                "paths", (cell, width) -> cell.trajectories() > 0 ? Numbers.count(cell.trajectories()) : "all"));
        if (cells.stream().anyMatch(cell -> !cell.note().isEmpty())) {
            all.add(NOTE);
        }
        all.removeAll(shared);
        return all;
    }

    private static boolean varies(List<Cell> cells, Column column) {
        return cells.stream()
                        .map(cell -> column.text().apply(cell, 0.0))
                        .distinct()
                        .count()
                > 1;
    }

    private String html() {
        String heads = columns.stream()
                .map(column -> "<th>" + column.title() + "</th>")
                .collect(Collectors.joining());
        StringBuilder table =
                new StringBuilder("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"cells\">"
                        + "<table class=\"cells\"><thead><tr>" + heads + "<th>verdict</th></tr></thead>");
        groups.forEach((group, cells) -> {
            table.append(
                    "<tbody><tr><th colspan=\"" + (columns.size() + 1) + "\">" + head(group, cells) + "</th></tr>\n");
            double reference = Numbers.reference(cells);
            cells.forEach(cell -> table.append(row(cell, reference)));
            table.append("</tbody>");
        });
        return table + "</table></div>";
    }

    private String head(Group group, List<Cell> cells) {
        String facts = shared.stream()
                .filter(column ->
                        !column.equals(ALLOWED) || !Double.isNaN(cells.get(0).allowed()))
                .map(column -> column.title() + " " + column.text().apply(cells.get(0), 0.0))
                .collect(Collectors.joining(", "));
        return Markup.escape(group.observable()) + " <i>k = " + group.checkpoint()
                + (facts.isEmpty() ? "" : ", " + facts) + "</i>";
    }

    private String row(Cell cell, double reference) {
        StringBuilder row = new StringBuilder("<tr>");
        columns.forEach(column -> row.append(column.equals(NOTE) ? "<td class=\"t\">" : "<td>")
                .append(column.text().apply(cell, Numbers.precision(cell, reference)))
                .append("</td>"));
        String style = cell.verdict() == Verdict.PASS ? "" : " class=\"" + HtmlReport.style(cell.verdict()) + "\"";
        return row + "<td" + style + ">" + cell.verdict() + "</td></tr>\n";
    }
}
