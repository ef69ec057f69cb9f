package org.itocheck.network.data;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Images of one shape with a class each, in memory: one byte a value, image after image, within an image channel after channel (NCHW),
 * row after row. Immutable.
 * <pre>{@code
 * ImageSet train = Dataset.DIGITS.load().train();
 * train.label(0);                                   // 0
 * train.first(256).withName("digits/256");          // a smaller problem
 * Normalisation.of(train);                          // mean and standard deviation of each channel
 * }</pre>
 */
public final class ImageSet {
    private final String name;
    private final ImageShape shape;
    private final int classes;
    private final byte[] pixels;
    private final int[] labels;

    /**
     * Images and their classes.
     *
     * @param name for reports, for example {@code cifar10/train}
     * @param shape the shape of each image
     * @param classes how many classes there are, 2 to 65536
     * @param pixels values 0 to 255 as unsigned bytes, shape [n][channels][height][width] in one array; copied
     * @param labels the class of each image, 0 to {@code classes - 1}, shape [n]; copied
     * @throws IllegalArgumentException if there is no image, the lengths do not fit or a label is out of range
     */
    public ImageSet(String name, ImageShape shape, int classes, byte[] pixels, int[] labels) {
        this(name, shape, classes, pixels.clone(), labels.clone(), true);
    }

    private ImageSet(String name, ImageShape shape, int classes, byte[] pixels, int[] labels, boolean check) {
        this.name = name;
        this.shape = shape;
        this.classes = classes;
        this.pixels = pixels;
        this.labels = labels;
        if (check) {
            ImageChecks.check(this, pixels.length);
        }
    }

    /** For loaders, which hand their arrays over: no second copy of a whole data set. */
    static ImageSet owning(String name, ImageShape shape, int classes, byte[] pixels, int[] labels) {
        return new ImageSet(name, shape, classes, pixels, labels, true);
    }

    /** The name, for reports. */
    public String name() {
        return name;
    }

    /** The shape of each image. */
    public ImageShape shape() {
        return shape;
    }

    /** How many images. */
    public int size() {
        return labels.length;
    }

    /** How many classes; not every one need occur. */
    public int classes() {
        return classes;
    }

    /**
     * The class of an image.
     *
     * @param index 0 to {@code size() - 1}
     * @throws IndexOutOfBoundsException if there is no such image
     */
    public int label(int index) {
        return labels[index];
    }

    /**
     * One value of an image.
     *
     * @return 0 to 255
     * @throws IndexOutOfBoundsException if there is no such image, channel, row or column
     */
    public int pixel(int index, int channel, int row, int column) {
        Objects.checkIndex(index, size());
        Objects.checkIndex(channel, shape.channels());
        Objects.checkIndex(row, shape.height());
        Objects.checkIndex(column, shape.width());
        return pixels[index * shape.size() + (channel * shape.height() + row) * shape.width() + column] & 0xFF;
    }

    /**
     * Copies the values of one image.
     *
     * @param index 0 to {@code size() - 1}
     * @param target unsigned bytes, shape [channels][height][width], at least {@code shape().size()} of them
     */
    public void copyPixels(int index, byte[] target) {
        System.arraycopy(pixels, index * shape.size(), target, 0, shape.size());
    }

    /**
     * The values of some images, image after image.
     *
     * @param indices each 0 to {@code size() - 1}, at least one; may repeat
     * @return unsigned bytes, shape [B][channels][height][width] in one new array
     * @throws IllegalArgumentException if there is none, or no such image
     */
    public byte[] pixels(int... indices) {
        ImageChecks.indices(this, indices);
        byte[] chosen = new byte[Math.multiplyExact(indices.length, shape.size())];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(pixels, indices[i] * shape.size(), chosen, i * shape.size(), shape.size());
        }
        return chosen;
    }

    /**
     * One view of each of some images, image after image.
     *
     * @param augmentation what the views are
     * @param indices each 0 to {@code size() - 1}, at least one; may repeat
     * @param views which view of each, shape [B], for example from {@link ViewSampler}
     * @return unsigned bytes, shape [B][channels][height][width] in one new array
     * @throws IllegalArgumentException if there is none, no such image or no such view, or the lengths differ
     */
    public byte[] views(Augmentation augmentation, int[] indices, int[] views) {
        ImageChecks.views(indices, views);
        ImageChecks.indices(this, indices);
        byte[] chosen = new byte[Math.multiplyExact(indices.length, shape.size())];
        byte[] image = new byte[shape.size()];
        for (int i = 0; i < indices.length; i++) {
            copyPixels(indices[i], image);
            augmentation.apply(image, shape, views[i], chosen, i * shape.size());
        }
        return chosen;
    }

    /**
     * The classes of some images.
     *
     * @param indices each 0 to {@code size() - 1}, at least one; may repeat
     * @return a new array of shape [B]
     * @throws IllegalArgumentException if there is none, or no such image
     */
    public long[] labels(int... indices) {
        ImageChecks.indices(this, indices);
        long[] chosen = new long[indices.length];
        for (int i = 0; i < indices.length; i++) {
            chosen[i] = labels[indices[i]];
        }
        return chosen;
    }

    /** The same images under another name. */
    public ImageSet withName(String newName) {
        return new ImageSet(newName, shape, classes, pixels, labels, false);
    }

    /**
     * The first images.
     *
     * @param count 1 to {@code size()}
     */
    public ImageSet first(int count) {
        return range(0, count);
    }

    /**
     * The images from one index to before another.
     *
     * @throws IllegalArgumentException unless {@code 0 <= from < to <= size()}
     */
    public ImageSet range(int from, int to) {
        if (from < 0 || to <= from || to > size()) {
            throw new IllegalArgumentException("range is [" + from + ", " + to + "), " + name + " has " + size()
                    + " images; give 0 <= from < to <= " + size());
        }
        return new ImageSet(
                name,
                shape,
                classes,
                Arrays.copyOfRange(pixels, from * shape.size(), to * shape.size()),
                Arrays.copyOfRange(labels, from, to),
                false);
    }

    /**
     * The images with the given indices, in the order of the indices.
     *
     * @param indices each 0 to {@code size() - 1}, at least one; may repeat
     * @throws IllegalArgumentException if there is none, or no such image
     */
    public ImageSet subset(int... indices) {
        byte[] chosen = pixels(indices);
        int[] chosenLabels = IntStream.of(indices).map(i -> labels[i]).toArray();
        return new ImageSet(name, shape, classes, chosen, chosenLabels, false);
    }

    /** How many images each class has, shape [classes]. */
    public int[] classCounts() {
        int[] counts = new int[classes];
        for (int label : labels) {
            counts[label]++;
        }
        return counts;
    }

    @Override
    public String toString() {
        return name + ": " + size() + " images of " + shape + ", " + classes + " classes";
    }
}
