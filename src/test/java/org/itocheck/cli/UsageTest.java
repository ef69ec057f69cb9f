package org.itocheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.itocheck.dynamics.Problems;
import org.itocheck.network.architecture.Architectures;
import org.itocheck.network.data.ImageShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad usage: exit code 2, one line that names the option, its value and a right one, and no stack trace. */
class UsageTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "--threads ~ 0 ~ --threads is '0', expected a whole number from 1 to 1024, for example --threads 2",
                "--threads ~ two ~ --threads is 'two', expected a whole number from 1 to 1024, for example --threads 2",
                "--threads ~ 9999 ~ --threads is '9999', expected a whole number from 1 to 1024, for example --threads 2",
                "--trajectories ~ 0 ~ --trajectories is '0', expected a whole number from 1 to 9223372036854775807, for example --trajectories 4e6",
                "--trajectories ~ 1e99 ~ --trajectories is '1e99', expected a whole number from 1 to 9223372036854775807, for example --trajectories 4e6",
                "--trajectories ~ 1e999999999 ~ --trajectories is '1e999999999', expected a whole number from 1 to 9223372036854775807, for example --trajectories 4e6",
                "--seed ~ 0xNO ~ --seed is '0xNO', expected a 64-bit number, for example --seed 0x00005EED00000001",
                "--fail-rate ~ 2 ~ --fail-rate is '2', expected a probability above 0 and below 1, for example --fail-rate 1e-6",
                "--fail-rate ~ NaN ~ --fail-rate is 'NaN', expected a probability above 0 and below 1, for example --fail-rate 1e-6",
                "--pass-rate ~ 0 ~ --pass-rate is '0', expected a probability above 0 and below 0.5, for example --pass-rate 1e-3",
                "--levels ~ 0 ~ --levels is '0', expected whole numbers from 1 to 65536 separated by commas, for example --levels 1,2,4,8",
                "--levels ~ one,two ~ --levels is 'one,two', expected whole numbers from 1 to 65536 separated by commas, for example --levels 1,2,4,8",
                "--levels ~ 1,,2 ~ --levels is '1,,2', expected whole numbers from 1 to 65536 separated by commas, for example --levels 1,2,4,8",
                "--levels ~ 2000000000 ~ --levels is '2000000000', expected whole numbers from 1 to 65536 separated by commas, for example --levels 1,2,4,8",
                "--levels ~ 1,2,1 ~ --levels is '1,2,1', expected no level twice, for example --levels 1,2,4,8",
                "--within ~ -1 ~ --within is '-1', expected a positive number, for example --within 0.02",
                "--within ~ much ~ --within is 'much', expected a positive number, for example --within 0.02",
                "--family ~ svga ~ --family is 'svga', did you mean 'svag'? Known: svag, euler-maruyama, sgd, ngd, gd, linear-scaling",
                "--claim ~ limits ~ --claim is 'limits', did you mean 'limit'? Known: exact-means, limit, order, envelope, ladder, parts, one-step,"
                        + " sampled-step, batches, batch-sizes, scale, norms, equilibrium, tail, moments",
                "--observe ~ y ~ --observe: observable is 'y', expected one of x[0], x[0]^2, x[0] x[1]^2, |x|^2, cos x[0], exp(-x[0]^2/2), x[0]/|x|, |grad L|^2, tr S, loss",
                "--observe ~ x[99999999999] ~ --observe: observable is 'x[99999999999]', expected one of x[0], x[0]^2, x[0] x[1]^2, |x|^2, cos x[0], exp(-x[0]^2/2), x[0]/|x|, |grad L|^2, tr S, loss",
                "--observe ~ x[2] ~ --observe: observable 'x[2]' uses x[2], C2 has dimension 2; the last coordinate is x[1]",
                "--out ~ '' ~ --out is '', expected a folder, for example --out reports",
            })
    void a_bad_value_is_named_with_a_right_one(String option, String value, String message) {
        misused(message, "verify", "--problem", "C2", option, value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit | 1 | --levels is '1', expected at least 2 levels for --claim limit, for example --levels 1,2,4,8",
                "order | 1,2 | --levels is '1,2', expected at least 3 levels for --claim order, for example --levels 1,2,4,8",
            })
    void a_ladder_too_short_for_its_claim_is_refused(String claim, String levels, String message) {
        misused(message, "verify", "--problem", "C2", "--claim", claim, "--levels", levels);
    }

    @Test
    void what_would_be_passed_over_in_silence_is_refused() {
        misused(
                "--within is '1', which --claim one-step does not use: its tolerance is that of its statistics or of"
                        + " rounding; leave the option out",
                "verify --problem C2 --claim one-step --within 1".split(" "));
        misused(
                "--control-variates is given, which --claim parts does not use: it is for exact-means, limit, order and"
                        + " envelope; leave the option out",
                "verify --problem C2 --claim parts --control-variates".split(" "));
        misused(
                "--study is 'smoke' and there are options of one claim; give --study, or --problem and its options,"
                        + " not both",
                "verify --study smoke --problem C2".split(" "));
        misused(
                "--problem is missing: --claim, --family, --levels, --observe and --within say more of one problem, for"
                        + " example --problem C2",
                "verify --claim limit".split(" "));
        misused("--problem is given twice; give it once", "verify --problem C2 --problem=C3".split(" "));
        misused("--threads is given twice; give it once", "verify --threads 1 --threads 2".split(" "));
    }

    @Test
    void names_that_are_nearly_right_get_a_suggestion() {
        assertThat(Console.run("show", "a1/exp2").err())
                .startsWith("itocheck: problem is 'a1/exp2', which is not in the catalogue; did you mean 'A1/exp1'?");
        assertThat(Console.run("verify", "--study", "smok").err())
                .isEqualTo("itocheck: --study is 'smok', did you mean 'smoke'? Known: default, theory, smoke\n");
        assertThat(Console.run("verfy").err()).isEqualTo("""
                        itocheck: Unmatched argument at index 0: 'verfy'
                        Did you mean: itocheck verify?
                        Try: itocheck --help
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "verify --bogus", "verify --threads", "verify smoke", "list C2", "--levels 1"})
    void what_picocli_rejects_gets_a_line_and_the_way_to_the_help(String line) {
        Console run = Console.run(line.split(" "));

        assertThat(run.code()).isEqualTo(Main.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("itocheck: ").endsWith(" --help\n").doesNotContain("\tat ");
        assertThat(run.err().lines()).hasSizeLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "itocheck.threads | two | itocheck.threads is 'two', expected a whole number of at least 1, for example -Ditocheck.threads=2",
                "itocheck.trajectories | 0 | itocheck.trajectories is '0', expected a whole number of at least 1, for example -Ditocheck.trajectories=4000000",
                "itocheck.seed | x | itocheck.seed is 'x', expected a 64-bit number, for example -Ditocheck.seed=0x00005EED00000001",
                "itocheck.reports | ' ' | itocheck.reports is ' ', expected a folder, for example -Ditocheck.reports=reports",
                "itocheck.kernels | fast | itocheck.kernels is 'fast', expected vector or plain",
                "itocheck.kernels.bits | 100 | itocheck.kernels.bits is '100', expected 128, 256 or 512; where the processor has no vectors as wide, its widest are used",
                "itocheck.kernels.bits | wide | itocheck.kernels.bits is 'wide', expected 128, 256 or 512; where the processor has no vectors as wide, its widest are used",
                "itocheck.sead | 7 | -Ditocheck.sead is '7', but there is no such property, did you mean 'itocheck.seed'? Known: itocheck.seed, itocheck.threads, itocheck.trajectories, itocheck.reports, itocheck.seeds.fixed, itocheck.fixtures, itocheck.kernels, itocheck.kernels.bits, itocheck.data.cifar10, itocheck.data.cifar10-subset, itocheck.data.cifar10-images, itocheck.data.cifar100, itocheck.data.svhn, itocheck.data.fashion-mnist",
            })
    void properties_are_read_as_strictly(String key, String value, String message) {
        System.setProperty(key, value);
        try {
            misused(message, "verify", "--study", "smoke");
        } finally {
            System.clearProperty(key);
        }
    }

    @Test
    void a_folder_that_cannot_be_written_is_found_before_the_work() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        Console run = Console.run(
                "verify", "--study", "smoke", "--out", file.resolve("below").toString());

        assertThat(run.code()).isEqualTo(Main.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("itocheck: cannot write ")
                .contains("make it writable or write the report to another folder")
                .doesNotContain("PASS");
    }

    @Test
    void every_help_page_fits_a_terminal_of_80_columns() {
        for (String line : List.of("--help", "verify --help", "list --help", "list networks --help", "show --help")) {
            Console run = Console.run(line.split(" "));

            assertThat(run.code()).isEqualTo(Main.PASSED);
            assertThat(run.out().lines()).allSatisfy(text -> assertThat(text).hasSizeLessThanOrEqualTo(80));
            // A line that picocli wrapped starts at the margin in lower case.
            assertThat(run.out().lines().skip(4)).noneMatch(text -> text.matches("[a-z].*"));
        }
        assertThat(Console.run("verify", "--help").out())
                .contains("Exit codes:", "Verdicts:", "Examples:", "exact-means", "one-step");
    }

    @Test
    void the_examples_of_the_help_are_right() {
        List<String> examples = new ArrayList<>();
        for (String line : List.of("--help", "verify --help", "show --help")) {
            Console.run(line.split(" "))
                    .out()
                    .lines()
                    .filter(text -> text.startsWith("  itocheck "))
                    .forEach(examples::add);
        }

        assertThat(examples).hasSizeGreaterThan(8);
        for (String example : examples) {
            assertThat(Problems.names()).containsAll(words(example, "--problem (\\S+)"));
            assertThat(words(example, "show (\\S+)")).allMatch(UsageTest::canBeShown);
            assertThat(ClaimKind.labels()).containsAll(words(example, "--claim (\\S+)"));
            assertThat(Families.names()).containsAll(words(example, "--family (\\S+)"));
            assertThat(Studies.names()).containsAll(words(example, "--study (\\S+)"));
        }
    }

    private static boolean canBeShown(String name) {
        return Problems.names().contains(name)
                || Architectures.named(name, new ImageShape(3, 32, 32), 10).classes() == 10;
    }

    private static List<String> words(String text, String pattern) {
        return java.util.regex.Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static void misused(String message, String... args) {
        Console run = Console.run(args);

        assertThat(run.err()).isEqualTo("itocheck: " + message + "\n");
        assertThat(run.code()).isEqualTo(Main.USAGE);
        assertThat(run.out()).isEmpty();
    }
}
