package org.itocheck.training;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.itocheck.network.Networks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunLogTest {
    @TempDir
    Path folder;

    @BeforeEach
    void torch() {
        Networks.assumeTorch();
    }

    @ParameterizedTest
    @ValueSource(strings = {"epoch 3, loss 0.2", "{}", "{\"epoch\":3}", "[1]", "\"FINISHED\"", "null", ""})
    void a_line_of_something_else_is_named_with_the_way_on(String line) throws IOException {
        Path log = folder.resolve("sgd.jsonl");
        List<String> lines = lines();
        Files.writeString(log, lines.get(0) + "\n" + lines.get(1) + "\n" + line + "\n" + lines.get(2) + "\n");

        assertThatThrownBy(() -> RunLog.read(log))
                .isInstanceOf(RunException.class)
                .hasMessageStartingWith("line 3 of " + log + " is not ours (")
                .hasMessageEndingWith("); restore the file, or delete it and its checkpoint to begin anew");
    }

    @Test
    void a_log_begins_with_one_header() throws IOException {
        Path log = folder.resolve("sgd.jsonl");
        List<String> lines = lines();
        Files.writeString(log, lines.get(1) + "\n" + lines.get(0) + "\n");
        assertThatThrownBy(() -> RunLog.read(log))
                .isInstanceOf(RunException.class)
                .hasMessage(log + " begins with another line than the header of a run; it is no log of ours");

        Files.writeString(log, lines.get(0) + "\n" + lines.get(1) + "\n" + lines.get(0) + "\n");
        assertThatThrownBy(() -> RunLog.read(log))
                .isInstanceOf(RunException.class)
                .hasMessage("line 3 of " + log + " is a second header; a log is of one run");

        Files.writeString(log, lines.get(0));
        assertThatThrownBy(() -> RunLog.read(log))
                .isInstanceOf(RunException.class)
                .hasMessage(log + " has no header; it is no log of a run, or its first line was never finished");

        Files.delete(log);
        assertThatThrownBy(() -> RunLog.read(log))
                .isInstanceOf(RunException.class)
                .hasMessageStartingWith("cannot read " + log + " (")
                .hasMessageEndingWith("); name the log of a run");
    }

    private List<String> lines() throws IOException {
        Path other = folder.resolve("other");
        Runs.run(Runs.SGD, other).run(progress -> progress.step() < 7);
        return Files.readAllLines(Runs.run(Runs.SGD, other).log());
    }
}
