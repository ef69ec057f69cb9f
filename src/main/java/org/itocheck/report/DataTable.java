package org.itocheck.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table of texts.
 *
 * @param title heading
 * @param columns their names
 * @param rows each with one text for each column; the first is what the row is about
 * @param note below the table; may be empty
 */
public record DataTable(String title, List<String> columns, List<List<String>> rows, String note)
        implements ReportPart {
    private static final int GAP = 2;

    /** Copies the lists and counts the texts. */
    public DataTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("a row of " + title + " has " + row.size() + " texts and there are "
                        + columns.size() + " columns; give one text for each: " + row);
            }
        }
    }

    @Override
    public String html(String id) {
        String heads = columns.stream()
                .map(column -> "<th>" + Markup.escape(column) + "</th>")
                .collect(Collectors.joining());
        String body = rows.stream().map(DataTable::html).collect(Collectors.joining());
        return "<h3>" + Markup.escape(title) + "</h3><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\""
                + Markup.escape(title) + "\"><table id=\"" + id + "\" class=\"cells\"><thead><tr>" + heads
                + "</tr></thead><tbody>\n" + body + "</tbody></table></div>"
                + (note.isEmpty() ? "" : "<p class=\"mut below\">" + Markup.prose(note) + "</p>");
    }

    private static String html(List<String> row) {
        return row.stream()
                .map(text -> "<td>" + Markup.prose(text) + "</td>")
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    /** The table for a terminal: columns side by side, the first to the left, the others to the right. */
    public String text() {
        StringBuilder text = new StringBuilder(title).append('\n').append(line(columns));
        rows.forEach(row -> text.append(line(row)));
        return note.isEmpty()
                ? text.toString()
                : text.append("  ").append(note).append('\n').toString();
    }

    private String line(List<String> texts) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            String blank = " ".repeat(width(i) - texts.get(i).length());
            line.append(" ".repeat(GAP)).append(i == 0 ? texts.get(i) + blank : blank + texts.get(i));
        }
        return line.toString().stripTrailing() + "\n";
    }

    private int width(int column) {
        return Math.max(
                columns.get(column).length(),
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
    }
}
