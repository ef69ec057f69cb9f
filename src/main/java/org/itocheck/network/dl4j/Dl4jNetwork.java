package org.itocheck.network.dl4j;

import static org.itocheck.network.NetworkArguments.require;
import static org.itocheck.network.NetworkArguments.requireLength;
import static org.itocheck.network.NetworkArguments.requireLosses;
import static org.itocheck.network.NetworkArguments.requireWeights;

import java.util.Arrays;
import java.util.Locale;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.itocheck.network.Batch;
import org.itocheck.network.Network;
import org.itocheck.network.architecture.Layout;
import org.itocheck.network.data.ImageShape;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A model of DL4J as a network. The model is copied here and stays as it is; its updater is not used. The loss is the cross-entropy of the class, all
 * layers run as in training, numbers are doubles or floats as those of the model are.
 * <pre>{@code
 * MultiLayerNetwork model = ...;                                  // with init() called
 * Network network = Dl4jNetwork.of("LeNet", model, train.shape(), InputArray.FLAT);
 * NetworkLoss loss = NetworkLoss.of(network, train);              // for claims and for training runs
 * }</pre>
 * <p>The parameters of {@link #layout} are the tensors that are trained, named {@code LAYER.KEY}, as in {@code conv.W}; a layer without a name has its
 * place, as in {@code layer0.W}. Frozen layers, running statistics of batch normalisation and what only pretraining uses are no parameters. Batch
 * normalisation uses the statistics of the mini-batch. {@link Layout#initial} draws each tensor from a normal law with the mean and the standard
 * deviation that it has in the model; {@link #parameters} are the values of the model themselves.
 */
public final class Dl4jNetwork implements Network {
    private static final double DIFFERENCE = 1e-6;

    private final String name;
    private final ImageShape input;
    private final DataType type;
    private final TrainedParameters trained;
    private final double[] parameters;
    private final int classes;
    private final Runners runners;
    private final Runners exact;

    private Dl4jNetwork(String name, Model users, ImageShape input, InputArray order) {
        Requirements.check(name, users);
        this.name = name;
        this.input = input;
        this.type = users.parameters().dataType();
        Model prototype = users.copy(type);
        this.trained = TrainedParameters.of(name, prototype);
        this.parameters = new double[trained.layout().dimension()];
        trained.read(Cells.of(prototype.parameters()), parameters);
        this.classes = Probe.classes(name, prototype.copy(type), input, order);
        this.runners = new Runners(prototype, type, trained, order, classes);
        this.exact =
                type == DataType.DOUBLE ? runners : new Runners(prototype, DataType.DOUBLE, trained, order, classes);
        Probe.check(this, parameters);
    }

    /**
     * A model whose layers follow one another.
     *
     * @param name for messages and reports
     * @param model with {@code init()} called; copied
     * @param input the shape of an image
     * @param order how the model reads images
     * @throws IllegalArgumentException if its loss is random or not the mean of the cross-entropies of images, or it does not read such images; the
     *     message has what was found and the remedy
     */
    public static Dl4jNetwork of(String name, MultiLayerNetwork model, ImageShape input, InputArray order) {
        requireInitialised(name, model.isInitCalled());
        return new Dl4jNetwork(name, new SequentialModel(model), input, order);
    }

    /**
     * A model that is a graph with one input and one output.
     *
     * @param name for messages and reports
     * @param model with {@code init()} called; copied
     * @param input the shape of an image
     * @param order how the model reads images
     * @throws IllegalArgumentException if it has more inputs or outputs, its loss is random or not the mean of the cross-entropies of images, or it
     *     does not read such images; the message has what was found and the remedy
     */
    public static Dl4jNetwork of(String name, ComputationGraph model, ImageShape input, InputArray order) {
        requireInitialised(name, model.params() != null);
        if (model.getNumInputArrays() != 1 || model.getNumOutputArrays() != 1) {
            throw new IllegalArgumentException(name + " has " + model.getNumInputArrays() + " inputs and "
                    + model.getNumOutputArrays() + " outputs, expected one of each; give the part of the graph from"
                    + " images to their classes");
        }
        return new Dl4jNetwork(name, new GraphModel(model), input, order);
    }

    /** The values that the model had, shape [d]: where it would start from by itself. */
    public double[] parameters() {
        return parameters.clone();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ImageShape input() {
        return input;
    }

    @Override
    public int classes() {
        return classes;
    }

    @Override
    public Layout layout() {
        return trained.layout();
    }

    @Override
    public String description() {
        return "DL4J, " + type.name().toLowerCase(Locale.ROOT) + ", " + Dl4j.backend();
    }

    @Override
    public double value(double[] theta, Batch batch) {
        require(this, theta, batch);
        return runners.with(runner -> runner.logits(theta, batch).loss(batch.labels(), mean(batch)));
    }

    @Override
    public double gradient(double[] theta, Batch batch, double[] gradient) {
        return weightedGradient(theta, batch, mean(batch), gradient);
    }

    @Override
    public double weightedGradient(double[] theta, Batch batch, double[] weights, double[] gradient) {
        require(this, theta, batch);
        requireLength(this, "gradient", gradient);
        requireWeights(batch, weights);
        return runners.with(runner -> runner.gradient(theta, batch, weights, gradient));
    }

    /**
     * {@inheritDoc}
     * <p>A central difference of two gradients in double precision, also of a model of floats. It moves theta by 1e-6 (1 + |theta|) to each side: a
     * ReLU that switches in between adds an error.
     */
    @Override
    public void hessianProduct(double[] theta, Batch batch, double[] v, double[] out) {
        require(this, theta, batch);
        requireLength(this, "v", v);
        requireLength(this, "out", out);
        double length = norm(v);
        if (length == 0) {
            Arrays.fill(out, 0);
            return;
        }
        double h = DIFFERENCE * (1 + norm(theta)) / length;
        double[] below = new double[out.length];
        exact.with(runner -> runner.gradient(moved(theta, h, v), batch, mean(batch), out));
        exact.with(runner -> runner.gradient(moved(theta, -h, v), batch, mean(batch), below));
        for (int i = 0; i < out.length; i++) {
            out[i] = (out[i] - below[i]) / (2 * h);
        }
    }

    @Override
    public void losses(double[] theta, Batch batch, double[] losses) {
        require(this, theta, batch);
        requireLosses(batch, losses);
        Logits logits = runners.with(runner -> runner.logits(theta, batch));
        long[] labels = batch.labels();
        Arrays.setAll(losses, image -> logits.loss(image, (int) labels[image]));
    }

    @Override
    public int correct(double[] theta, Batch batch) {
        require(this, theta, batch);
        return runners.with(runner -> runner.logits(theta, batch).correct(batch.labels()));
    }

    private static void requireInitialised(String name, boolean initialised) {
        if (!initialised) {
            throw new IllegalArgumentException(name + " has no parameters yet; call init() on the model");
        }
    }

    private static double[] mean(Batch batch) {
        double[] weights = new double[batch.size()];
        Arrays.fill(weights, 1.0 / batch.size());
        return weights;
    }

    private static double[] moved(double[] x, double h, double[] v) {
        double[] result = x.clone();
        for (int i = 0; i < x.length; i++) {
            result[i] += h * v[i];
        }
        return result;
    }

    private static double norm(double[] v) {
        double sum = 0;
        for (double entry : v) {
            sum += entry * entry;
        }
        return Math.sqrt(sum);
    }
}
