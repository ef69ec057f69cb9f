package org.itocheck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonReportTest {
    @TempDir
    Path folder;

    @Test
    void what_is_read_equals_what_was_written() {
        Path file = folder.resolve("new/folder/study.json");
        Samples.study().writeJson(file);
        StudyResult again = JsonReport.read(file);
        assertThat(again).isEqualTo(Samples.study());
        assertThat(HtmlReport.render(again)).isEqualTo(HtmlReport.render(Samples.study()));
    }

    @Test
    void numbers_that_json_does_not_know_survive() {
        StudyResult odd = odd();
        odd.writeJson(folder.resolve("odd.json"));
        assertThat(JsonReport.read(folder.resolve("odd.json"))).isEqualTo(odd);
        assertThat(JsonReport.render(odd))
                .contains("\"error\" : \"NaN\"", "\"halfWidth\" : \"Infinity\"", "\"estimate\" : \"-Infinity\"");
    }

    @Test
    void the_text_begins_like_this() {
        assertThat(JsonReport.render(Samples.study())).startsWith("""
                {
                  "schemaVersion" : 1,
                  "name" : "svag on ornstein-uhlenbeck",
                  "verdict" : "FAIL",
                  "seed" : "0x00005EED00000001",
                """);
    }

    @Test
    void wall_times_are_the_only_difference_between_two_runs() {
        StudyResult study = Samples.study();
        StudyResult slower = new StudyResult(
                study.name(), study.outcomes(), study.seed(), study.reproduce(), study.environment(), 99);
        String marker = "\"wallTime\"";
        String first = JsonReport.render(study);
        String second = JsonReport.render(slower);
        assertThat(first).isNotEqualTo(second);
        assertThat(first.substring(0, first.indexOf(marker)))
                .isEqualTo(second.substring(0, second.indexOf(marker)))
                .doesNotContain("seconds");
    }

    @Test
    void the_text_follows_the_schema() throws IOException {
        assertThat(errors(JsonReport.render(Samples.study()))).isEmpty();
        assertThat(errors(JsonReport.render(odd()))).isEmpty();
    }

    @Test
    void the_schema_refuses_fields_it_does_not_know_and_misses_none() throws IOException {
        String text = JsonReport.render(Samples.study());
        assertThat(errors(text.replace("\"note\"", "\"remark\""))).isNotEmpty();
        assertThat(errors(text.replace("\"os\"", "\"host\""))).isNotEmpty();
        assertThat(errors(text.replace("\"PASS\"", "\"pass\""))).isNotEmpty();
        assertThat(errors(text.replace("0x00005EED00000001", "42"))).isNotEmpty();
        String schema = Files.readString(Path.of("docs/report-schema.json"));
        assertThat(schema.split("\"type\": \"object\"", -1))
                .hasSameSizeAs(schema.split("\"additionalProperties\": false", -1));
    }

    @Test
    void other_files_are_refused_by_name() throws IOException {
        Path file = folder.resolve("other.json");
        Files.writeString(file, "{\"schemaVersion\": 2}");
        assertThatThrownBy(() -> JsonReport.read(file))
                .isInstanceOf(ReportException.class)
                .hasMessage(
                        file + " has schemaVersion 2, this ItoCheck reads 1; write the report again or read it with the"
                                + " ItoCheck that wrote it");
        Files.writeString(file, "{\"schemaVersion\": 1}");
        assertThatThrownBy(() -> JsonReport.read(file))
                .isInstanceOf(ReportException.class)
                .hasMessageStartingWith(file + " is no report of ItoCheck: ");
        Files.writeString(file, "no json");
        assertThatThrownBy(() -> JsonReport.read(file)).isInstanceOf(ReportException.class);
        assertThatThrownBy(() -> JsonReport.read(folder.resolve("none.json")))
                .isInstanceOf(ReportException.class)
                .hasMessageContaining("cannot read " + folder.resolve("none.json"));
    }

    private static StudyResult odd() {
        Cell cell = new Cell(
                "x",
                1,
                0.2,
                1,
                Double.NEGATIVE_INFINITY,
                0,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                1,
                0.1 + 0.2,
                3,
                Verdict.INCONCLUSIVE,
                "");
        return new StudyResult("odd", List.of(Samples.of(cell)), Samples.SEED, "", Environment.current(1), 0.1);
    }

    private static List<Error> errors(String text) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("docs/report-schema.json")), InputFormat.JSON);
        return schema.validate(text, InputFormat.JSON);
    }
}
