package org.itocheck.network;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.itocheck.network.data.Augmentation;
import org.itocheck.network.data.ImageSet;
import org.itocheck.network.data.Normalisation;
import org.itocheck.network.data.PixelTable;
import org.itocheck.objective.Objective;

/**
 * The loss of a network on a set of images, as a function of its parameters alone. Immutable; safe for use by several threads.
 * <p>Sums over all images are made in chunks, in order. With batch normalisation a chunk is what is normalised together, so that chunks are
 * part of what the full loss is.
 * <pre>{@code
 * NetworkLoss loss = NetworkLoss.of(new TorchNetwork(mlp, Precision.DOUBLE, TorchDevice.CPU), train);
 * double[] theta = loss.network().layout().initial(seed);
 * loss.gradient(theta, gradient);               // of all images
 * loss.objective(64);                           // for claims: mini-batches of 64 with replacement
 * }</pre>
 */
public final class NetworkLoss {
    /** Images of a chunk. */
    public static final int USUAL_CHUNK = 500;

    private final Network network;
    private final ImageSet images;
    private final PixelTable table;
    private final Augmentation augmentation;
    private final int chunk;

    private NetworkLoss(Network network, ImageSet images, PixelTable table, Augmentation augmentation, int chunk) {
        this.network = network;
        this.images = images;
        this.table = table;
        this.augmentation = augmentation;
        this.chunk = chunk;
    }

    /** A network on images that are normalised by themselves. */
    public static NetworkLoss of(Network network, ImageSet images) {
        return of(network, images, Normalisation.of(images));
    }

    /**
     * A network on images.
     *
     * @param normalisation usually that of the training images
     * @throws IllegalArgumentException if the network is made for images of another shape or number of classes, or the normalisation for
     *     another number of channels
     */
    public static NetworkLoss of(Network network, ImageSet images, Normalisation normalisation) {
        requireFit(network, images);
        normalisation.requireChannelsOf(images);
        return new NetworkLoss(network, images, new PixelTable(normalisation), Augmentation.NONE, USUAL_CHUNK);
    }

    /**
     * The same with chunks of another length; it changes last digits, and with batch normalisation the full loss, which then cannot be had
     * where one image is left for a chunk of its own.
     *
     * @param newChunk at least 1
     */
    public NetworkLoss withChunk(int newChunk) {
        if (newChunk < 1) {
            throw new IllegalArgumentException("chunk is " + newChunk + ", expected at least 1 image");
        }
        return new NetworkLoss(network, images, table, augmentation, newChunk);
    }

    /**
     * The same with mini-batches of views, for {@link #batch(int[], int[])}. Everything else stays as it is: the full loss, its derivatives
     * and {@link #objective} are of the images as they are.
     *
     * @param newAugmentation what the views are
     */
    public NetworkLoss withAugmentation(Augmentation newAugmentation) {
        return new NetworkLoss(network, images, table, newAugmentation, chunk);
    }

    /**
     * The same network on other images, normalised as these are.
     *
     * @throws IllegalArgumentException if they have another shape or number of classes
     */
    public NetworkLoss on(ImageSet others) {
        requireFit(network, others);
        return new NetworkLoss(network, others, table, augmentation, chunk);
    }

    /** What is run. */
    public Network network() {
        return network;
    }

    /** The images. */
    public ImageSet images() {
        return images;
    }

    /** d. */
    public int dimension() {
        return network.layout().dimension();
    }

    /** n. */
    public int samples() {
        return images.size();
    }

    /**
     * A mini-batch.
     *
     * @param indices of images, at least one; may repeat
     */
    public Batch batch(int... indices) {
        return new Batch(images.shape(), images.pixels(indices), table, images.labels(indices));
    }

    /**
     * A mini-batch of views.
     *
     * @param indices of images, at least one; may repeat
     * @param views which view of each, shape [B], for example from {@link org.itocheck.network.data.ViewSampler}
     * @throws IllegalArgumentException if an index or a view is out of range or the lengths differ; {@link #withAugmentation} says which
     *     views there are, one if it was not called
     */
    public Batch batch(int[] indices, int[] views) {
        byte[] pixels = images.views(augmentation, indices, views);
        return new Batch(images.shape(), pixels, table, images.labels(indices));
    }

    /** The mean loss over all images. */
    public double value(double[] theta) {
        double sum = 0;
        for (int from = 0; from < samples(); from += chunk) {
            Batch part = chunk(from);
            sum += part.size() * network.value(theta, part);
        }
        return sum / samples();
    }

    /**
     * The mean loss over all images and its gradient.
     *
     * @param gradient result, shape [d], overwritten
     * @return the loss
     */
    public double gradient(double[] theta, double[] gradient) {
        double[] part = new double[dimension()];
        double sum = 0;
        Arrays.fill(gradient, 0);
        for (int from = 0; from < samples(); from += chunk) {
            Batch batch = chunk(from);
            double share = (double) batch.size() / samples();
            sum += share * network.gradient(theta, batch, part);
            add(share, part, gradient);
        }
        return sum;
    }

