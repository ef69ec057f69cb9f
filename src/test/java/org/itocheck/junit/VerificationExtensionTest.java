package org.itocheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;
import org.itocheck.report.JsonReport;
import org.itocheck.report.StudyResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.opentest4j.AssertionFailedError;

@ResourceLock(Resources.SYSTEM_OUT)
class VerificationExtensionTest {
    private static final String SEED = "0x00005EED00000001";
    private static final String FAILS = "fails(org.itocheck.verify.Verifier)";

    @TempDir
    private Path reports;

    @Test
    void what_holds_passes_and_what_does_not_fails_and_what_stays_open_fails_too() {
        Runs run = Runs.of(reports, Fixtures.Plain.class, "itocheck.seed", SEED);

        assertThat(run.failures().keySet())
                .containsExactlyInAnyOrder(
                        FAILS,
                        "stays_open(org.itocheck.verify.Verifier)",
                        "dies(org.itocheck.verify.Verifier)",
                        "lacks_its_verb(org.itocheck.verify.Verifier)");
        assertThat(run.succeeded()).isEqualTo(3);
        assertThat(run.failure(FAILS)).isInstanceOf(AssertionFailedError.class);
        assertThat(run.message(FAILS))
                .startsWith("limit of Uphill on A1/rademacher is its SDE: FAIL, x[0]")
                .contains("[seed " + SEED + "]\n\n  claim      E g(x_lK)")
                .contains("\n  reproduce  mvn test -Dtest='Fixtures$Plain#fails' -Ditocheck.seed=" + SEED + "\n")
                .contains("\n  report     " + reports
                        + "/Fixtures.Plain/fails.html (.json beside it); itocheck 0.1.0, Java ");
        assertThat(run.message("stays_open(org.itocheck.verify.Verifier)"))
                .startsWith("limit of SVAG on A1/rademacher is its SDE: INCONCLUSIVE, x[0]")
                .contains("\n  verdict    neither shown nor refuted; this fails a test")
                .containsPattern("\n  try        .*\n(             .*\n)*  reproduce")
                .contains("raise the budget: -Ditocheck.trajectories=");
    }

    @Test
    void the_failure_shows_expected_and_actual_and_has_the_seed_as_its_top_frame() {
        Runs run = Runs.of(reports, Fixtures.Plain.class, "itocheck.seed", SEED);
        AssertionFailedError failure = (AssertionFailedError) run.failure(FAILS);

        assertThat(failure.getStackTrace()[0]).hasToString("org.itocheck.Seed.seed(" + SEED + ")");
        assertThat(failure.getExpected().getStringRepresentation())
                .startsWith("E x[0]")
                .contains(" at l = 1, k = ");
        assertThat(failure.getActual().getStringRepresentation())
                .startsWith("E x[0]")
                .contains(" at l = 1, k = ");
        assertThat(run.failure("dies(org.itocheck.verify.Verifier)").getStackTrace()[0])
                .hasToString("org.itocheck.Seed.seed(" + SEED + ")");
    }

    @Test
    void the_seed_is_printed_and_reported_on_success_too() {
        Runs run = Runs.ofMethod(
                reports, Fixtures.Plain.class, "passes", "org.itocheck.verify.Verifier", "itocheck.seed", SEED);
        String command = "mvn test -Dtest='Fixtures$Plain#passes' -Ditocheck.seed=" + SEED;

        assertThat(run.failures()).isEmpty();
        assertThat(run.output())
                .isEqualTo("[itocheck] Fixtures.Plain.passes: PASS seed " + SEED + " (reproduce: " + command + ")"
                        + System.lineSeparator());
        assertThat(run.entries()).hasSize(1);
        assertThat(run.entries().get(0))
                .containsEntry("itocheck.seed", SEED)
                .containsEntry("itocheck.verdict", "PASS")
                .containsEntry("itocheck.reproduce", command);
    }

    @Test
    void a_failure_that_the_test_expects_is_called_that() {
        Runs run = Runs.ofMethod(reports, Fixtures.Plain.class, "fails_as_expected", "org.itocheck.verify.Verifier");

        assertThat(run.failures()).isEmpty();
        assertThat(run.output())
                .startsWith("[itocheck] Fixtures.Plain.fails_as_expected: FAIL as the test expects, seed 0x");
    }

