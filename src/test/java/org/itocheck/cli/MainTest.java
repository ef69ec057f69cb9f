package org.itocheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.itocheck.claim.Verdict;
import org.itocheck.report.JsonReport;
import org.itocheck.report.StudyResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @TempDir
    Path folder;

    @Test
    void a_claim_that_holds_ends_with_0() {
        Console run = verify("--study", "smoke");

        assertThat(run.code()).isEqualTo(Main.PASSED);
        assertThat(run.out())
                .startsWith("verdict       claim ")
                .contains("PASS          means of SVAG on A1/skew2pt are exact  all 72 means agree to 10 % of sd")
                .contains("smoke: PASS, 1 of 1 claim passed, 0 failed, 0 inconclusive; ");
        assertThat(run.err())
                .matches("\\[1/1] PASS          means of SVAG on A1/skew2pt are exact \\(\\d+\\.\\d s\\)\n");
    }

    /** SGD with a smaller step has less noise than the SDE: THEORY 4.1. */
    @Test
    void a_claim_that_is_false_ends_with_1_and_is_explained() {
        Console run = limit("sgd", "--observe", "x[0]", "--observe", "loss");

        assertThat(run.code()).isEqualTo(Main.FAILED);
        assertThat(run.out())
                .startsWith("limit of SGD on C2 is its SDE: FAIL, loss is off by -0.0")
                .contains("  observed   loss failed; x[0] passed (")
                .contains("  diagnosis  the error tends to -0.045")
                .contains("\n  report     " + folder.resolve("index.html"))
                .contains("C2: FAIL, 0 of 1 claim passed, 1 failed, 0 inconclusive; ");
        assertThat(run.err()).startsWith("[1/1] FAIL          limit of SGD on C2 is its SDE (");
    }

    @Test
    void a_claim_that_stays_open_ends_with_1_and_ways_out() {
        Console run = verify("--problem", "C2", "--observe", "x[0]", "--trajectories", "2000");

        assertThat(run.code()).isEqualTo(Main.FAILED);
        assertThat(run.out())
                .startsWith("means of SVAG on C2 are exact: INCONCLUSIVE, needs ")
                .contains(" paths a level, budget 2 000 [seed")
                .contains("raise the budget: -Ditocheck.trajectories=");
    }

    @Test
    void without_exact_means_nothing_is_simulated_and_the_way_out_is_named() {
        Console run = verify("--problem", "digits/logistic", "--observe", "loss");

        assertThat(run.code()).isEqualTo(Main.FAILED);
        assertThat(run.out())
                .startsWith(
                        "means of SVAG on digits/logistic are exact: INCONCLUSIVE, loss at l = 1: no exact value is")
                .contains("claim the limit (LimitBias), which can be estimated")
                .contains("; 0 trajectories in ");
    }

    /** Two paths have a variance, and it means nothing: found here as a false FAIL. */
    @Test
    void few_trajectories_never_fail_a_limit() {
        for (ClaimKind kind : List.of(ClaimKind.LIMIT, ClaimKind.ORDER, ClaimKind.ENVELOPE)) {
            for (String n : List.of("1", "2", "10", "1000")) {
                Console run =
                        verify("--problem", "C2", "--claim", kind.label(), "--observe", "x[0]", "--trajectories", n);

                assertThat(run.code()).isEqualTo(Main.FAILED);
                assertThat(run.out()).contains(": INCONCLUSIVE, ").contains("trusted below 1 024 paths");
            }
        }
    }

    @Test
    void every_kind_of_claim_passes_where_it_holds() {
        for (ClaimKind kind : ClaimKind.values()) {
            Console run = switch (kind) {
                case SCALE, NORMS -> verify("--problem", "E2", "--claim", kind.label());
                case EQUILIBRIUM ->
                    verify("--problem", "E2", "--claim", kind.label(), "--levels", "1", "--within", "0.2");
                case TAIL -> verify("--problem", "A1/gaussian", "--claim", kind.label());
                case BATCH_SIZES -> verify("--problem", "F1/B16", "--claim", kind.label(), "--within", "0.1");
                default ->
                    kind.observes()
                            ? verify(
                                    "--problem",
                                    "C2",
                                    "--claim",
                                    kind.label(),
                                    "--observe",
                                    "x[0]",
                                    "--observe",
                                    "loss")
                            : verify("--problem", "C2", "--claim", kind.label());
            };

            assertThat(run.code()).as(kind.label() + "\n" + run.out()).isEqualTo(Main.PASSED);
        }
    }

    /** Nothing is random there: a standard error of 0 is no reason to crash. */
    @Test
    void gradient_descent_has_its_own_means_and_not_the_limit_of_svag() {
        assertThat(verify("--problem", "C2", "--family", "gd", "--within", "0.1")
                        .code())
                .isEqualTo(Main.PASSED);
        assertThat(limit("gd").out()).startsWith("limit of GD on C2 is its SDE: FAIL, ");
    }

    @Test
    void the_line_that_reproduces_a_run_does() {
        Console run =
                limit("svag", "--observe", "x[0] x[1]", "--observe", "|x|^2", "--pass-rate", "0.01", "--seed", "7");

        Console again = Console.run(run.reproduction());

        assertThat(run.code()).isEqualTo(Main.PASSED);
        assertThat(run.reproduction())
                .contains("x[0] x[1]", "0x0000000000000007", "0.01")
                .doesNotContain("--threads");
        assertThat(again.timeless()).isEqualTo(run.timeless());
    }

    @Test
    void control_variates_are_said_in_the_line_that_reproduces() {
        Console run = verify("--problem", "A1/exp1", "--observe", "x[0]^2", "--within", "0.1", "--control-variates");

        assertThat(run.code()).isEqualTo(Main.PASSED);
        assertThat(run.reproduction()).contains("--control-variates");
        assertThat(Console.run(run.reproduction()).timeless()).isEqualTo(run.timeless());
    }

    @Test
    void what_comes_from_properties_is_in_the_line_that_reproduces() {
        Console run =
                withProperty("itocheck.trajectories", "3e3", () -> verify("--problem", "C2", "--observe", "loss"));

        assertThat(run.reproduction()).containsSubsequence("--trajectories", "3000");
        assertThat(Console.run(run.reproduction()).timeless()).isEqualTo(run.timeless());
    }

    @Test
    void another_seed_gives_other_numbers() {
        assertThat(limit("svag", "--observe", "loss", "--seed", "1").timeless())
                .isNotEqualTo(limit("svag", "--observe", "loss", "--seed", "2").timeless());
    }

    @Test
    void the_number_of_threads_changes_nothing() {
        Console one = limit("svag", "--observe", "loss", "--threads", "1");
        StudyResult first = JsonReport.read(folder.resolve("C2.json"));
        Console two = limit("svag", "--observe", "loss", "--threads", "2");
        StudyResult second = JsonReport.read(folder.resolve("C2.json"));

        assertThat(two.timeless()).isEqualTo(one.timeless());
        assertThat(second.outcomes().get(0).cells())
                .isEqualTo(first.outcomes().get(0).cells());
    }

    @Test
    void the_report_is_written_and_can_be_read() throws IOException {
        Console run = verify("--problem", "A1/exp1", "--observe", "x[0]", "--levels", "1,2", "--out", below("a/b"));

        StudyResult result = JsonReport.read(folder.resolve("a/b/A1-exp1.json"));
        assertThat(result.name()).isEqualTo("A1/exp1");
        assertThat(result.verdict()).isEqualTo(Verdict.PASS);
        assertThat(result.outcomes()).hasSize(1);
        assertThat(run.out()).contains("reproduce: " + result.reproduce());
        assertThat(Files.readString(folder.resolve("a/b/index.html"))).contains("means of SVAG on A1/exp1 are exact");
        try (Stream<Path> files = Files.list(folder.resolve("a/b"))) {
            assertThat(files).hasSize(2);
        }
    }

    private Console limit(String family, String... more) {
        return verify(
                Stream.concat(Stream.of("--problem", "C2", "--claim", "limit", "--family", family), Arrays.stream(more))
                        .toArray(String[]::new));
    }

    private Console verify(String... args) {
        Stream<String> out =
                Arrays.asList(args).contains("--out") ? Stream.of() : Stream.of("--out", folder.toString());
        return Console.run(Stream.of(Stream.of("verify"), Arrays.stream(args), out)
                .flatMap(s -> s)
                .toArray(String[]::new));
    }

    private String below(String path) {
        return folder.resolve(path).toString();
    }

    private static Console withProperty(String key, String value, java.util.function.Supplier<Console> run) {
        System.setProperty(key, value);
        try {
            return run.get();
        } finally {
            System.clearProperty(key);
        }
    }
}
