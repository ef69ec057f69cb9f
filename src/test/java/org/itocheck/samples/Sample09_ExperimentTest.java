package org.itocheck.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.itocheck.claim.Verdict;
import org.itocheck.network.Networks;
import org.itocheck.network.torch.Precision;
import org.itocheck.network.torch.TorchDevice;
import org.itocheck.training.experiment.Experiment;
import org.itocheck.training.experiment.ExperimentFile;
import org.itocheck.training.experiment.ExperimentMonitor;
import org.itocheck.training.experiment.ExperimentRun;
import org.itocheck.training.experiment.NetworkFactory;
import org.itocheck.training.experiment.report.ExperimentReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several training runs, a claim about them, a verdict with an interval, and a page to look at. */
class Sample09_ExperimentTest {
    @TempDir
    Path folder;

    @Test
    void sgd_and_svag_train_a_small_network_alike() {
        Networks.assumeTorch();
        Experiment experiment = ExperimentFile.parse("""
                name: digits
                title: SVAG on handwritten digits
                compares: levels
                replicates: 5
                tolerance: 0.1                  # ten points of accuracy: this is a test of a second, not a study
                panels:
                  - name: mlp
                    data: digits
                    network: mlp-16-none
                    batchSize: 50
                    weightDecay: 5e-4
                    schedule: {decayed: {from: 0.2, by: 0.1, at: [3]}, epochs: 4}
                    methods: [SGD, SVAG(2)]
                    claims: [sgd-follows-limit]
                """, "sample");

        ExperimentRun run =
                new ExperimentRun(experiment, NetworkFactory.torch(Precision.FLOAT, TorchDevice.CPU), folder, 2);
        ExperimentReport report =
                ExperimentReport.of(run.run(ExperimentMonitor.NONE), "").writeHtml(folder.resolve("digits.html"));

        assertThat(report.result().verdict()).isEqualTo(Verdict.PASS);
        assertThat(folder.resolve("digits.html")).content().contains("Test accuracy in the end");
    }
}
