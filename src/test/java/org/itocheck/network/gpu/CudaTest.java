package org.itocheck.network.gpu;

import org.itocheck.network.Networks;
import org.itocheck.network.torch.Precision;
import org.itocheck.network.torch.TorchDevice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a GPU computes is what the CPU computes. {@link DevicesTest} runs the same bodies on the CPU. */
@Tag("gpu")
class CudaTest {
    private static final double DOUBLE = 1e-9;
    /** Convolutions in single precision may use TF32, with 10 bits after the point: 5e-4 for each rounding. */
    private static final double FLOAT = 2e-2;

    @BeforeEach
    void gpu() {
        Networks.assumeCuda();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mlp-16-8-tanh-gn2", "preresnet-8x4-gn2", "preresnet-8x4-bn-si", "resnet-8x4-none"})
    void value_gradient_weighted_gradient_and_hessian_product_are_those_of_the_cpu(String network) {
        DeviceAgreement agreement = new DeviceAgreement(network, Precision.DOUBLE, TorchDevice.CUDA, DOUBLE);

        agreement.ofValueAndGradient();
        agreement.ofWeightedGradient();
        agreement.ofHessianProduct();
        agreement.ofAccuracy();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mlp-16-8-tanh-gn2", "preresnet-8x4-gn2", "preresnet-8x4-bn"})
    void in_single_precision_value_and_gradients_are_close(String network) {
        DeviceAgreement agreement = new DeviceAgreement(network, Precision.FLOAT, TorchDevice.CUDA, FLOAT);

        agreement.ofValueAndGradient();
        agreement.ofWeightedGradient();
        agreement.ofAccuracy();
    }
}
