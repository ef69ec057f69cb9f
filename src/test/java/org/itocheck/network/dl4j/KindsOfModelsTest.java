package org.itocheck.network.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.itocheck.network.Batch;
import org.itocheck.network.Network;
import org.itocheck.network.NetworkLoss;
import org.itocheck.network.Networks;
import org.itocheck.network.architecture.Parameter;
import org.itocheck.network.data.ImageShape;
import org.itocheck.random.Seed;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class KindsOfModelsTest {
    @BeforeAll
    static void library() {
        Models.assumeDl4j();
    }

    @ParameterizedTest
    @EnumSource(names = {"DOUBLE", "FLOAT"})
    void a_sequence_and_the_equal_graph_agree(DataType type) {
        ComputationGraph model = Models.mlpGraph(type);
        NetworkLoss sequence = NetworkLoss.of(
                Dl4jNetwork.of("sequence", Models.mlp(type), Models.DIGIT, InputArray.FLAT), Networks.digits(32));
        NetworkLoss graph =
                NetworkLoss.of(Dl4jNetwork.of("graph", model, Models.DIGIT, InputArray.FLAT), Networks.digits(32));
        double[] theta = sequence.network().layout().initial(new Seed(3));
        double[] one = new double[theta.length];
        double[] other = new double[theta.length];

        assertThat(names(graph.network())).isEqualTo(names(sequence.network()));
        assertThat(graph.gradient(theta, other)).isEqualTo(sequence.gradient(theta, one));
        assertThat(other).isEqualTo(one);
        assertThat(graph.value(theta)).isEqualTo(sequence.value(theta));
        assertThat(graph.accuracy(theta)).isEqualTo(sequence.accuracy(theta));
        graph.hessianProduct(theta, theta, other);
        sequence.hessianProduct(theta, theta, one);
        assertThat(other).isEqualTo(one);
        assertThat(model.outputSingle(Nd4j.ones(type, 1, 64)).sumNumber().doubleValue())
                .as("the model itself gives probabilities still")
                .isCloseTo(1, within(1e-6));
    }

    @Test
    void models_that_read_images_in_different_orders_see_the_same_images() {
        ImageShape shape = new ImageShape(2, 8, 6);
        Map<InputArray, InputType> types = Map.of(
                InputArray.FLAT, InputType.convolutionalFlat(8, 6, 2),
                InputArray.NCHW, InputType.convolutional(8, 6, 2),
                InputArray.NHWC, InputType.convolutional(8, 6, 2, CNN2DFormat.NHWC));
        double[] pixels = new double[3 * shape.size()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = StrictMath.sin(i * (double) i);
        }
        Batch batch = new Batch(shape, pixels, new long[] {0, 4, 9});
        Network first = images("first", InputArray.FLAT, types, shape);
        double[] theta = first.layout().initial(new Seed(4));
        double[] expected = new double[theta.length];
        double value = first.gradient(theta, batch, expected);

        for (InputArray order : InputArray.values()) {
            Network network = images(order.name(), order, types, shape);
            double[] there = order == InputArray.NHWC ? channelsLast(theta, first) : theta;
            double[] gradient = new double[theta.length];
            assertThat(network.gradient(there, batch, gradient))
                    .as(order.name())
                    .isCloseTo(value, within(1e-13));
            assertThat(network.value(there, batch)).as(order.name()).isCloseTo(value, within(1e-13));
            assertThat(gradient)
                    .as(order.name())
                    .containsExactly(
                            order == InputArray.NHWC ? channelsLast(expected, first) : expected, within(1e-13));
        }
    }

    private static Network images(String name, InputArray order, Map<InputArray, InputType> types, ImageShape shape) {
        return Dl4jNetwork.of(
                name,
                Models.convolution(DataType.DOUBLE, OptionalDouble.empty(), Objects.requireNonNull(types.get(order))),
                shape,
                order);
    }

    /** The last matrix reads 4 channels of 4 x 3 pixels as they lie in memory. */
    private static double[] channelsLast(double[] x, Network network) {
        double[] result = x.clone();
        int from = network.layout().parameters().stream()
                .filter(p -> p.name().equals("head.W"))
                .findFirst()
                .orElseThrow()
                .from();
        for (int row = from; row < from + 10 * 48; row += 48) {
            for (int i = 0; i < 48; i++) {
                result[row + i % 12 * 4 + i / 12] = x[row + i];
            }
        }
        return result;
    }

    @Test
    void running_statistics_are_no_parameters_and_change_nothing() {
        MultiLayerNetwork model = Models.convolution(DataType.DOUBLE, true);
        MultiLayerNetwork other = model.clone();
        other.getLayer(1).getParam("mean").assign(5);
        other.getLayer(1).getParam("log10stdev").assign(0.5);
        Dl4jNetwork network = Dl4jNetwork.of("norm", model, Models.DIGIT, InputArray.FLAT);
        Dl4jNetwork same = Dl4jNetwork.of("same", other, Models.DIGIT, InputArray.FLAT);
        Batch batch = NetworkLoss.of(network, Networks.digits(8)).batch(0, 1, 2, 3, 4, 5, 6, 7);
        double[] theta = network.parameters();

        assertThat(network.layout().couplesSamples()).isTrue();
        assertThat(names(network)).containsExactly("conv.W", "norm.gamma", "norm.beta", "head.W", "head.b");
        assertThat(network.layout().dimension()).isEqualTo(model.numParams() - 2 * 4);
        assertThat(same.parameters()).isEqualTo(theta);
        assertThat(same.value(theta, batch)).isEqualTo(network.value(theta, batch));

        // what DL4J keeps in their place of the gradient is an update of its own: unmasked it would be a wrong gradient
        model.setInput(Nd4j.createFromArray(batch.pixels()).reshape(8, 64));
        model.setLabels(Nd4j.eye(10).castTo(DataType.DOUBLE).get(NDArrayIndex.interval(0, 8), NDArrayIndex.all()));
        model.computeGradientAndScore();
        assertThat(model.gradient().getGradientFor("1_mean").norm2Number().doubleValue())
                .isPositive();
    }

    @Test
    void frozen_layers_are_no_parameters_and_stay_as_they_are() {
        MultiLayerNetwork whole = Models.sequence(
                Models.configuration(DataType.DOUBLE), Models.dense(64, 8), Models.dense(8, 6), Models.head(6, 10));
        MultiLayerNetwork frozen = Models.sequence(
                Models.configuration(DataType.DOUBLE),
                new FrozenLayer(Models.dense(64, 8)),
                Models.dense(8, 6),
                Models.head(6, 10));
        frozen.setParams(whole.params());
        NetworkLoss all =
                NetworkLoss.of(Dl4jNetwork.of("all", whole, Models.DIGIT, InputArray.FLAT), Networks.digits(9));
        NetworkLoss some =
                NetworkLoss.of(Dl4jNetwork.of("some", frozen, Models.DIGIT, InputArray.FLAT), Networks.digits(9));
        double[] theta = ((Dl4jNetwork) all.network()).parameters();
        double[] trained = ((Dl4jNetwork) some.network()).parameters();
        double[] full = new double[theta.length];
        double[] part = new double[trained.length];

        assertThat(names(some.network())).containsExactly("layer1.W", "layer1.b", "layer2.W", "layer2.b");
        assertThat(theta).endsWith(trained);
        assertThat(some.gradient(trained, part)).isEqualTo(all.gradient(theta, full));
        assertThat(full).endsWith(part);
    }

    @Test
    void each_cross_entropy_of_dl4j_is_the_same_loss() {
        DenseLayer logits = new DenseLayer.Builder()
                .nIn(64)
                .nOut(10)
                .activation(Activation.IDENTITY)
                .build();
        LossLayer lossLayer = new LossLayer.Builder(LossFunction.MCXENT)
                .activation(Activation.SOFTMAX)
                .build();
        List<Network> networks = List.of(
                linear("MCXENT", Models.sequence(Models.configuration(DataType.DOUBLE), output(LossFunction.MCXENT))),
                linear(
                        "NLL",
                        Models.sequence(
                                Models.configuration(DataType.DOUBLE), output(LossFunction.NEGATIVELOGLIKELIHOOD))),
                linear(
                        "sparse",
                        Models.sequence(Models.configuration(DataType.DOUBLE), output(LossFunction.SPARSE_MCXENT))),
                linear("layer", Models.sequence(Models.configuration(DataType.DOUBLE), logits, lossLayer)));
        Batch batch = NetworkLoss.of(networks.get(0), Networks.digits(5)).batch(0, 1, 2, 3, 4);
        double[] theta = networks.get(0).layout().initial(new Seed(5));
        double[] expected = new double[theta.length];
        double value = networks.get(0).gradient(theta, batch, expected);

        for (Network network : networks) {
            double[] gradient = new double[theta.length];
            assertThat(network.gradient(theta, batch, gradient))
                    .as(network.name())
                    .isEqualTo(value);
            assertThat(gradient).as(network.name()).containsExactly(expected, within(1e-16));
        }
    }

    private static OutputLayer output(LossFunction loss) {
        return new OutputLayer.Builder(loss)
                .nIn(64)
                .nOut(10)
                .activation(Activation.SOFTMAX)
                .build();
    }

    private static Network linear(String name, MultiLayerNetwork model) {
        return Dl4jNetwork.of(name, model, Models.DIGIT, InputArray.FLAT);
    }

    private static List<String> names(Network network) {
        return network.layout().parameters().stream().map(Parameter::name).toList();
    }
}
