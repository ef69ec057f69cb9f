package org.itocheck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.itocheck.report.LineSeries.Point;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class ReportSectionTest {
    private static final DataTable TABLE = new DataTable(
            "Accuracy", List.of("setting", "final"), List.of(List.of("sgd", "0.9 ± 0.1"), List.of("ngd", "0.85")), "n");
    private static final LineChart CHART = new LineChart(
            "Curve",
            Axis.linear("x"),
            Axis.linear("y"),
            List.of(LineSeries.curve("a", List.of(new Point(0, 1), new Point(1, 2)))),
            List.of(),
            "c");

    @Test
    void figures_and_tables_come_after_the_claims() throws Exception {
        List<ReportSection> shown = List.of(
                new ReportSection("panel a", "lead", List.of(TABLE, CHART, CHART)),
                new ReportSection("panel b", "", List.of(CHART)));
        String html = HtmlReport.render(Samples.study(), shown);
        Document page = HtmlReportTest.parse(html);

        assertThat(page.getElementsByTagName("section").getLength()).isEqualTo(7);
        assertThat(page.getElementsByTagName("figure").getLength()).isEqualTo(4 + 3);
        assertThat(html.indexOf("panel a")).isGreaterThan(html.lastIndexOf("class=\"claim "));
        Set<String> ids = new HashSet<>();
        NodeList all = page.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            var id = all.item(i).getAttributes().getNamedItem("id");
            assertThat(id == null || ids.add(id.getNodeValue())).as("%s", id).isTrue();
        }
    }

    @Test
    void without_sections_the_page_is_that_of_the_study() {
        assertThat(HtmlReport.render(Samples.study(), List.of())).isEqualTo(HtmlReport.render(Samples.study()));
    }

    @Test
    void hostile_texts_stay_text() throws Exception {
        String hostile = "</title><script>alert('x')</script>&\"]]>\u0000";
        DataTable table = new DataTable(hostile, List.of(hostile), List.of(List.of(hostile)), hostile);
        LineChart chart = new LineChart(
                hostile,
                Axis.linear(hostile),
                Axis.logarithmic(hostile),
                List.of(LineSeries.marked(hostile, List.of(new Point(1, 2)))),
                List.of(Guide.horizontal(2, hostile)),
                hostile);
        Document page = HtmlReportTest.parse(HtmlReport.render(
                Samples.study(), List.of(new ReportSection(hostile, hostile, List.of(table, chart)))));
        assertThat(page.getElementsByTagName("script").getLength()).isEqualTo(2);
    }

    @Test
    void a_table_for_a_terminal_has_its_columns_in_line() {
        assertThat(TABLE.text())
                .isEqualTo("Accuracy\n  setting      final\n  sgd      0.9 ± 0.1\n  ngd           0.85\n  n\n");
    }

    @Test
    void a_row_of_another_length_is_refused() {
        assertThatThrownBy(() -> new DataTable("T", List.of("a", "b"), List.of(List.of("1")), ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a row of T has 1 texts and there are 2 columns; give one text for each: [1]");
    }
}
