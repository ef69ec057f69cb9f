package org.itocheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    @Test
    void the_page_of_a_sample_is_small() {
        String page = HtmlReport.render(Samples.study());
        Samples.study().writeHtml(Path.of("target/sample-report.html")).writeJson(Path.of("target/sample-report.json"));
        System.out.println(ConsoleTable.render(Samples.study(), 120, false));
        int tables = page.split("<table class=\"cells\">.*?</table>", -1).length;
        String rest = page.replaceAll("(?s)<table class=\"cells\">.*?</table>", "");
        System.out.println(tables + " " + page.getBytes(StandardCharsets.UTF_8).length + " "
                + rest.getBytes(StandardCharsets.UTF_8).length);
        assertThat(rest.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(60_000);
    }
}
