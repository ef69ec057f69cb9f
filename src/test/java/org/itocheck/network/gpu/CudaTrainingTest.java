package org.itocheck.network.gpu;

import java.nio.file.Path;
import org.itocheck.network.Networks;
import org.itocheck.network.data.Augmentation;
import org.itocheck.network.data.Dataset;
import org.itocheck.network.torch.TorchDevice;
import org.itocheck.random.Seed;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Two epochs of PreResNet-32 on the real data, with floors. The floors of accuracy are several times guessing and well below what two epochs usually
 * give; that of throughput is ten times a processor's and below any GPU's. {@link DevicesTest} runs the same body on the CPU.
 */
@Tag("gpu")
class CudaTrainingTest {
    private static final String NETWORK = "preresnet-32-bn";
    private static final int BATCH = 128;
    private static final double RATE = 0.1;
    private static final double IMAGES_PER_SECOND = 2000;

    @TempDir
    Path folder;

    @BeforeEach
    void gpu() {
        Networks.assumeCuda();
    }

    @ParameterizedTest
    @CsvSource({"CIFAR10, 0.45, true", "CIFAR100, 0.12, true", "SVHN, 0.7, false"})
    void two_epochs_learn_something_and_are_fast(Dataset dataset, double accuracy, boolean flips) {
        new ShortRun(
                        dataset.find().orElseGet(() -> Assumptions.abort("skipped: " + dataset.whereToPutIt())),
                        NETWORK,
                        TorchDevice.CUDA,
                        BATCH,
                        RATE,
                        new Augmentation(4, flips),
                        new Seed(1))
                .reaches(accuracy, IMAGES_PER_SECOND, folder);
    }
}
