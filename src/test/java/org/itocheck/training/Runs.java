package org.itocheck.training;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.itocheck.network.NetworkLoss;
import org.itocheck.network.Networks;
import org.itocheck.network.architecture.Normaliser;
import org.itocheck.network.data.Augmentation;
import org.itocheck.network.data.Dataset;
import org.itocheck.network.torch.Precision;
import org.itocheck.network.torch.TorchDevice;
import org.itocheck.network.torch.TorchNetwork;
import org.itocheck.random.Seed;
import org.itocheck.training.schedule.Schedule;

/** Short runs of a small network on few digits. */
final class Runs {
    static final RunPlan SGD = new RunPlan(
            "sgd",
            Method.sgd(),
            16,
            Schedule.decayed(0.2, 0.1, 3, 2),
            5e-4,
            Sampling.SHUFFLED,
            new Augmentation(1, false),
            Measuring.every(0.5),
            new Seed(7));

    private Runs() {}

    static NetworkLoss train() {
        return train(Normaliser.NONE);
    }

    static NetworkLoss train(Normaliser normaliser) {
        return NetworkLoss.of(
                new TorchNetwork(Networks.mlp(normaliser), Precision.FLOAT, TorchDevice.CPU), Networks.digits(96));
    }

    static NetworkLoss test(NetworkLoss train) {
        return train.on(Dataset.DIGITS.load().test().first(64));
    }

    static TrainingRun run(RunPlan plan, Path folder) {
        NetworkLoss train = train();
        return new TrainingRun(plan, train, test(train), folder).withCheckpointsEvery(Duration.ZERO);
    }

    static RunRecord of(RunPlan plan, Path folder) {
        return run(plan, folder).run(RunMonitor.NONE);
    }

    /** Without what differs from run to run. */
    static List<Measurement> untimed(RunRecord record) {
        return record.measurements().stream().map(Runs::untimed).toList();
    }

    private static Measurement untimed(Measurement m) {
        return new Measurement(
                m.step(),
                m.effectiveStep(),
                m.epoch(),
                m.learningRate(),
                m.batchLoss(),
                m.trainLoss(),
                m.trainAccuracy(),
                m.testLoss(),
                m.testAccuracy(),
                m.squaredNorm(),
                m.squaredNorms(),
                m.noise(),
                new Measurement.Timing(0, OptionalDouble.empty()));
    }
}
