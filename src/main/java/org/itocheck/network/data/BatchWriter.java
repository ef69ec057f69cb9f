package org.itocheck.network.data;

/**
 * Writes mini-batches the way a network reads them: normalised, image after image, channel after channel, row after row (NCHW). Owned by
 * one thread; allocates nothing after construction.
 * <pre>{@code
 * BatchWriter writer = new BatchWriter(train, Normalisation.of(train));
 * float[] input = new float[indices.length * train.shape().size()];
 * writer.write(indices, input);
 * writer.labels(indices, labels);
 * }</pre>
 */
public final class BatchWriter {
    private final ImageSet images;
    private final Augmentation augmentation;
    private final ImageShape shape;
    private final PixelTable table;
    private final byte[] image;
    private final byte[] view;

    /**
     * Images as they are.
     *
     * @param images the images
     * @param normalisation of as many channels
     */
    public BatchWriter(ImageSet images, Normalisation normalisation) {
        this(images, normalisation, Augmentation.NONE);
    }

    /**
     * Views of images.
     *
     * @param images the images
     * @param normalisation of as many channels
     * @param augmentation what the views are
     * @throws IllegalArgumentException if the numbers of channels differ
     */
    public BatchWriter(ImageSet images, Normalisation normalisation, Augmentation augmentation) {
        normalisation.requireChannelsOf(images);
        this.images = images;
        this.augmentation = augmentation;
        shape = images.shape();
        table = new PixelTable(normalisation);
        image = new byte[shape.size()];
        view = new byte[shape.size()];
    }

    /**
     * Writes images as they are.
     *
     * @param indices which, shape [B]
     * @param target shape [B][channels][height][width] in one array; a longer one keeps its rest
     * @throws IllegalArgumentException if an index is out of range or {@code target} is too short
     */
    public void write(int[] indices, float[] target) {
        check(indices, target.length);
        for (int b = 0; b < indices.length; b++) {
            images.copyPixels(indices[b], image);
            table.write(image, 0, shape.area(), target, b * shape.size());
        }
    }

    /** Like {@link #write(int[], float[])} in double precision; the floats are these numbers, rounded. */
    public void write(int[] indices, double[] target) {
        check(indices, target.length);
        for (int b = 0; b < indices.length; b++) {
            images.copyPixels(indices[b], image);
            table.write(image, 0, shape.area(), target, b * shape.size());
        }
    }

    /**
     * Writes one view of each image.
     *
     * @param indices which images, shape [B]
     * @param views which view of each, shape [B], for example from {@link ViewSampler}
     * @param target shape [B][channels][height][width] in one array; a longer one keeps its rest
     * @throws IllegalArgumentException if an index or a view is out of range, or an array has the wrong length
     */
    public void write(int[] indices, int[] views, float[] target) {
        check(indices, views, target.length);
        for (int b = 0; b < indices.length; b++) {
            images.copyPixels(indices[b], image);
            augmentation.apply(image, shape, views[b], view);
            table.write(view, 0, shape.area(), target, b * shape.size());
        }
    }

    /** Like {@link #write(int[], int[], float[])} in double precision. */
    public void write(int[] indices, int[] views, double[] target) {
        check(indices, views, target.length);
        for (int b = 0; b < indices.length; b++) {
            images.copyPixels(indices[b], image);
            augmentation.apply(image, shape, views[b], view);
            table.write(view, 0, shape.area(), target, b * shape.size());
        }
    }

    /**
     * Writes the classes.
     *
     * @param indices which images, shape [B]
     * @param target at least B numbers; a longer array keeps its rest
     */
    public void labels(int[] indices, long[] target) {
        ImageChecks.indices(images, indices);
        room("labels", indices.length, target.length, indices.length);
        for (int b = 0; b < indices.length; b++) {
            target[b] = images.label(indices[b]);
        }
    }

    private void check(int[] indices, int[] views, int length) {
        ImageChecks.views(indices, views);
        check(indices, length);
    }

    private void check(int[] indices, int length) {
        ImageChecks.indices(images, indices);
        room("input", (long) indices.length * shape.size(), length, indices.length);
    }

    private void room(String what, long needed, int length, int batch) {
        if (length < needed) {
            throw new IllegalArgumentException("target has " + length + " numbers, the " + what + " of " + batch
                    + " images of " + shape + " has " + needed + "; make it as long");
        }
    }
}
