package org.itocheck.cli;

import java.io.PrintWriter;
import java.util.List;

/** Prints rows of text in aligned columns. */
final class Columns {
    private Columns() {}

    /**
     * Indented by two, two spaces between columns, nothing after the last.
     *
     * @param alignment one letter a column: l for left, r for right
     */
    static void print(PrintWriter out, List<List<String>> rows, String alignment) {
        int[] widths = new int[alignment.length()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String gap = " ".repeat(widths[i] - row.get(i).length());
                line.append("  ").append(alignment.charAt(i) == 'l' ? row.get(i) + gap : gap + row.get(i));
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
