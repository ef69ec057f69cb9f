package org.itocheck.network.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.itocheck.network.Networks;
import org.itocheck.network.data.Augmentation;
import org.itocheck.network.data.Dataset;
import org.itocheck.network.torch.Precision;
import org.itocheck.network.torch.TorchDevice;
import org.itocheck.random.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bodies of the tests for GPUs, on the CPU and small. */
class DevicesTest {
    private static final double ROUNDING = 1e-4;
    /** Over 20 seeds the least was 0.84. */
    private static final double ACCURACY = 0.5;

    @TempDir
    Path folder;

    @BeforeEach
    void torch() {
        Networks.assumeTorch();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mlp-16-8-tanh-gn2", "preresnet-8x4-gn2", "preresnet-8x4-bn", "resnet-8x4-none"})
    void single_precision_agrees_with_double(String network) {
        DeviceAgreement agreement = new DeviceAgreement(network, Precision.FLOAT, TorchDevice.CPU, ROUNDING);

        agreement.ofValueAndGradient();
        agreement.ofWeightedGradient();
        agreement.ofHessianProduct();
        agreement.ofAccuracy();
    }

    @Test
    void double_precision_agrees_with_itself_and_parameters_that_are_off_by_a_thousandth_are_seen() {
        DeviceAgreement agreement = new DeviceAgreement("preresnet-8x4-gn2", Precision.DOUBLE, TorchDevice.CPU, 0);
        agreement.ofValueAndGradient();
        agreement.ofWeightedGradient();
        agreement.ofHessianProduct();

        DeviceAgreement strict = new DeviceAgreement("preresnet-8x4-gn2", Precision.DOUBLE, TorchDevice.CPU, ROUNDING);
        double[] off = strict.theta();
        for (int i = 0; i < off.length; i++) {
            off[i] *= 1.001;
        }
        assertThatThrownBy(() -> strict.ofValueAndGradientAt(off)).isInstanceOf(AssertionError.class);
    }

    @Test
    void two_epochs_on_digits_stay_above_their_floors_and_below_higher_ones() {
        ShortRun run = run(0.3);

        assertThat(run.reaches(ACCURACY, 1, folder).header().network()).isEqualTo("preresnet-8x4-bn");
        // a finished run is read again, not repeated
        assertThatThrownBy(() -> run.reaches(0.99, 1, folder))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("test accuracy");
        assertThatThrownBy(() -> run.reaches(ACCURACY, 1e9, folder))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("images per second");
    }

    @Test
    void a_run_that_does_not_learn_is_seen() {
        assertThatThrownBy(() -> run(1e-7).reaches(ACCURACY, 1, folder))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("test accuracy");
    }

    private static ShortRun run(double rate) {
        return new ShortRun(
                Dataset.DIGITS.load(), "preresnet-8x4-bn", TorchDevice.CPU, 16, rate, Augmentation.NONE, new Seed(1));
    }
}
