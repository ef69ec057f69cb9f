package org.itocheck.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.itocheck.network.Networks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeTest {
    @TempDir
    Path folder;

    @TempDir
    Path other;

    @BeforeEach
    void torch() {
        Networks.assumeTorch();
    }

    @Test
    void a_run_that_is_stopped_after_every_step_has_the_bits_of_one_that_is_not() {
        RunRecord whole = Runs.of(Runs.SGD, other);
        RunRecord parts = Runs.run(Runs.SGD, folder).run(progress -> false);
        while (parts.status() == RunStatus.STOPPED) {
            parts = Runs.run(Runs.SGD, folder).run(progress -> false);
        }

        assertThat(Runs.untimed(parts)).isEqualTo(Runs.untimed(whole));
    }

    @Test
    void what_was_logged_after_the_checkpoint_is_made_again_half_a_line_among_it() throws IOException {
        RunRecord whole = Runs.of(Runs.SGD, other);
        TrainingRun run = Runs.run(Runs.SGD, folder);
        run.run(progress -> progress.step() < 7);
        byte[] checkpoint = Files.readAllBytes(run.checkpoint());
        run.run(progress -> progress.step() < 12);
        Files.write(run.checkpoint(), checkpoint);
        Files.writeString(run.log(), "{\"at\":{\"st", StandardOpenOption.APPEND);

        assertThat(Runs.untimed(run.run(RunMonitor.NONE))).isEqualTo(Runs.untimed(whole));
    }

    @Test
    void a_run_without_its_checkpoint_begins_anew() throws IOException {
        RunRecord whole = Runs.of(Runs.SGD, other);
        TrainingRun run = Runs.run(Runs.SGD, folder);
        run.run(progress -> progress.step() < 7);
        Files.delete(run.checkpoint());

        assertThat(Runs.untimed(run.run(RunMonitor.NONE))).isEqualTo(Runs.untimed(whole));
    }

    @Test
    void a_finished_run_is_read_and_not_made_again() {
        RunRecord first = Runs.of(Runs.SGD, folder);

        assertThat(Runs.of(Runs.SGD, folder)).isEqualTo(first);
        assertThat(RunLog.read(Runs.run(Runs.SGD, folder).log())).isEqualTo(first);
    }

    @Test
    void a_folder_with_another_run_of_the_name_is_refused() {
        Runs.of(Runs.SGD, folder);
        RunPlan changed = Runs.SGD.with(Method.svag(2));

        assertThatThrownBy(() -> Runs.of(changed, folder))
                .isInstanceOf(RunException.class)
                .hasMessageStartingWith(folder + " holds another run named sgd:\n  there RunHeader[")
                .hasMessageContaining("method=SGD")
                .hasMessageContaining("method=SVAG(2)")
                .hasMessageEndingWith("Take another folder or name, or delete it");
    }

    @Test
    void a_damaged_checkpoint_is_not_trusted() throws IOException {
        TrainingRun run = Runs.run(Runs.SGD, folder);
        run.run(progress -> progress.step() < 7);
        byte[] content = Files.readAllBytes(run.checkpoint());
        content[content.length - 100] ^= 1;
        Files.write(run.checkpoint(), content);

        assertThatThrownBy(() -> run.run(RunMonitor.NONE))
                .isInstanceOf(RunException.class)
                .hasMessage(run.checkpoint() + " is damaged or no checkpoint; delete it to begin the run anew");
    }

    @Test
    void a_log_that_lost_lines_is_not_continued() throws IOException {
        TrainingRun run = Runs.run(Runs.SGD, folder);
        run.run(progress -> progress.step() < 7);
        String header = Files.readAllLines(run.log()).get(0);
        Files.writeString(run.log(), header + "\n");

        assertThatThrownBy(() -> run.run(RunMonitor.NONE))
                .isInstanceOf(RunException.class)
                .hasMessage(run.log() + " is shorter than its checkpoint says; restore it, or delete "
                        + run.checkpoint() + " to begin anew");
    }
}
