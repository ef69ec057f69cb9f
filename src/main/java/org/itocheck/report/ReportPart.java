package org.itocheck.report;

/** A figure or a table of a {@link ReportSection}. */
public sealed interface ReportPart permits LineChart, DataTable {
    /** What it shows, for its heading. */
    String title();

    /**
     * The part as HTML that is well-formed XML, styled by the page around it.
     *
     * @param id prefix of the ids inside, unique in the page: letters, digits, hyphens
     */
    String html(String id);
}
