package org.itocheck.network.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Function;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.constraint.MaxNormConstraint;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.CenterLossOutputLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.preprocessor.BaseInputPreProcessor;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.itocheck.network.data.ImageShape;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationRReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

class RefusedModelsTest {
    private static final ImageShape SHAPE = new ImageShape(1, 2, 2);

    @BeforeAll
    static void library() {
        Models.assumeDl4j();
    }

    static Stream<Arguments> layers() {
        String random = ": the loss is random; leave ";
        String penalty = ": it is no part of the loss of an image; leave it out, and give the optimizer weight decay";
        return Stream.of(
                Arguments.of(hidden(layer -> layer.dropOut(0.5)), "Dropout" + random + "dropout out"),
                Arguments.of(new DropoutLayer.Builder(0.8).build(), "Dropout" + random + "dropout out"),
                Arguments.of(
                        hidden(layer -> layer.weightNoise(new DropConnect(0.9))),
                        "DropConnect" + random + "weight noise out"),
                Arguments.of(hidden(layer -> layer.l2(1e-3)), "L2Regularization" + penalty),
                Arguments.of(hidden(layer -> layer.l1Bias(1e-3)), "L1Regularization" + penalty),
                Arguments.of(hidden(layer -> layer.weightDecay(1e-3)), "WeightDecay" + penalty),
                Arguments.of(
                        hidden(layer -> layer.constrainWeights(new MaxNormConstraint(2, 1))),
                        "MaxNormConstraint: parameters are moved after a step; leave constraints out"),
                Arguments.of(
                        hidden(layer -> layer.gradientNormalization(GradientNormalization.ClipL2PerLayer)),
                        "gradient normalization ClipL2PerLayer: a step is along no gradient of a loss; leave it out, and"
                                + " clip in an optimizer of your own"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("layers")
    void what_makes_the_loss_random_or_more_than_a_mean_is_named(Layer layer, String problem) {
        boolean dense = layer instanceof DenseLayer;
        MultiLayerNetwork model = Models.sequence(
                Models.configuration(DataType.DOUBLE), layer, dense ? Models.head(2, 3) : Models.head(4, 3));

        assertThatThrownBy(() -> of(model))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mine is no mean of the losses of images:\n  layer0 has " + problem);
    }

    @Test
    void everything_that_was_found_is_said_at_once() {
        MultiLayerNetwork model = Models.sequence(
                Models.configuration(DataType.DOUBLE).l2(1e-4).dropOut(0.9), Models.dense(4, 2), Models.head(2, 3));

        assertThatThrownBy(() -> of(model)).message().hasLineCount(5);
    }

    static Stream<Arguments> losses() {
        return Stream.of(
                Arguments.of(output(LossFunction.MSE, Activation.SOFTMAX), "its loss is LossMSE of softmax"),
                Arguments.of(output(LossFunction.XENT, Activation.SIGMOID), "its loss is LossBinaryXENT of sigmoid"),
                Arguments.of(
                        new OutputLayer.Builder(new LossMCXENT(Nd4j.createFromArray(1.0, 2.0, 3.0)))
                                .nIn(2)
                                .nOut(3)
                                .activation(Activation.SOFTMAX)
                                .build(),
                        "its loss is LossMCXENT with weights of classes of softmax"),
                Arguments.of(
                        new CenterLossOutputLayer.Builder(LossFunction.MCXENT)
                                .nIn(2)
                                .nOut(3)
                                .activation(Activation.SOFTMAX)
                                .build(),
                        "it ends with CenterLossOutputLayer, expected OutputLayer or LossLayer"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("losses")
    void a_loss_that_is_not_the_cross_entropy_of_the_class_is_refused(Layer head, String problem) {
        MultiLayerNetwork model = Models.sequence(Models.configuration(DataType.DOUBLE), Models.dense(4, 2), head);

        assertThatThrownBy(() -> of(model))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void a_layer_that_draws_by_itself_is_seen() {
        MultiLayerNetwork model = Models.sequence(
                Models.configuration(DataType.FLOAT), // in double precision DL4J itself fails on it
                new DenseLayer.Builder()
                        .nIn(4)
                        .nOut(2)
                        .activation(new ActivationRReLU())
                        .build(),
                Models.head(2, 3));

        assertThatThrownBy(() -> of(model))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("mine has loss \\S+ and then \\S+ for one batch of noise; a layer draws random"
                        + " numbers or keeps a state, leave it out");
    }

    @Test
    void a_step_that_mixes_images_is_seen() {
        MultiLayerNetwork model = new MultiLayerNetwork(Models.configuration(DataType.DOUBLE)
                .list(Models.head(4, 3))
                .inputPreProcessor(0, new WithoutMean())
                .build());
        model.init();

        assertThatThrownBy(() -> of(model))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(
                        "mine has loss \\S+ for a batch of noise, but \\S+ is the mean over its images one by"
                                + " one; a layer other than BatchNormalization mixes images, leave it out");
    }

    @Test
    void dropout_in_a_frozen_layer_is_never_used_and_may_stay() {
        MultiLayerNetwork model = Models.sequence(
                Models.configuration(DataType.DOUBLE),
                new FrozenLayer(hidden(layer -> layer.dropOut(0.5))),
                Models.head(2, 3));

        assertThat(of(model).layout().dimension()).isEqualTo(9);
    }

    @Test
    void a_graph_has_one_input_and_one_output() {
        ComputationGraph model = new ComputationGraph(Models.configuration(DataType.DOUBLE)
                .graphBuilder()
                .addInputs("a", "b")
                .addLayer("head", Models.head(4, 3), "a", "b")
                .setOutputs("head")
                .setInputTypes(InputType.feedForward(2), InputType.feedForward(2))
                .build());
        model.init();

        assertThatThrownBy(() -> Dl4jNetwork.of("mine", model, SHAPE, InputArray.FLAT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mine has 2 inputs and 1 outputs, expected one of each; give the part of the graph from"
                        + " images to their classes");
    }

    @Test
    void a_model_without_parameters_and_one_for_other_images_are_refused() {
        MultiLayerNetwork empty = new MultiLayerNetwork(
                Models.configuration(DataType.DOUBLE).list(Models.head(4, 3)).build());
        MultiLayerNetwork larger = Models.sequence(Models.configuration(DataType.DOUBLE), Models.head(5, 3));

        assertThatThrownBy(() -> of(empty))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mine has no parameters yet; call init() on the model");
        assertThatThrownBy(() -> of(larger))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("mine does not read FLAT arrays of [3, 4] (")
                .hasMessageEndingWith("); give the shape of image and the InputArray that it is made for");
    }

    @Test
    void half_precision_and_a_state_between_batches_are_refused() {
        MultiLayerNetwork half = Models.sequence(Models.configuration(DataType.FLOAT16), Models.head(4, 3));
        MultiLayerNetwork truncated = new MultiLayerNetwork(Models.configuration(DataType.DOUBLE)
                .list(Models.head(4, 3))
                .backpropType(BackpropType.TruncatedBPTT)
                .build());
        truncated.init();

        assertThatThrownBy(() -> of(half))
                .hasMessageContaining("its numbers are HALF, expected DOUBLE or FLOAT; use"
                        + " model.convertDataType(DataType.FLOAT)");
        assertThatThrownBy(() -> of(truncated))
                .hasMessageContaining("backpropagation is TruncatedBPTT, which keeps a state from batch to batch; use"
                        + " BackpropType.Standard");
    }

    private static Layer hidden(Function<DenseLayer.Builder, BaseLayer.Builder<?>> change) {
        return change.apply(new DenseLayer.Builder().nIn(4).nOut(2).activation(Activation.TANH))
                .build();
    }

    private static Layer output(LossFunction loss, Activation activation) {
        return new OutputLayer.Builder(loss)
                .nIn(2)
                .nOut(3)
                .activation(activation)
                .build();
    }

    private static Dl4jNetwork of(MultiLayerNetwork model) {
        return Dl4jNetwork.of("mine", model, SHAPE, InputArray.FLAT);
    }

    /** Takes the mean over the batch off. */
    private static final class WithoutMean extends BaseInputPreProcessor {
        @Override
        public INDArray preProcess(INDArray input, int batch, LayerWorkspaceMgr workspaces) {
            return workspaces.leverageTo(ArrayType.ACTIVATIONS, input.subRowVector(input.mean(0)));
        }

        @Override
        public INDArray backprop(INDArray output, int batch, LayerWorkspaceMgr workspaces) {
            return output;
        }

        @Override
        public InputType getOutputType(InputType inputType) {
            return inputType;
        }
    }
}
