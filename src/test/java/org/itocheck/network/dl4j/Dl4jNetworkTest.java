package org.itocheck.network.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.itocheck.network.Batch;
import org.itocheck.network.Network;
import org.itocheck.network.NetworkLoss;
import org.itocheck.network.Networks;
import org.itocheck.network.architecture.Parameter;
import org.itocheck.network.data.ImageSet;
import org.itocheck.network.data.ImageShape;
import org.itocheck.random.Seed;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

class Dl4jNetworkTest {
    private final ImageSet tinyImages = Networks.tinyImages();

    @BeforeAll
    static void library() {
        Models.assumeDl4j();
    }

    @Test
    void every_entry_of_a_small_gradient_is_a_central_difference() {
        NetworkLoss loss = tiny();
        double[] theta = loss.network().layout().initial(new Seed(2));
        double[] gradient = new double[theta.length];

        assertThat(loss.gradient(theta, gradient)).isEqualTo(loss.value(theta));
        assertThat(theta).hasSize(19);
        double h = 1e-5;
        for (int i = 0; i < theta.length; i++) {
            double[] above = theta.clone();
            double[] below = theta.clone();
            above[i] += h;
            below[i] -= h;
            assertThat((loss.value(above) - loss.value(below)) / (2 * h)).isCloseTo(gradient[i], within(1e-9));
        }
    }

    @Test
    void weights_make_a_sum_of_the_gradients_of_single_images() {
        NetworkLoss loss = tiny();
        double[] theta = loss.network().layout().initial(new Seed(2));
        double[] weights = {2, -1, 0, 0.5, 3, -0.25};
        double[] expected = new double[theta.length];
        double[] gradient = new double[theta.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * loss.network().gradient(theta, loss.batch(i), gradient);
            for (int k = 0; k < expected.length; k++) {
                expected[k] += weights[i] * gradient[k];
            }
        }

        assertThat(loss.weightedGradient(theta, weights, gradient)).isCloseTo(sum, within(1e-14));
        assertThat(gradient).containsExactly(expected, within(1e-14));
    }

    @Test
    void the_loss_is_that_of_the_model_itself() {
        MultiLayerNetwork model = Models.tiny();
        NetworkLoss loss =
                NetworkLoss.of(Dl4jNetwork.of("tiny", model, tinyImages.shape(), InputArray.FLAT), tinyImages);
        Batch batch = loss.batch(0, 1, 2, 3, 4, 5);
        INDArray labels = Nd4j.zeros(DataType.DOUBLE, 6, 3);
        for (int i = 0; i < 6; i++) {
            labels.putScalar(i, batch.labels()[i], 1);
        }
        INDArray images = Nd4j.createFromArray(batch.pixels()).reshape(6, 4);
        double[] theta = ((Dl4jNetwork) loss.network()).parameters();
        double[] gradient = new double[theta.length];
        double value = loss.network().gradient(theta, batch, gradient);

        assertThat(model.score(new DataSet(images, labels), true)).isCloseTo(value, within(1e-15));
        model.fit(new DataSet(images, labels));
        double[] stepped = new double[theta.length];
        for (int i = 0; i < theta.length; i++) {
            stepped[i] = theta[i] - 0.1 * gradient[i];
        }
        assertThat(model.params().toDoubleVector())
                .as("one step of its own SGD")
                .containsExactly(stepped, within(1e-15));
        assertThat(loss.network().value(theta, batch)).as("of the copy").isEqualTo(value);
    }

    @Test
    void where_a_probability_is_tiny_the_value_still_fits_the_gradient() {
        NetworkLoss loss = tiny();
        double[] theta = loss.network().layout().initial(new Seed(2));
        Parameter bias = part(loss.network(), "layer1.b");
        theta[bias.from()] = 60; // class 0 has all, the others less than 1e-20, where DL4J cuts the score at 23.03
        double[] gradient = new double[theta.length];

        assertThat(loss.network().gradient(theta, loss.batch(2), gradient)).isBetween(55.0, 65.0);
        assertThat(gradient[bias.from()]).isCloseTo(1, within(1e-12));
    }

    @Test
    void equal_calls_give_equal_bits_on_every_thread() {
        NetworkLoss loss = NetworkLoss.of(
                Dl4jNetwork.of("conv", Models.convolution(DataType.FLOAT, true), Models.DIGIT, InputArray.FLAT),
                Networks.digits(64));
        double[] theta = loss.network().layout().initial(new Seed(1));
        double[] here = gradient(loss, theta);

        for (int i = 0; i < 20; i++) {
            assertThat(gradient(loss, theta)).isEqualTo(here);
        }
        List<CompletableFuture<double[]>> others = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> gradient(loss, theta)))
                .limit(8)
                .toList();
        others.forEach(other -> assertThat(other.join()).isEqualTo(here));
    }

    @Test
    void initial_values_have_the_mean_and_the_spread_of_those_of_the_model() {
        Dl4jNetwork network = Dl4jNetwork.of("mlp", Models.mlp(DataType.FLOAT), Models.DIGIT, InputArray.FLAT);
        Parameter matrix = part(network, "hidden0.W");
        Parameter bias = part(network, "hidden0.b");

        assertThat(spread(network.layout().initial(new Seed(1)), matrix))
                .isCloseTo(spread(network.parameters(), matrix), withinPercentage(15));
        assertThat(spread(network.parameters(), bias)).isZero();
        assertThat(spread(network.layout().initial(new Seed(1)), bias)).isZero();
    }

    @Test
    void what_does_not_fit_the_network_is_refused() {
        Network network = tiny().network();
        ImageShape shape = network.input();
        double[] theta = new double[19];

        assertThatThrownBy(() -> network.value(new double[3], new Batch(shape, new double[4], new long[1])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("theta has 3 entries, tiny has 19 parameters");
        assertThatThrownBy(() -> network.correct(theta, new Batch(shape, new double[4], new long[] {3})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("label is 3, tiny has 3 classes; expected 0 to 2");
        assertThatThrownBy(() -> network.weightedGradient(
                        theta, new Batch(shape, new double[4], new long[1]), new double[2], theta))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("weights has 2 entries, the batch has 1 images; give one weight an image");
        Network normalised =
                Dl4jNetwork.of("norm", Models.convolution(DataType.FLOAT, true), Models.DIGIT, InputArray.FLAT);
        assertThatThrownBy(() -> normalised.value(
                        normalised.layout().initial(new Seed(1)), new Batch(Models.DIGIT, new double[64], new long[1])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("batch has 1 image, but norm normalises over the mini-batch; use at least 2");
    }

    private NetworkLoss tiny() {
        return NetworkLoss.of(Dl4jNetwork.of("tiny", Models.tiny(), tinyImages.shape(), InputArray.FLAT), tinyImages);
    }

    private static double[] gradient(NetworkLoss loss, double[] theta) {
        double[] gradient = new double[theta.length];
        loss.gradient(theta, gradient);
        return gradient;
    }

    private static Parameter part(Network network, String name) {
        return network.layout().parameters().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double spread(double[] x, Parameter part) {
        double[] values = Arrays.copyOfRange(x, part.from(), part.to());
        double mean = Arrays.stream(values).average().orElseThrow();
        return Math.sqrt(Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow());
    }
}
