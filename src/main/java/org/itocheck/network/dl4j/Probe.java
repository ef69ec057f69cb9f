package org.itocheck.network.dl4j;

import java.util.Arrays;
import org.itocheck.network.Batch;
import org.itocheck.network.Network;
import org.itocheck.network.data.ImageShape;
import org.itocheck.random.KeyedRows;
import org.itocheck.random.Seed;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A look at a model on three images of noise: it shows what no configuration says, that of a layer of the user's own least of all. */
final class Probe {
    private static final int IMAGES = 3;
    /** More than rounding in single precision, less than what a layer that draws random numbers changes. */
    private static final double TOLERANCE = 1e-4;

    private Probe() {}

    /**
     * The number of classes, which is that of the logits.
     *
     * @param copy of a model; it gets a tap
     * @throws IllegalArgumentException if the model does not read such images, or gives less than two logits for each
     */
    static int classes(String name, Model copy, ImageShape input, InputArray order) {
        LogitTap.on(copy.output());
        long[] shape = order.shape(IMAGES, input);
        try (INDArray images = Nd4j.zeros(copy.parameters().dataType(), shape);
                INDArray logits = copy.logits(images)) {
            if (logits.rank() != 2 || logits.size(0) != IMAGES || logits.size(1) < 2) {
                throw new IllegalArgumentException("it gives an array of " + Arrays.toString(logits.shape())
                        + ", expected at least 2 logits for each image");
            }
            return Math.toIntExact(logits.size(1));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    name + " does not read " + order + " arrays of " + Arrays.toString(shape) + " (" + e.getMessage()
                            + "); give the shape of image and the InputArray that it is made for",
                    e);
        }
    }

    /**
     * That equal calls give equal losses, and that the loss of a batch is the mean of those of its images unless batch normalisation says
     * otherwise.
     *
     * @throws IllegalArgumentException with both numbers if not
     */
    static void check(Network network, double[] theta) {
        double once = network.value(theta, noise(network, 0, IMAGES));
        double again = network.gradient(theta, noise(network, 0, IMAGES), new double[theta.length]);
        if (!close(once, again)) {
            throw new IllegalArgumentException(network.name() + " has loss " + once + " and then " + again
                    + " for one batch of noise; a layer draws random numbers or keeps a state, leave it out");
        }
        if (!network.layout().couplesSamples()) {
            double mean = 0;
            for (int i = 0; i < IMAGES; i++) {
                mean += network.value(theta, noise(network, i, i + 1)) / IMAGES;
            }
            if (!close(once, mean)) {
                throw new IllegalArgumentException(network.name() + " has loss " + once + " for a batch of noise, but "
                        + mean + " is the mean over its images one by one; a layer other than BatchNormalization mixes"
                        + " images, leave it out");
            }
        }
    }

    private static boolean close(double a, double b) {
        return Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
    }

    /** Images {@code from} to {@code to - 1} of those there are. */
    private static Batch noise(Network network, int from, int to) {
        int size = network.input().size();
        double[] pixels = new double[(to - from) * size];
        long[] labels = new long[to - from];
        KeyedRows rows = new KeyedRows(1);
        double[] one = new double[1];
        for (int i = from; i < to; i++) {
            rows.start(new Seed(1).forPurpose("probe"), i);
            for (int k = 0; k < size; k++) {
                rows.gaussian(one);
                pixels[(i - from) * size + k] = one[0];
            }
            labels[i - from] = i % network.classes();
        }
        return new Batch(network.input(), pixels, labels);
    }
}