    /**
     * The gradient of {@code sum_i w_i L_i}, one backward pass for each chunk. With batch normalisation L_i is the loss of image i in its chunk.
     *
     * @param weights shape [n]
     * @param gradient result, shape [d], overwritten
     * @return the weighted sum
     * @throws IllegalArgumentException if there is not one weight for each image
     */
    public double weightedGradient(double[] theta, double[] weights, double[] gradient) {
        if (weights.length != samples()) {
            throw new IllegalArgumentException("weights has " + weights.length + " entries, " + images.name() + " has "
                    + samples() + " images; give one weight an image");
        }
        double[] part = new double[dimension()];
        double sum = 0;
        Arrays.fill(gradient, 0);
        for (int from = 0; from < samples(); from += chunk) {
            Batch batch = chunk(from);
            double[] share = Arrays.copyOfRange(weights, from, from + batch.size());
            sum += network.weightedGradient(theta, batch, share, part);
            add(1, part, gradient);
        }
        return sum;
    }

    /**
     * {@code grad L + S^(1/2) z}, the step direction of noisy gradient descent, in one backward pass for each chunk: the gradient of
     * {@code (1/n) sum_i w_i L_i} with {@code w_i = 1 + sqrt(n/B) (z_i - mean z)}.
     *
     * @param batchSize B, at least 1; S is the covariance of the gradient of B images drawn with replacement
     * @param normals z, independent and normal, shape [n]
     * @param gradient result, shape [d], overwritten
     * @return the weighted loss {@code (1/n) sum_i w_i L_i}, which scatters around L as the mean loss of a mini-batch does
     * @throws IllegalArgumentException if there is not one normal for each image
     * @throws IllegalStateException with batch normalisation
     */
    public double noisyGradient(double[] theta, int batchSize, double[] normals, double[] gradient) {
        if (network.layout().couplesSamples()) {
            throw new IllegalStateException(network.name() + " normalises over the mini-batch, so that an"
                    + " image alone has no gradient and L no noise of single images; use group normalisation");
        }
        double mean = 0;
        for (double z : normals) {
            mean += z;
        }
        mean /= normals.length;
        double[] weights = new double[normals.length];
        double root = Math.sqrt((double) samples() / batchSize);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (1 + root * (normals[i] - mean)) / samples();
        }
        return weightedGradient(theta, weights, gradient);
    }

    /** The Hessian of the mean loss over all images times a vector. */
    public void hessianProduct(double[] theta, double[] v, double[] out) {
        double[] part = new double[dimension()];
        Arrays.fill(out, 0);
        for (int from = 0; from < samples(); from += chunk) {
            Batch batch = chunk(from);
            network.hessianProduct(theta, batch, v, part);
            add((double) batch.size() / samples(), part, out);
        }
    }

    /**
     * The mean over all images of the probability that the network gives to their class, exp of minus their loss: smooth where accuracy jumps.
     *
     * @return 0 to 1
     */
    public double probability(double[] theta) {
        double sum = 0;
        for (int from = 0; from < samples(); from += chunk) {
            Batch batch = chunk(from);
            double[] losses = new double[batch.size()];
            network.losses(theta, batch, losses);
            for (double loss : losses) {
                sum += StrictMath.exp(-loss);
            }
        }
        return sum / samples();
    }

    /** The share of images whose largest logit is at their class, 0 to 1. */
    public double accuracy(double[] theta) {
        int correct = 0;
        for (int from = 0; from < samples(); from += chunk) {
            correct += network.correct(theta, chunk(from));
        }
        return (double) correct / samples();
    }

    /**
     * The loss for claims: one stochastic gradient is that of a mini-batch drawn with replacement.
     * <p>Without batch normalisation it is a finite sum and knows its value, gradient, noise and Hessian products. With it, the
     * loss is the mean over all mini-batches, which nobody can list: only stochastic gradients are known.
     *
     * @param batchSize B, at least 1; with batch normalisation at least 2
     */
    public Objective objective(int batchSize) {
        return network.layout().couplesSamples()
                ? new CoupledBatches(this, batchSize)
                : new NetworkSum(this, batchSize);
    }

    String label() {
        return network.name() + "/" + images.name();
    }

    private static void requireFit(Network network, ImageSet images) {
        if (!network.input().equals(images.shape()) || network.classes() != images.classes()) {
            throw new IllegalArgumentException(network.name() + " reads images of " + network.input() + " in "
                    + network.classes() + " classes, but there are " + images + "; make it for these images");
        }
    }

    private Batch chunk(int from) {
        if (network.layout().couplesSamples() && (chunk == 1 || samples() % chunk == 1)) {
            throw new IllegalStateException("chunk is " + chunk + ", which leaves one of " + samples()
                    + " images alone, but " + network.name()
                    + " normalises over the chunk; use withChunk("
                    + (chunk + 1) + ") or another that leaves at least 2");
        }
        return batch(IntStream.range(from, Math.min(samples(), from + chunk)).toArray());
    }

    private static void add(double weight, double[] from, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = Math.fma(weight, from[i], to[i]);
        }
    }
}
