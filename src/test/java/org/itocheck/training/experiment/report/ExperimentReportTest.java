package org.itocheck.training.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.itocheck.claim.Verdict;
import org.itocheck.training.RunStatus;
import org.itocheck.training.experiment.ExperimentRecord;
import org.itocheck.training.experiment.Statement;
import org.itocheck.training.experiment.finding.Simulated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExperimentReportTest {
    private static final ExperimentRecord LEVELS = new Simulated(3, 4, 0.004, 0.0005)
            .levels(
                    List.of(1, 2, 4, 8),
                    (plan, phase) -> plan.method().level() == 1 ? -0.03 : 0,
                    Statement.SVAG_CONVERGES,
                    Statement.SGD_FOLLOWS_LIMIT);

    private static final ExperimentRecord SIZES = new Simulated(11, 4, 0.002, 0.002)
            .batchSizes(
                    Map.of(64, 0.08, 128, 0.075, 512, 0.08, 2048, 0.2, 4096, 0.4),
                    Map.of(64, 0.125, 128, 0.2, 512, 1.5, 2048, 5.0, 4096, 9.0));

    @TempDir
    Path folder;

    private JsonNode json(ExperimentRecord record) throws Exception {
        ExperimentReport.of(record, "again").writeJson(folder.resolve("r.json"));
        return JsonMapper.shared().readTree(Files.readString(folder.resolve("r.json")));
    }

    @Test
    void every_claim_of_the_panel_has_a_verdict() {
        ExperimentReport report = ExperimentReport.of(LEVELS, "again");

        assertThat(report.result().outcomes())
                .extracting(outcome -> outcome.verdict())
                .containsExactly(Verdict.PASS, Verdict.FAIL);
        assertThat(report.result().exitCode()).isEqualTo(1);
        assertThat(report.result().seconds()).isEqualTo(60);
    }

    @Test
    void the_page_has_the_figures_of_levels() throws Exception {
        ExperimentReport.of(LEVELS, "again").writeHtml(folder.resolve("r.html"));

        assertThat(folder.resolve("r.html"))
                .content()
                .contains(
                        "Distance to l* = 8 by phase",
                        "Distance of SVAG(l) to the largest l, by phase",
                        "Test accuracy",
                        "Training loss",
                        "Squared norm",
                        "learning rate 0.8, times 0.1 at epochs 12, 18")
                .doesNotContain("NaN");
    }

    @Test
    void the_page_has_the_figures_of_methods_and_batch_sizes() {
        ExperimentRecord methods = Simulated.of(1).methods((plan, phase) -> 0);

        assertThat(titles(methods)).contains("Training loss of the steps", "Test accuracy");
        assertThat(titles(SIZES)).contains("Linear scaling", "Gradient against noise", "Test error in the end");
    }

    @Test
    void batch_sizes_are_no_ladder_of_levels() {
        ExperimentReport.of(SIZES, "again").writeHtml(folder.resolve("r.html"));

        assertThat(folder.resolve("r.html"))
                .content()
                .contains("No picture: this claim is decided without a ladder of errors.")
                .doesNotContain("|E g(x)");
    }

    private static List<String> titles(ExperimentRecord record) {
        return ExperimentReport.of(record, "").sections().get(0).parts().stream()
                .map(part -> part.title())
                .toList();
    }

    @Test
    void json_has_every_number() throws Exception {
        JsonNode levels = json(LEVELS);
        assertThat(levels.path("study").path("claims").size()).isEqualTo(2);
        assertThat(levels.path("study").path("verdict").asString()).isEqualTo("FAIL");
        assertThat(levels.path("panels").path(0).path("distances").size()).isEqualTo(9);
        assertThat(levels.path("panels")
                        .path(0)
                        .path("settings")
                        .path(0)
                        .path("finalAccuracies")
                        .size())
                .isEqualTo(4);
        assertThat(levels.path("complete").asBoolean()).isTrue();

        JsonNode scaling = json(SIZES).path("panels").path(0).path("scaling").path(0);
        assertThat(scaling.path("printedPredictions").path(1).asDouble()).isBetween(1279.9, 1280.1);
        assertThat(scaling.path("batchSizes").path(2).path("printedPrediction").asString())
                .isEqualTo("NaN");
        assertThat(scaling.path("batchSizes").path(3).path("fails").asBoolean()).isTrue();
    }

    @Test
    void the_terminal_gets_verdicts_and_tables_in_ascii() {
        String text = ExperimentReport.of(SIZES, "again").text(120, false);

        assertThat(text)
                .startsWith("verdict")
                .contains("Linear scaling\n", "B* printed: 1020 to 1280", "  4096  51.2     64");
        assertThat(text.replace("±", "+-")).matches("[\\x00-\\x7F]*");
    }

    @Test
    void an_experiment_that_has_hardly_begun_is_shown_as_far_as_it_came() {
        ExperimentRecord begun = LEVELS;
        for (String setting : List.of("sgd", "svag-2", "svag-4", "svag-8")) {
            for (int replicate = 1; replicate <= 4; replicate++) {
                begun = Simulated.ended(begun, setting, replicate, RunStatus.STOPPED, 0);
            }
        }
        ExperimentReport report = ExperimentReport.of(begun, "again").writeHtml(folder.resolve("r.html"));

        assertThat(report.result().count(Verdict.INCONCLUSIVE)).isEqualTo(2);
        assertThat(report.text(100, false)).contains("not finished: 0 of 4 runs");
    }

    @Test
    void runs_that_diverged_at_once_are_shown_too() {
        ExperimentRecord lost = SIZES;
        for (int replicate = 1; replicate <= 4; replicate++) {
            lost = Simulated.ended(lost, "b4096", replicate, RunStatus.DIVERGED, 0);
        }
        ExperimentReport report = ExperimentReport.of(lost, "again").writeHtml(folder.resolve("r.html"));

        assertThat(report.result().verdict()).isEqualTo(Verdict.PASS);
        assertThat(report.text(100, false)).containsPattern("b4096 +SGD +4096 +51.2 +4 +4 +0.1000");
    }
}
