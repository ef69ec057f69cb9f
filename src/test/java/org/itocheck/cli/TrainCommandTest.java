package org.itocheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.itocheck.network.Networks;
import org.itocheck.training.RunLog;
import org.itocheck.training.RunStatus;
import org.itocheck.training.experiment.Presets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
    private static final String TINY = """
            name: tiny
            title: SVAG on digits
            compares: levels
            panels:
              - name: a
                data: digits
                network: mlp-8-none
                batchSize: 250
                weightDecay: 5e-4
                schedule: {decayed: {from: 0.2, at: [EPOCHS1]}, epochs: EPOCHS}
                methods: [SGD, SVAG(2)]
                claims: [svag-converges]
            """;

    @TempDir
    Path folder;

    @Test
    void training_ends_with_verdicts_tables_and_a_report_beside_the_logs() throws IOException {
        Networks.assumeTorch();
        Console run = Console.run(train(file(3), "--replicates", "2"));

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).as("two runs do not settle a tolerance of 1 %").isEqualTo(Main.FAILED);
        assertThat(run.out())
                .contains("SVAG converges", "Test accuracy in the end", "Distance to l* = 2")
                .contains("report: " + folder.resolve("runs/tiny/report.html"));
        assertThat(folder.resolve("runs/tiny/report.html"))
                .content()
                .contains("train " + folder.resolve("tiny.yaml") + " --replicates 2&quot;");
        assertThat(folder.resolve("runs/tiny"))
                .isDirectoryContaining("glob:**/a.svag-2.2.jsonl")
                .isDirectoryContaining("glob:**/report.json");
    }

    @Test
    void an_experiment_that_claims_nothing_ends_well_when_its_runs_have_ended() throws IOException {
        Networks.assumeTorch();
        Path file = file(3);
        Files.writeString(file, Files.readString(file).replace("claims:", "#"));

        assertThat(Console.run(train(file)).code()).isEqualTo(Main.PASSED);
    }

    @Test
    void the_file_of_a_preset_can_be_printed() {
        Console run = Console.run("train", "figure-1-mini", "--print");

        assertThat(run.code()).isEqualTo(Main.PASSED);
        assertThat(run.out()).isEqualTo(Presets.yaml("figure-1-mini"));
    }

    @Test
    void all_presets_are_listed() {
        Console run = Console.run("list", "presets");

        assertThat(run.code()).isEqualTo(Main.PASSED);
        assertThat(run.out()).contains(Presets.names());
        assertThat(run.out()).contains("figure-6-mini   batch sizes  digits");
    }

    @Test
    void bad_values_are_named_with_right_ones() throws IOException {
        Networks.assumeTorch();
        misused("there is no preset 'figure-1-min', did you mean 'figure-1-mini'?", "train", "figure-1-min");
        misused("--device is 'gpu', did you mean 'cpu'? Known: cpu, cuda", train(file(3), "--device", "gpu"));
        misused("--precision is 'half', ", train(file(3), "--precision", "half"));
        misused("--threads is '0', expected a whole number", train(file(3), "--threads", "0"));
        misused("--replicates is '0', expected a whole number", train(file(3), "--replicates", "0"));
        misused("--seed is 'dice', expected a 64-bit number", train(file(3), "--seed", "dice"));
        misused(
                "--runs is ' ', expected a folder, for example --runs runs",
                "train",
                file(3).toString(),
                "--runs",
                " ");
        misused("cannot read nowhere.yaml (", "train", "nowhere.yaml");
    }

    /** SIGTERM here; Ctrl-C is SIGINT, and Java answers both with its shutdown hooks. */
    @Test
    void a_signal_saves_and_the_same_command_goes_on() throws IOException, InterruptedException {
        Networks.assumeTorch();
        String[] command = train(file(4000), "--threads", "1");
        Path said = folder.resolve("said.txt");
        Process process =
                new ProcessBuilder(java(command)).redirectOutput(said.toFile()).start();
        Path checkpoint = folder.resolve("runs/tiny/a.svag-2.1.checkpoint");
        Path log = folder.resolve("runs/tiny/a.svag-2.1.jsonl");
        while (!Files.exists(log) || Files.size(log) < 10_000) {
            assertThat(process.isAlive()).isTrue();
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(checkpoint).doesNotExist();
        process.destroy();
        process.waitFor();

        assertThat(said)
                .content()
                .contains("stopped and saved in " + folder.resolve("runs/tiny") + "; the same command goes on");
        assertThat(checkpoint).exists();
        assertThat(RunLog.read(log).status()).isEqualTo(RunStatus.STOPPED);
    }

    private void misused(String message, String... args) {
        Console run = Console.run(args);
        assertThat(run.code()).isEqualTo(Main.USAGE);
        assertThat(run.err()).startsWith("itocheck: " + message);
    }

    private String[] train(Path file, String... options) {
        List<String> args = new ArrayList<>(List.of(
                "train", file.toString(), "--runs", folder.resolve("runs").toString()));
        args.addAll(List.of(options));
        return args.toArray(String[]::new);
    }

    private Path file(int epochs) throws IOException {
        Path file = folder.resolve("tiny.yaml");
        return Files.writeString(
                file,
                TINY.replace("EPOCHS1", Integer.toString(epochs - 1)).replace("EPOCHS", Integer.toString(epochs)));
    }

    private static List<String> java(String... args) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(args));
        return command;
    }
}
