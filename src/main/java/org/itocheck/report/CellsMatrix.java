package org.itocheck.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Verdict;

/** All cells of a claim: a row for each observable and checkpoint, a column for each level, so that a ladder is one row. */
final class CellsMatrix {
    private record Row(String observable, int checkpoint) {}

    private final Map<Row, List<Cell>> rows;
    private final List<Integer> levels;
    private final List<Cell> cells;

    private CellsMatrix(List<Cell> cells) {
        this.cells = cells;
        rows = cells.stream()
                .collect(Collectors.groupingBy(
                        cell -> new Row(cell.observable(), cell.checkpoint()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        levels = cells.stream().map(Cell::level).distinct().sorted().toList();
    }

    static String of(List<Cell> cells) {
        return new CellsMatrix(cells).html();
    }

    private String html() {
        StringBuilder table = new StringBuilder(
                "<div class=\"scroll\" tabindex=\"0\" role=\"region\""
                        + " aria-label=\"all cells\"><table class=\"cells all\"><thead><tr><th>g</th><th>k</th><th>truth</th><th>allowed</th>");
        levels.forEach(level -> table.append("<th>l = " + level + "<br/><i>" + paths(level) + "</i></th>"));
        table.append("</tr></thead><tbody>\n");
        rows.forEach((row, ladder) -> table.append(row(row, ladder)));
        return table + "</tbody></table></div>";
    }

    /** What was spent on this level. */
    private String paths(int level) {
        var paths = cells.stream()
                .filter(cell -> cell.level() == level)
                .mapToLong(Cell::trajectories)
                .summaryStatistics();
        String most = paths.getMax() == 0 ? "enumerated" : Numbers.count(paths.getMax()) + " paths";
        return paths.getMin() == paths.getMax() ? most : Numbers.count(paths.getMin()) + " to " + most;
    }

    private String row(Row row, List<Cell> ladder) {
        double reference = Numbers.reference(ladder);
        StringBuilder html = new StringBuilder("<tr><td>" + Markup.escape(row.observable()) + "</td><td>"
                + row.checkpoint() + "</td><td>"
                + range(ladder.stream().map(cell -> Numbers.value(cell.truth())).toList())
                + "</td><td>"
                + range(ladder.stream().map(Numbers::allowed).toList()) + "</td>");
        for (int level : levels) {
            List<Cell> here =
                    ladder.stream().filter(cell -> cell.level() == level).toList();
            Verdict worst = here.stream().map(Cell::verdict).reduce(Verdict.PASS, Verdict::and);
            String style = worst == Verdict.PASS ? "" : " class=\"" + HtmlReport.style(worst) + "\"";
            html.append("<td" + style + ">")
                    .append(here.stream().map(cell -> text(cell, reference)).collect(Collectors.joining("<br/>")))
                    .append("</td>");
        }
        return html.append("</tr>\n").toString();
    }

    private static String text(Cell cell, double reference) {
        double precision = Numbers.precision(cell, reference);
        String interval = Ladder.hasInterval(cell) ? " \u00B1 " + Numbers.halfWidth(cell.halfWidth(), precision) : "";
        String note = cell.note().isEmpty() ? "" : "<br/><i>" + Markup.escape(cell.note()) + "</i>";
        return HtmlReport.mark(cell.verdict()) + Numbers.signed(cell.error(), precision) + interval + note;
    }

    /** One text if all are the same; first and last otherwise. */
    private static String range(List<String> texts) {
        List<String> distinct = texts.stream().distinct().toList();
        String first = distinct.get(0);
        return distinct.size() == 1 ? first : first + " \u2026 " + distinct.get(distinct.size() - 1);
    }
}
