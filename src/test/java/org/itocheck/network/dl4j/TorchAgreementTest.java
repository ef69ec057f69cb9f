package org.itocheck.network.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.itocheck.network.NetworkLoss;
import org.itocheck.network.Networks;
import org.itocheck.network.architecture.Architecture;
import org.itocheck.network.architecture.Normaliser;
import org.itocheck.network.torch.Precision;
import org.itocheck.network.torch.TorchDevice;
import org.itocheck.network.torch.TorchNetwork;
import org.itocheck.random.KeyedRows;
import org.itocheck.random.Seed;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;

/** One network written twice, once for each library. */
class TorchAgreementTest {
    private static final int IMAGES = 64;

    @BeforeAll
    static void libraries() {
        Models.assumeDl4j();
        Networks.assumeTorch();
    }

    static Stream<Arguments> networks() {
        return Stream.of(DataType.DOUBLE, DataType.FLOAT)
                .flatMap(type -> Stream.of(
                        Arguments.of("mlp", type),
                        Arguments.of("convolution", type),
                        Arguments.of("normalised", type)));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void value_gradient_weighted_gradient_and_hessian_agree(String kind, DataType type) {
        NetworkLoss dl4j = NetworkLoss.of(
                Dl4jNetwork.of(kind, model(kind, type), Models.DIGIT, InputArray.FLAT), Networks.digits(IMAGES));
        NetworkLoss torch = NetworkLoss.of(torch(kind, type), Networks.digits(IMAGES));
        double tolerance = type == DataType.DOUBLE ? 1e-10 : 1e-4;

        assertThat(dl4j.network().layout().couplesSamples())
                .isEqualTo(torch.network().layout().couplesSamples());
        assertThat(dl4j.dimension()).isEqualTo(torch.dimension());
        double[] x = random(dl4j.dimension(), 0.3, 1);
        double[] there = Models.moved(x, dl4j.network(), torch.network());
        double[] mine = new double[x.length];
        double[] theirs = new double[x.length];

        agree(
                kind + " " + type,
                dl4j,
                torch,
                dl4j.gradient(x, mine),
                torch.gradient(there, theirs),
                mine,
                theirs,
                tolerance);
        assertThat(dl4j.value(x)).isCloseTo(torch.value(there), within(tolerance * torch.value(there)));
        assertThat(dl4j.accuracy(x)).isEqualTo(torch.accuracy(there));
        double[] expected = losses(torch, there);
        assertThat(losses(dl4j, x))
                .containsExactly(
                        expected,
                        within(tolerance * DoubleStream.of(expected).max().orElseThrow()));

        double[] weights = random(IMAGES, 1, 2);
        agree(
                kind + " " + type + ", weighted",
                dl4j,
                torch,
                dl4j.weightedGradient(x, weights, mine),
                torch.weightedGradient(there, weights, theirs),
                mine,
                theirs,
                tolerance);

        double[] v = random(x.length, 1, 3);
        dl4j.hessianProduct(x, v, mine);
        torch.hessianProduct(there, Models.moved(v, dl4j.network(), torch.network()), theirs);
        // a difference of two gradients on one side
        agree(kind + " " + type + ", Hessian", dl4j, torch, 0, 0, mine, theirs, Math.max(1e-6, tolerance));
    }

    /** Relative to the largest entry; the console has the numbers for docs/networks.md. */
    private static double[] losses(NetworkLoss loss, double[] x) {
        double[] losses = new double[IMAGES];
        loss.network().losses(x, loss.batch(IntStream.range(0, IMAGES).toArray()), losses);
        return losses;
    }

    private static void agree(
            String what,
            NetworkLoss dl4j,
            NetworkLoss torch,
            double value,
            double torchValue,
            double[] gradient,
            double[] torchGradient,
            double tolerance) {
        double[] moved = Models.moved(gradient, dl4j.network(), torch.network());
        double difference = 0;
        double largest = 0;
        for (int i = 0; i < moved.length; i++) {
            difference = Math.max(difference, Math.abs(moved[i] - torchGradient[i]));
            largest = Math.max(largest, Math.abs(torchGradient[i]));
        }
        System.out.printf(
                "%s: values differ by %.1e of %.3f, gradients by %.1e of %.3f%n",
                what, Math.abs(value - torchValue), torchValue, difference, largest);
        assertThat(value).isCloseTo(torchValue, within(tolerance * Math.max(1, Math.abs(torchValue))));
        assertThat(largest).isPositive();
        assertThat(difference).as(what).isLessThan(tolerance * largest);
    }

    private static MultiLayerNetwork model(String kind, DataType type) {
        return kind.equals("mlp") ? Models.mlp(type) : Models.convolution(type, kind.equals("normalised"));
    }

    private static TorchNetwork torch(String kind, DataType type) {
        Architecture architecture = kind.equals("mlp")
                ? Networks.mlp(Normaliser.NONE)
                : new Models.SmallConvolution(kind.equals("normalised"));
        return new TorchNetwork(
                architecture, type == DataType.DOUBLE ? Precision.DOUBLE : Precision.FLOAT, TorchDevice.CPU);
    }

    private static double[] random(int length, double deviation, int number) {
        KeyedRows rows = new KeyedRows(1);
        rows.start(new Seed(31), number);
        double[] one = new double[1];
        double[] x = new double[length];
        for (int i = 0; i < length; i++) {
            rows.gaussian(one);
            x[i] = deviation * one[0];
        }
        return x;
    }
}
