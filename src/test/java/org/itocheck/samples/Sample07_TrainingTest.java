package org.itocheck.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.itocheck.network.NetworkLoss;
import org.itocheck.network.Networks;
import org.itocheck.network.architecture.Architecture;
import org.itocheck.network.architecture.Architectures;
import org.itocheck.network.data.Augmentation;
import org.itocheck.network.data.Dataset;
import org.itocheck.network.data.TrainTest;
import org.itocheck.network.torch.Precision;
import org.itocheck.network.torch.TorchDevice;
import org.itocheck.network.torch.TorchNetwork;
import org.itocheck.random.Seed;
import org.itocheck.training.Measuring;
import org.itocheck.training.Method;
import org.itocheck.training.RunMonitor;
import org.itocheck.training.RunPlan;
import org.itocheck.training.RunRecord;
import org.itocheck.training.Sampling;
import org.itocheck.training.TrainingRun;
import org.itocheck.training.schedule.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sample 7: training a network.
 * <p>A plan says everything that the numbers of a run depend on, apart from network and images. The same plan with another method or under
 * linear scaling is one call away. Each run has a log and a checkpoint in its folder; a second call goes on, or reads what is finished.
 */
class Sample07_TrainingTest {
    @TempDir
    Path folder;

    @Test
    void sgd_svag_and_a_larger_batch_learn_the_digits() {
        Networks.assumeTorch();
        TrainTest data = Dataset.DIGITS.load();
        Architecture net = Architectures.named(
                "mlp-16-none", data.train().shape(), data.train().classes());
        NetworkLoss train = NetworkLoss.of(new TorchNetwork(net, Precision.FLOAT, TorchDevice.CPU), data.train());
        NetworkLoss test = train.on(data.test());
        RunPlan sgd = new RunPlan(
                "sgd",
                Method.sgd(),
                50,
                Schedule.decayed(0.2, 0.1, 8, 4, 6),
                5e-4,
                Sampling.SHUFFLED,
                Augmentation.NONE,
                Measuring.every(1).noise(3, 4),
                new Seed(1));
        RunPlan svag = sgd.with(Method.svag(2)).named("svag-2");
        RunPlan scaled = sgd.scaledBy(2).named("lsr-2");

        for (RunPlan plan : List.of(sgd, svag, scaled)) {
            RunRecord record = new TrainingRun(plan, train, test, folder).run(RunMonitor.NONE);

            assertThat(record.last().effectiveStep()).isEqualTo(8 * 30 * 50.0 / plan.batchSize());
            assertThat(record.last().testAccuracy()).isGreaterThan(0.8);
            assertThat(record.measurements().get(4).noise()).isPresent();
        }
    }
}
