package org.itocheck.network.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.itocheck.network.Batch;
import org.itocheck.network.Network;
import org.itocheck.network.NetworkLoss;
import org.itocheck.network.Networks;
import org.itocheck.network.architecture.Architecture;
import org.itocheck.network.architecture.Architectures;
import org.itocheck.network.data.ImageSet;
import org.itocheck.network.torch.Precision;
import org.itocheck.network.torch.TorchDevice;
import org.itocheck.network.torch.TorchNetwork;
import org.itocheck.random.KeyedRows;
import org.itocheck.random.Seed;

/**
 * Everything that a network computes on one device, held against the CPU in double precision. Differences are relative: of vectors, the length of
 * the difference over the length of the right one.
 */
final class DeviceAgreement {
    private static final Seed SEED = new Seed(11);

    private final ImageSet images = Networks.digits(64);
    private final Network exact;
    private final Network other;
    private final Batch batch;
    private final double[] theta;
    private final double tolerance;

    /**
     * A network twice.
     *
     * @param name of the network
     * @param tolerance the largest relative difference
     */
    DeviceAgreement(String name, Precision precision, TorchDevice device, double tolerance) {
        Architecture network = Architectures.named(name, images.shape(), images.classes());
        exact = new TorchNetwork(network, Precision.DOUBLE, TorchDevice.CPU);
        other = new TorchNetwork(network, precision, device);
        batch = NetworkLoss.of(exact, images)
                .batch(IntStream.range(0, images.size()).toArray());
        theta = exact.layout().initial(SEED);
        this.tolerance = tolerance;
    }

    void ofValueAndGradient() {
        ofValueAndGradientAt(theta);
    }

    /** With parameters of the other device that may be wrong. */
    void ofValueAndGradientAt(double[] otherTheta) {
        double[] right = new double[theta.length];
        double[] found = new double[theta.length];
        double value = exact.gradient(theta, batch, right);

        assertThat(other.gradient(otherTheta, batch, found))
                .as("value with gradient")
                .isCloseTo(value, relative(value));
        assertThat(other.value(otherTheta, batch)).as("value").isCloseTo(value, relative(value));
        assertThat(difference(found, right)).as("gradient").isLessThanOrEqualTo(tolerance);
    }

    void ofWeightedGradient() {
        double[] weights = normals("weights", batch.size());
        double[] right = new double[theta.length];
        double[] found = new double[theta.length];
        double value = exact.weightedGradient(theta, batch, weights, right);

        assertThat(other.weightedGradient(theta, batch, weights, found)).isCloseTo(value, relative(batch.size()));
        assertThat(difference(found, right)).as("weighted gradient").isLessThanOrEqualTo(tolerance);
    }

    void ofHessianProduct() {
        double[] v = normals("direction", theta.length);
        double[] right = new double[theta.length];
        double[] found = new double[theta.length];
        exact.hessianProduct(theta, batch, v, right);
        other.hessianProduct(theta, batch, v, found);

        assertThat(difference(found, right)).as("Hessian product").isLessThanOrEqualTo(tolerance);
    }

    /** One image near the border between two classes may change sides. */
    void ofAccuracy() {
        assertThat(other.correct(theta, batch)).isCloseTo(exact.correct(theta, batch), Offset.offset(1));
    }

    double[] theta() {
        return theta.clone();
    }

    private Offset<Double> relative(double size) {
        return Offset.offset(tolerance * Math.abs(size));
    }

    private static double difference(double[] found, double[] right) {
        double difference = 0;
        double size = 0;
        for (int i = 0; i < right.length; i++) {
            difference += (found[i] - right[i]) * (found[i] - right[i]);
            size += right[i] * right[i];
        }
        return Math.sqrt(difference / size);
    }

    private static double[] normals(String purpose, int count) {
        KeyedRows rows = new KeyedRows(count);
        rows.start(SEED.forPurpose(purpose), 0);
        double[] normals = new double[count];
        rows.gaussian(normals);
        return normals;
    }
}
