package org.itocheck.training.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.itocheck.network.Networks;
import org.itocheck.network.torch.Precision;
import org.itocheck.network.torch.TorchDevice;
import org.itocheck.random.Seed;
import org.itocheck.training.Measurement;
import org.itocheck.training.RunException;
import org.itocheck.training.RunStatus;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentRunTest {
    static final String TINY = """
            name: tiny
            title: SVAG on digits
            compares: levels
            replicates: 2
            panels:
              - name: a
                data: digits
                network: mlp-8-none
                batchSize: 250
                weightDecay: 5e-4
                schedule: {decayed: {from: 0.2, at: [2]}, epochs: 3}
                methods: [SGD, SVAG(2)]
                claims: [svag-converges]
            """;

    private static final Experiment EXPERIMENT = ExperimentFile.parse(TINY, "tiny");
    private static final int STEPS = 18;

    @TempDir
    Path folder;

    @TempDir
    Path other;

    @BeforeAll
    static void torch() {
        Networks.assumeTorch();
    }

    @Test
    void every_setting_has_its_replicates_and_those_of_a_number_begin_at_the_same_parameters() {
        ExperimentRecord record = run(folder, 2).run(ExperimentMonitor.NONE);

        assertThat(record.complete()).isTrue();
        PanelRecord panel = record.panels().get(0);
        assertThat(panel.settings())
                .extracting(setting -> setting.plan().name())
                .containsExactly("sgd", "svag-2");
        assertThat(panel.settings())
                .allSatisfy(setting -> assertThat(setting.runs()).hasSize(2));
        assertThat(begin(panel, 0, 0)).isEqualTo(begin(panel, 1, 0)).isNotEqualTo(begin(panel, 0, 1));
        assertThat(record.runs())
                .extracting(run -> run.header().name())
                .containsExactly("a.sgd.1", "a.sgd.2", "a.svag-2.1", "a.svag-2.2");
    }

    @Test
    void the_number_of_threads_changes_no_bit() {
        assertThat(trajectories(run(folder, 3).run(ExperimentMonitor.NONE)))
                .isEqualTo(trajectories(run(other, 1).run(ExperimentMonitor.NONE)));
    }

    @Test
    void an_experiment_that_was_stopped_goes_on_with_the_same_bits() {
        ExperimentRun stopped = run(folder, 2);
        ExperimentRecord part = stopped.run(progress -> {
            if (progress.share() > 0.4) {
                stopped.stop();
            }
        });

        assertThat(part.complete()).isFalse();
        assertThat(part.runs()).extracting(run -> run.status()).contains(RunStatus.STOPPED);
        assertThat(trajectories(run(folder, 2).run(ExperimentMonitor.NONE)))
                .isEqualTo(trajectories(run(other, 2).run(ExperimentMonitor.NONE)));
    }

    @Test
    void progress_counts_every_image_and_ends_when_all_is_done() {
        List<ExperimentProgress> heard = new ArrayList<>();
        run(folder, 1).run(heard::add);

        ExperimentProgress last = heard.get(heard.size() - 1);
        assertThat(last.share()).isCloseTo(1, within(1e-12));
        assertThat(last.ended()).isEqualTo(last.runs()).isEqualTo(4);
        assertThat(last.secondsLeft()).isCloseTo(0, within(1e-6));
        assertThat(heard).extracting(ExperimentProgress::share).isSorted();
        // a step of SVAG(2) has two batches, and there are twice as many; the longest runs come first
        assertThat(heard.get(0).share()).isCloseTo(2.0 / (2 * STEPS * (1 + 4)), within(1e-12));
    }

    @Test
    void what_is_finished_is_read_and_not_run_again() {
        ExperimentRecord first = run(folder, 2).run(ExperimentMonitor.NONE);
        List<ExperimentProgress> heard = new ArrayList<>();

        assertThat(run(folder, 2).run(heard::add).runs()).isEqualTo(first.runs());
        assertThat(heard)
                .hasSize(4)
                .allSatisfy(progress -> assertThat(progress.run()).isEmpty());
    }

    @Test
    void a_folder_has_one_process_at_a_time() {
        run(folder, 1).run(progress -> {
            if (progress.ended() == 0) {
                assertThatThrownBy(() -> run(folder, 1).run(ExperimentMonitor.NONE))
                        .isInstanceOf(RunException.class)
                        .hasMessage(folder.resolve("tiny")
                                + " is in use by another run; wait for its end or take another folder");
            }
        });
    }

    @Test
    void a_run_that_cannot_go_on_ends_the_experiment_with_its_reason() throws IOException {
        ExperimentRun run = run(folder, 1);
        Files.createDirectories(run.folder());
        Files.writeString(run.folder().resolve("a.sgd.2.checkpoint"), "nonsense");

        assertThatThrownBy(() -> run.run(ExperimentMonitor.NONE))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("a.sgd.2.checkpoint");
    }

    @Test
    void another_seed_in_the_same_folder_is_refused() {
        run(folder, 2).run(ExperimentMonitor.NONE);

        assertThatThrownBy(() -> new ExperimentRun(EXPERIMENT.with(new Seed(9)), networks(), folder, 1)
                        .run(ExperimentMonitor.NONE))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("holds another run named a.");
    }

    @Test
    void a_network_of_no_known_name_is_refused_before_anything_is_written() {
        Experiment wrong = ExperimentFile.parse(TINY.replace("mlp-8-none", "perceptron"), "tiny");

        assertThatThrownBy(() -> new ExperimentRun(wrong, networks(), folder, 1).run(ExperimentMonitor.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("network is 'perceptron': expected ");
        assertThat(folder.resolve("tiny")).doesNotExist();
    }

    private static ExperimentRun run(Path folder, int threads) {
        return new ExperimentRun(EXPERIMENT, networks(), folder, threads);
    }

    private static NetworkFactory networks() {
        return NetworkFactory.torch(Precision.FLOAT, TorchDevice.CPU);
    }

    private static double begin(PanelRecord panel, int setting, int replicate) {
        return panel.settings()
                .get(setting)
                .runs()
                .get(replicate)
                .measurements()
                .get(0)
                .trainLoss();
    }

    /** Everything but wall times. */
    private static List<List<Double>> trajectories(ExperimentRecord record) {
        return record.runs().stream()
                .map(run -> run.measurements().stream()
                        .map(Measurement::squaredNorm)
                        .toList())
                .toList();
    }
}
