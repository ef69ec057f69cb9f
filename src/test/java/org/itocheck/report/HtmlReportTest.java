package org.itocheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlReportTest {
    private static final String HOSTILE = "</title><script>alert('x')</script>&\"]]>\u0000\u001B[31m\uD800";

    @Test
    void the_page_is_well_formed() throws Exception {
        Document page = parse(HtmlReport.render(Samples.study()));
        assertThat(page.getElementsByTagName("section").getLength()).isEqualTo(5);
        assertThat(page.getElementsByTagName("figure").getLength()).isEqualTo(4);
        assertThat(page.getElementsByTagName("h1").item(0).getTextContent()).isEqualTo("svag on ornstein-uhlenbeck");
    }

    @Test
    void ids_are_unique_and_links_arrive() throws Exception {
        Document page = parse(HtmlReport.render(Samples.study()));
        NodeList all = page.getElementsByTagName("*");
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < all.getLength(); i++) {
            var id = all.item(i).getAttributes().getNamedItem("id");
            assertThat(id == null || ids.add(id.getNodeValue())).as("%s", id).isTrue();
        }
        for (int i = 0; i < all.getLength(); i++) {
            var href = all.item(i).getAttributes().getNamedItem("href");
            if (href != null && href.getNodeValue().startsWith("#")) {
                assertThat(ids).contains(href.getNodeValue().substring(1));
            }
        }
    }

    @Test
    void nothing_is_loaded() {
        String page = HtmlReport.render(Samples.study());
        assertThat(page)
                .doesNotContain("src=", "@import", "<link", "<img", "<iframe", "fetch(")
                .contains("default-src 'none'");
        assertThat(Pattern.compile("url\\((?!#)").matcher(page).find()).isFalse();
        assertThat(page.replace("<a href=\"https://arxiv.org/abs/2102.12470\">", "")
                        .replace("http://www.w3.org/1999/xhtml", "")
                        .replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http://", "https://");
    }

    @Test
    void hostile_names_stay_text() throws Exception {
        Cell cell = Samples.cell(HOSTILE, 1, 1, 0.1, 0.2, 0.3, Verdict.FAIL);
        Outcome outcome = Samples.outcome(
                HOSTILE, HOSTILE, Verdict.FAIL, HOSTILE, HOSTILE, HOSTILE, List.of(HOSTILE), List.of(cell), 1);
        StudyResult study = new StudyResult(
                HOSTILE, List.of(outcome), Samples.SEED, HOSTILE, new Environment(HOSTILE, HOSTILE, HOSTILE, 1), 1);
        Document page = parse(HtmlReport.render(study));
        assertThat(page.getElementsByTagName("script").getLength()).isEqualTo(2);
        assertThat(page.getElementsByTagName("h1").item(0).getTextContent()).startsWith("</title><script>alert('x')");
    }

    @Test
    void paper_is_white_also_for_those_who_read_in_the_dark() {
        String page = HtmlReport.render(Samples.study());
        assertThat(Pattern.compile("(?m)^.*--bg:#12161d.*$")
                        .matcher(page)
                        .results()
                        .map(match -> match.group()))
                .hasSize(2)
                .allMatch(line -> line.startsWith("@media screen"));
    }

    @Test
    void a_study_without_claims_says_that_nothing_was_shown() throws Exception {
        StudyResult empty = new StudyResult("empty", List.of(), Samples.SEED, "", Environment.current(1), 0);
        assertThat(parse(HtmlReport.render(empty))
                        .getElementsByTagName("section")
                        .getLength())
                .isZero();
        assertThat(HtmlReport.render(empty)).contains("nothing was shown");
    }

    @Test
    void a_number_without_a_ladder_and_without_an_interval_has_no_picture() {
        Cell alone = Cell.exact("R", 1, 0.1, 1, 2, 2, 1e-9);
        Outcome outcome =
                Samples.outcome("Equilibrium", "balance", Verdict.PASS, "", "R", "R", List.of(), List.of(alone), 1);
        StudyResult study =
                new StudyResult("one", List.of(outcome), Samples.SEED, "", new Environment("a", "b", "c", 1), 1);
        assertThat(HtmlReport.render(study)).contains("No picture: this claim is decided without a ladder of errors.");
    }

    @Test
    void all_cells_are_in_the_page() {
        String page = HtmlReport.render(Samples.study());
        assertThat(page).contains("All 96 cells: 6 observables", "\u22120.03687", "400\u202F000");
    }

    @Test
    void a_truth_that_depends_on_the_level_has_its_own_column() {
        Cell one = Samples.cell("x", 1, 1, 0.1, 0.01, 0.3, Verdict.PASS);
        Cell two = new Cell("x", 2, 0.1, 1, 0.7, 0.6, 0.1, 0.01, 0.2, 0.3, 50, Verdict.PASS, "few <paths>");
        assertThat(CellsTable.of(List.of(one))).doesNotContain("<th>truth").contains("truth 0.116480, allowed 0.300");
        assertThat(CellsTable.of(List.of(one, two)))
                .contains("<th>truth", "<th>allowed", "<td>0.600000</td>", "few &lt;paths&gt;");
    }

    @Test
    void all_cells_stand_in_one_row_for_each_ladder() {
        assertThat(CellsMatrix.of(Samples.brokenLimit().cells()))
                .contains("<th>l = 8<br/><i>400\u202F000 paths</i></th>")
                .contains(
                        "<tr><td>|x|^2</td><td>10</td><td>0.116480</td><td>0.0100</td><td>+0.00492 \u00B1 0.00144</td>"
                                + "<td class=\"fail\">\u2717 \u22120.02331 \u00B1 0.00102</td>");
        Cell odd = new Cell("x", 4, 0.05, 1, 0.7, 0.6, 0.1, 0.01, 0.2, 0.3, 50, Verdict.INCONCLUSIVE, "few <paths>");
        assertThat(CellsMatrix.of(List.of(odd, Samples.cell("x", 2, 1, 0.1, 0.01, 0.3, Verdict.PASS))))
                .contains("0.600000 \u2026 0.116480", "? +0.1000 \u00B1 0.0100<br/><i>few &lt;paths&gt;</i>");
    }

    @Test
    void the_page_is_small() {
        String page = HtmlReport.render(Samples.study());
        assertThat(size(page.replaceAll("(?s)<table class=\"cells[ al]*\">.*?</table>", "")))
                .isLessThan(60_000);
        StudyResult twenty = new StudyResult(
                "twenty", Collections.nCopies(20, Samples.weakOrder()), Samples.SEED, "", Environment.current(2), 1);
        assertThat(size(HtmlReport.render(twenty))).isLessThan(400_000);
    }

    private static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    static Document parse(String page) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }
}
