package org.itocheck.report;

import java.util.List;

/**
 * What a page shows after the claims: figures and tables under one heading.
 *
 * @param title heading
 * @param lead a sentence on what is seen; may be empty
 * @param parts in the order of the page
 */
public record ReportSection(String title, String lead, List<ReportPart> parts) {
    /** Copies the list. */
    public ReportSection {
        parts = List.copyOf(parts);
    }

    String html(String id) {
        StringBuilder html =
                new StringBuilder("<section id=\"" + id + "\" class=\"shown\"><h2>" + Markup.escape(title) + "</h2>");
        if (!lead.isEmpty()) {
            html.append("<p>").append(Markup.prose(lead)).append("</p>");
        }
        for (int i = 0; i < parts.size(); i++) {
            html.append(parts.get(i).html(id + "-" + (i + 1))).append('\n');
        }
        return html.append("</section>\n").toString();
    }
}
