package org.itocheck.network;

import org.itocheck.network.architecture.Layout;
import org.itocheck.network.data.ImageShape;

/**
 * A network run by some library: losses and derivatives of a mini-batch, from a flat parameter vector to a flat gradient. The loss of an
 * image is the cross-entropy of its class. Implementations are safe for use by several threads and keep no arguments.
 * <p>Every method throws {@link IllegalArgumentException} if a vector or the batch has the wrong shape, or if a batch of one image meets batch
 * normalisation.
 */
public interface Network {
    /** A short name for messages and reports, for example {@code preresnet-20x16-bn}. */
    String name();

    /** The shape of an image. */
    ImageShape input();

    /** The number of classes, at least 2. */
    int classes();

    /** Where its parameters lie. */
    Layout layout();

    /** What an equal result needs to be equal too: library, precision, device; for reports. */
    String description();

    /**
     * The mean loss of a batch.
     *
     * @param theta parameters, shape [d]
     */
    double value(double[] theta, Batch batch);

    /**
     * The mean loss of a batch and its gradient.
     *
     * @param theta parameters, shape [d], not changed
     * @param gradient result, shape [d], overwritten
     * @return the mean loss
     */
    double gradient(double[] theta, Batch batch, double[] gradient);

    /**
     * The weighted sum {@code sum_b w_b L_b} of the losses of a batch and its gradient, in one backward pass.
     *
     * @param weights any numbers, shape [B]
     * @param gradient result, shape [d], overwritten
     * @return the weighted sum
     */
    double weightedGradient(double[] theta, Batch batch, double[] weights, double[] gradient);

    /**
     * The Hessian of the mean loss of a batch times a vector. ReLU counts as linear on each side of 0.
     *
     * @param v a direction, shape [d], not changed
     * @param out result, shape [d], overwritten
     */
    void hessianProduct(double[] theta, Batch batch, double[] v, double[] out);

    /**
     * The loss of each image of a batch. By default one weighted pass an image; libraries that have them all at once say so.
     *
     * @param losses result, shape [B], overwritten
     */
    default void losses(double[] theta, Batch batch, double[] losses) {
        double[] weights = new double[batch.size()];
        double[] gradient = new double[theta.length];
        for (int b = 0; b < weights.length; b++) {
            weights[b] = 1;
            losses[b] = weightedGradient(theta, batch, weights, gradient);
            weights[b] = 0;
        }
    }

    /**
     * How many images of a batch have their largest logit at their class.
     *
     * @return 0 to B
     */
    int correct(double[] theta, Batch batch);
}
