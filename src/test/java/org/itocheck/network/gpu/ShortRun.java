package org.itocheck.network.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.itocheck.network.NetworkLoss;
import org.itocheck.network.architecture.Architectures;
import org.itocheck.network.data.Augmentation;
import org.itocheck.network.data.TrainTest;
import org.itocheck.network.torch.Precision;
import org.itocheck.network.torch.TorchDevice;
import org.itocheck.network.torch.TorchNetwork;
import org.itocheck.random.Seed;
import org.itocheck.training.Measurement;
import org.itocheck.training.Measuring;
import org.itocheck.training.Method;
import org.itocheck.training.RunMonitor;
import org.itocheck.training.RunPlan;
import org.itocheck.training.RunRecord;
import org.itocheck.training.RunStatus;
import org.itocheck.training.Sampling;
import org.itocheck.training.TrainingRun;
import org.itocheck.training.schedule.Schedule;

/**
 * Two epochs of SGD in single precision, with floors for what comes out.
 *
 * @param data images
 * @param network its name
 * @param device where it computes
 * @param batchSize B
 * @param highest the first learning rate; it falls to a hundredth of it along a cosine
 * @param augmentation of training images
 * @param seed of everything random
 */
record ShortRun(
        TrainTest data,
        String network,
        TorchDevice device,
        int batchSize,
        double highest,
        Augmentation augmentation,
        Seed seed) {
    private static final double EPOCHS = 2;
    private static final double DECAY = 5e-4;
    private static final int MEASURED = 5000;

    /**
     * Runs it.
     *
     * @param accuracy the least share of test images that are classified rightly in the end
     * @param imagesPerSecond the least throughput of the second epoch, since the first one warms up
     * @throws AssertionError if the run does not finish, learns nothing or stays below a floor
     */
    RunRecord reaches(double accuracy, double imagesPerSecond, Path folder) {
        RunRecord record = run(folder);
        Measurement first = record.measurements().get(0);

        assertThat(record.status()).isEqualTo(RunStatus.FINISHED);
        assertThat(record.last().trainLoss()).as("loss").isLessThan(first.trainLoss());
        assertThat(record.last().testAccuracy()).as("test accuracy").isGreaterThanOrEqualTo(accuracy);
        assertThat(record.last().timing().imagesPerSecond().orElse(0))
                .as("images per second")
                .isGreaterThanOrEqualTo(imagesPerSecond);
        return record;
    }

    RunRecord run(Path folder) {
        NetworkLoss train = NetworkLoss.of(
                new TorchNetwork(
                        Architectures.named(
                                network, data.train().shape(), data.train().classes()),
                        Precision.FLOAT,
                        device),
                data.train());
        RunPlan plan = new RunPlan(
                "short",
                Method.sgd(),
                batchSize,
                Schedule.cosine(highest, highest / 100, EPOCHS),
                DECAY,
                Sampling.SHUFFLED,
                augmentation,
                Measuring.every(1).onTrainImages(MEASURED),
                seed);
        return new TrainingRun(plan, train, train.on(data.test()), folder).run(RunMonitor.NONE);
    }
}
