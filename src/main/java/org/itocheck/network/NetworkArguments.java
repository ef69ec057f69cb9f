package org.itocheck.network;

/** What every {@link Network} asks of its arguments, with the same words. */
public final class NetworkArguments {
    private NetworkArguments() {}

    /**
     * Parameters and a batch that fit the network.
     *
     * @throws IllegalArgumentException if theta has another length than the layout, the images another shape, a label no class, or one image alone
     *     meets batch normalisation
     */
    public static void require(Network network, double[] theta, Batch batch) {
        requireLength(network, "theta", theta);
        if (!batch.shape().equals(network.input())) {
            throw new IllegalArgumentException(
                    "batch has images of " + batch.shape() + ", " + network.name() + " reads " + network.input());
        }
        if (network.layout().couplesSamples() && batch.size() == 1) {
            throw new IllegalArgumentException(
                    "batch has 1 image, but " + network.name() + " normalises over the mini-batch; use at least 2");
        }
        for (long label : batch.labels()) {
            if (label < 0 || label >= network.classes()) {
                throw new IllegalArgumentException("label is " + label + ", " + network.name() + " has "
                        + network.classes() + " classes; expected 0 to " + (network.classes() - 1));
            }
        }
    }

    /**
     * A vector with one entry for each parameter.
     *
     * @param what its name in the message
     * @throws IllegalArgumentException if it has another length than the layout
     */
    public static void requireLength(Network network, String what, double[] vector) {
        if (vector.length != network.layout().dimension()) {
            throw new IllegalArgumentException(what + " has " + vector.length + " entries, " + network.name() + " has "
                    + network.layout().dimension() + " parameters");
        }
    }

    /**
     * A weight for each image.
     *
     * @throws IllegalArgumentException if there is another number of weights than of images
     */
    public static void requireWeights(Batch batch, double[] weights) {
        if (weights.length != batch.size()) {
            throw new IllegalArgumentException("weights has " + weights.length + " entries, the batch has "
                    + batch.size() + " images; give one weight an image");
        }
    }

    /**
     * Room for the loss of each image.
     *
     * @throws IllegalArgumentException if there is room for another number of losses than there are images
     */
    public static void requireLosses(Batch batch, double[] losses) {
        if (losses.length != batch.size()) {
            throw new IllegalArgumentException("losses has " + losses.length + " entries, the batch has " + batch.size()
                    + " images; give room for one loss an image");
        }
    }
}
