package org.itocheck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyResultTest {
    @TempDir
    Path folder;

    @Test
    void the_worst_verdict_counts() {
        assertThat(study(Samples.weakOrder(), Samples.undecided(), Samples.brokenLimit())
                        .verdict())
                .isEqualTo(Verdict.FAIL);
        assertThat(study(Samples.weakOrder(), Samples.undecided()).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(study(Samples.weakOrder()).verdict()).isEqualTo(Verdict.PASS);
        assertThat(study(Samples.weakOrder()).exitCode()).isZero();
        assertThat(study(Samples.undecided()).exitCode()).isEqualTo(1);
    }

    @Test
    void a_study_without_claims_does_not_pass() {
        assertThat(study().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(study().exitCode()).isEqualTo(1);
    }

    @Test
    void reports_replace_older_ones_and_leave_nothing_else() throws IOException {
        Path html = folder.resolve("a/b/study.html");
        StudyResult study = Samples.study();
        study.writeHtml(html).writeHtml(html).writeJson(folder.resolve("a/b/study.json"));
        assertThat(Files.readString(html)).isEqualTo(HtmlReport.render(study));
        try (var files = Files.list(folder.resolve("a/b"))) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("study.html", "study.json");
        }
    }

    @Test
    void a_folder_that_cannot_be_made_is_named_with_a_way_out() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> Samples.study().writeHtml(file.resolve("study.html")))
                .isInstanceOf(ReportException.class)
                .hasMessage("cannot write " + file + "/study.html: the folder " + file + " cannot be made because "
                        + file + " is a file; make it writable or write the report to another folder");
        assertThatThrownBy(() -> Samples.study().writeJson(folder))
                .isInstanceOf(ReportException.class)
                .hasMessage("cannot write " + folder + ": it is a folder; name a file inside it");
    }

    @Test
    void the_environment_tells_nothing_of_machine_and_user() {
        String environment = Environment.current(2).toString();
        assertThat(environment).doesNotContain(System.getProperty("user.home"), System.getProperty("user.dir"));
        assertThat(Environment.current(2).threads()).isEqualTo(2);
        assertThatThrownBy(() -> Environment.current(0)).hasMessage("threads is 0, expected at least 1");
    }

    private static StudyResult study(Outcome... outcomes) {
        return new StudyResult("study", List.of(outcomes), Samples.SEED, "", Environment.current(1), 1);
    }
}
