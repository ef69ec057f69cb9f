package org.itocheck.network.dl4j;

import java.util.Map;
import java.util.OptionalDouble;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.itocheck.network.Network;
import org.itocheck.network.architecture.Architecture;
import org.itocheck.network.architecture.Convolution;
import org.itocheck.network.architecture.Layers;
import org.itocheck.network.architecture.Normaliser;
import org.itocheck.network.architecture.Parameter;
import org.itocheck.network.data.ImageShape;
import org.junit.jupiter.api.Assumptions;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Small models as a user of DL4J writes them. */
final class Models {
    static final ImageShape DIGIT = new ImageShape(1, 8, 8);

    private Models() {}

    /** Skips the test, with the reason, where the library cannot be loaded. */
    static void assumeDl4j() {
        Dl4j.missing().ifPresent(problem -> Assumptions.abort("skipped: " + problem));
    }

    static NeuralNetConfiguration.Builder configuration(DataType type) {
        return new NeuralNetConfiguration.Builder().seed(1).dataType(type).updater(new Sgd(0.1));
    }

    static DenseLayer dense(int in, int out) {
        return new DenseLayer.Builder()
                .nIn(in)
                .nOut(out)
                .activation(Activation.TANH)
                .build();
    }

    static OutputLayer head(int in, int out) {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .nIn(in)
                .nOut(out)
                .activation(Activation.SOFTMAX)
                .build();
    }

    static MultiLayerNetwork sequence(NeuralNetConfiguration.Builder builder, Layer... layers) {
        MultiLayerNetwork model = new MultiLayerNetwork(builder.list(layers).build());
        model.init();
        return model;
    }

    /** The same layers as Networks.mlp. */
    static MultiLayerNetwork mlp(DataType type) {
        return sequence(
                configuration(type),
                named("hidden0", dense(64, 8)),
                named("hidden1", dense(8, 6)),
                named("head", head(6, 10)));
    }

    static ComputationGraph mlpGraph(DataType type) {
        ComputationGraph model = new ComputationGraph(configuration(type)
                .graphBuilder()
                .addInputs("images")
                .addLayer("hidden0", dense(64, 8), "images")
                .addLayer("hidden1", dense(8, 6), "hidden0")
                .addLayer("head", head(6, 10), "hidden1")
                .setOutputs("head")
                .build());
        model.init();
        return model;
    }

    /** A network of 19 parameters on images of 2 x 2 in three classes. */
    static MultiLayerNetwork tiny() {
        return sequence(configuration(DataType.DOUBLE), dense(4, 2), head(2, 3));
    }

    /** The same layers as {@link SmallConvolution}. */
    static MultiLayerNetwork convolution(DataType type, boolean normalised) {
        OptionalDouble epsilon = normalised ? OptionalDouble.of(Normaliser.USUAL_EPSILON) : OptionalDouble.empty();
        return convolution(type, epsilon, InputType.convolutionalFlat(8, 8, 1));
    }

    /** @param epsilon of batch normalisation, if there is any */
    static MultiLayerNetwork convolution(DataType type, OptionalDouble epsilon, InputType input) {
        NeuralNetConfiguration.ListBuilder layers = configuration(type)
                .list()
                .layer(new ConvolutionLayer.Builder(3, 3)
                        .name("conv")
                        .nOut(4)
                        .padding(1, 1)
                        .hasBias(epsilon.isEmpty())
                        .activation(Activation.IDENTITY)
                        .build());
        if (epsilon.isPresent()) {
            layers.layer(new BatchNormalization.Builder()
                    .name("norm")
                    .eps(epsilon.getAsDouble())
                    .build());
        }
        MultiLayerNetwork model = new MultiLayerNetwork(layers.layer(new ActivationLayer(Activation.RELU))
                .layer(new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                        .kernelSize(2, 2)
                        .stride(2, 2)
                        .build())
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .name("head")
                        .nOut(10)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(input)
                .build());
        model.init();
        return model;
    }

    private static Layer named(String name, Layer layer) {
        layer.setLayerName(name);
        return layer;
    }

    /** A convolution, max pooling and a matrix. */
    record SmallConvolution(boolean normalised) implements Architecture {
        @Override
        public String name() {
            return "SmallConvolution";
        }

        @Override
        public ImageShape input() {
            return DIGIT;
        }

        @Override
        public int classes() {
            return 10;
        }

        @Override
        public <T> T logits(Layers<T> layers, T images) {
            T x = layers.convolution(images, new Convolution("conv", "conv", 4, 3, 1, !normalised));
            x = layers.normalise(x, "norm", normalised ? Normaliser.batch() : Normaliser.NONE);
            x = layers.maxPool(layers.activate(x, org.itocheck.network.architecture.Activation.RELU));
            return layers.linear(x, "head", classes(), true);
        }
    }

    /** A vector of one network as a vector of another, tensor by tensor: matrices have the same bytes in both libraries. */
    static double[] moved(double[] x, Network from, Network to) {
        Map<String, String> keys = Map.of("W", "weight", "b", "bias", "gamma", "factor", "beta", "summand");
        double[] result = new double[x.length];
        for (Parameter part : from.layout().parameters()) {
            int dot = part.name().lastIndexOf('.');
            String name =
                    part.name().substring(0, dot + 1) + keys.get(part.name().substring(dot + 1));
            Parameter there = to.layout().parameters().stream()
                    .filter(p -> p.name().equals(name) && p.shape().equals(part.shape()))
                    .findFirst()
                    .orElseThrow();
            System.arraycopy(x, part.from(), result, there.from(), part.size());
        }
        return result;
    }
}
