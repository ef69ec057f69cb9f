package org.itocheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchCommandTest {
    @TempDir
    Path folder;

    @Test
    void the_engine_is_measured_and_its_mean_compared_with_the_exact_one() {
        Console run = Console.run("bench", "--problems", "p1", "--rounds", "1", "--skip-suite", "--threads", "2");

        assertThat(run.code()).as(run.out()).isEqualTo(Main.PASSED);
        assertThat(run.out())
                .contains("ItoCheck, trajectories of 100 steps, median of 1 round:\n")
                .contains("  P1  Ornstein-Uhlenbeck, d = 1, Euler-Maruyama  ")
                .contains("By implementation; time/ItoCheck is above 1 where ItoCheck is faster:\n")
                .contains("  P1  ItoCheck  ")
                .contains("  P1: E|x|^2 = 0.569166\n")
                .doesNotContain("Default suite", "WRONG");
        assertThat(run.err()).isEqualTo("warming up\nround 1 of 1: P1\n");
    }

    @Test
    void a_long_run_says_what_it_took_of_the_heap() throws IOException {
        Path json = folder.resolve("bench.json");

        Console run = Console.run("bench", "--problems", "P1", "--trajectories", "1e5", "--json", json.toString());

        assertThat(run.code()).as(run.out()).isEqualTo(Main.PASSED);
        assertThat(run.out())
                .contains("peak heap MB")
                .contains("  P1         1 000")
                .contains("\njson: " + json);
        assertThat(run.err()).isEqualTo("P1: 1000 trajectories\nP1: 100000 trajectories\n");
        assertThat(Files.readString(json)).startsWith("{\n  \"schemaVersion\" : 1,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "--problems ~ P5 ~ --problems is 'P5', did you mean 'P1'? Known: P1, P2, P3, P4",
                "--problems ~ P1, ~ --problems is '', did you mean 'P1'? Known: P1, P2, P3, P4",
                "--rounds ~ 0 ~ --rounds is '0', expected a whole number from 1 to 1000, for example --rounds 5",
                "--threads ~ no ~ --threads is 'no', expected a whole number from 1 to 1024, for example --threads 2",
                "--trajectories ~ 0 ~ --trajectories is '0', expected a whole number from 1 to 46116860184273879, for example --trajectories 1e8",
                "--peers ~ /no/such ~ --peers is '/no/such', expected the folder of the peers' programs, with bench.cpp and bench_numpy.py",
                "--peers ~ '' ~ --peers is '', expected a path, for example --peers ../peers",
                "--json ~ '' ~ --json is '', expected a path, for example --json bench.json",
            })
    void a_bad_value_is_named_with_a_right_one(String option, String value, String message) {
        misused(message, "bench", option, value);
    }

    @Test
    void a_folder_without_peers_is_named() {
        misused(
                "--peers is '" + folder + "', which has no bench.cpp; expected the folder of the peers' programs, with"
                        + " bench.cpp and bench_numpy.py",
                "bench",
                "--peers",
                folder.toString());
    }

    @Test
    void a_long_run_has_no_rounds() {
        misused(
                "--trajectories is '1e8', which asks for one long run instead of rounds; leave out --rounds and --peers",
                "bench",
                "--trajectories",
                "1e8",
                "--rounds",
                "3");
    }

    private static void misused(String message, String... args) {
        Console run = Console.run(args);

        assertThat(run.err()).endsWith("itocheck: " + message + "\n");
        assertThat(run.code()).isEqualTo(Main.USAGE);
        assertThat(run.out()).isEmpty();
    }
}