    @Test
    void a_test_that_verifies_nothing_fails() {
        Runs run = Runs.ofMethod(reports, Fixtures.Plain.class, "lacks_its_verb", "org.itocheck.verify.Verifier");

        assertThat(run.message("lacks_its_verb(org.itocheck.verify.Verifier)"))
                .isEqualTo(
                        "Fixtures.Plain.lacks_its_verb takes a Verifier and verified nothing. End its chain of calls with"
                                + " a verb such as .hasExactMeans(), or remove the parameter");
    }

    @Test
    void reports_are_written_for_passed_and_failed_tests() {
        Runs.of(reports, Fixtures.Plain.class, "itocheck.seed", SEED);
        Path folder = reports.resolve("Fixtures.Plain");

        for (String test : List.of("passes", "fails", "stays_open", "dies")) {
            assertThat(folder.resolve(test + ".html")).content().contains("<html");
            assertThat(folder.resolve(test + ".json")).exists();
        }
        StudyResult read = JsonReport.read(folder.resolve("fails.json"));
        assertThat(read.outcomes()).extracting(Outcome::verdict).containsExactly(Verdict.FAIL);
        assertThat(read.name()).isEqualTo("Fixtures.Plain.fails");
        assertThat(read.seed()).hasToString(SEED);
        assertThat(read.reproduce()).isEqualTo("mvn test -Dtest='Fixtures$Plain#fails' -Ditocheck.seed=" + SEED);
    }

    @Test
    void a_folder_that_cannot_be_written_changes_no_verdict() throws Exception {
        Path file = Files.writeString(reports.resolve("file"), "in the way");

        Runs run = Runs.ofMethod(file, Fixtures.Plain.class, "passes", "org.itocheck.verify.Verifier");

        assertThat(run.failures()).isEmpty();
        assertThat(run.output()).contains("[itocheck] Fixtures.Plain.passes: no report, cannot write ");
    }

    @Test
    void the_budget_from_outside_goes_before_the_annotation_and_into_the_command() {
        Runs run = Runs.ofMethod(
                reports,
                Fixtures.Plain.class,
                "stays_open",
                "org.itocheck.verify.Verifier",
                "itocheck.seed",
                SEED,
                "itocheck.trajectories",
                "3e4");

        assertThat(run.message("stays_open(org.itocheck.verify.Verifier)"))
                .contains("budget 30000 [")
                .contains("-Dtest='Fixtures$Plain#stays_open' -Ditocheck.seed=" + SEED
                        + " -Ditocheck.trajectories=30000\n");
    }

    @Test
    void a_malformed_property_is_named_with_a_way_out() {
        Runs run = Runs.ofMethod(
                reports,
                Fixtures.Plain.class,
                "passes",
                "org.itocheck.verify.Verifier",
                "itocheck.trajectories",
                "many");

        assertThat(run.message("passes(org.itocheck.verify.Verifier)"))
                .contains("itocheck.trajectories is 'many', expected a whole number of at least 1,"
                        + " for example -Ditocheck.trajectories=4000000");
    }

    @Test
    void rates_out_of_range_are_an_error() {
        Runs run = Runs.of(reports, Fixtures.BadRate.class);

        assertThat(run.message("never_runs(org.itocheck.verify.Verifier)")).contains("falseFailRate is 2.0");
    }

    @Test
    void before_each_gets_the_verifier_of_its_test_and_the_constructor_none() {
        assertThat(Runs.of(reports, Fixtures.InBeforeEach.class, "itocheck.trajectories", "40000")
                        .failures())
                .isEmpty();
        assertThat(Runs.of(reports, Fixtures.InConstructor.class).message("never_runs()"))
                .contains("a Verifier belongs to one test method");
    }

    @Test
    void an_error_of_the_loss_carries_the_seed_too() {
        Runs run = Runs.of(reports, Fixtures.Explodes.class, "itocheck.seed", SEED);

        assertThat(run.failure("at_once(org.itocheck.verify.Verifier)").getStackTrace()[0])
                .hasToString("org.itocheck.Seed.seed(" + SEED + ")");
        assertThat(run.output()).startsWith("[itocheck] Fixtures.Explodes.at_once: no outcome, seed " + SEED);
    }
}
