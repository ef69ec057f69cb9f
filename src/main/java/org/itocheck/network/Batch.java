package org.itocheck.network;

import java.util.Objects;
import org.itocheck.network.data.ImageShape;
import org.itocheck.network.data.PixelTable;

/**
 * Images and their classes. A network reads the values image by image, in its own precision, straight into its own memory. A batch of a
 * {@link NetworkLoss} holds bytes, one a value, which are normalised where they are read. Safe for use by several threads.
 */
public final class Batch {
    private final ImageShape shape;
    private final Pixels pixels;
    private final long[] labels;

    /**
     * Images whose values are given. The arrays are not copied.
     *
     * @param shape the shape of each image
     * @param pixels normalised values, shape [B][channels][height][width] in one array
     * @param labels the class of each image, shape [B]
     * @throws IllegalArgumentException if there is no image or the lengths do not fit
     */
    public Batch(ImageShape shape, double[] pixels, long[] labels) {
        this(shape, new Values(pixels, shape.size()), pixels.length, labels);
    }

    /** Images as bytes, which the table normalises. */
    Batch(ImageShape shape, byte[] pixels, PixelTable table, long[] labels) {
        this(shape, new Bytes(pixels, table, shape), pixels.length, labels);
    }

    private Batch(ImageShape shape, Pixels pixels, int length, long[] labels) {
        if (labels.length == 0 || length != (long) labels.length * shape.size()) {
            throw new IllegalArgumentException("batch has " + labels.length + " labels and " + length
                    + " values; expected at least one label and " + shape.size() + " values for each, shape " + shape);
        }
        this.shape = shape;
        this.pixels = pixels;
        this.labels = labels;
    }

    /** B. */
    public int size() {
        return labels.length;
    }

    /** The shape of each image. */
    public ImageShape shape() {
        return shape;
    }

    /** The class of each image, shape [B]; not copied. */
    public long[] labels() {
        return labels;
    }

    /** All normalised values, shape [B][channels][height][width] in one array, which may be the batch's own: not to be changed. */
    public double[] pixels() {
        return pixels.all();
    }

    /**
     * Writes the normalised values of one image.
     *
     * @param image 0 to B - 1
     * @param target shape [channels][height][width]; a longer one keeps its rest
     * @throws IndexOutOfBoundsException if there is no such image or the target is too short
     */
    public void write(int image, double[] target) {
        pixels.write(Objects.checkIndex(image, size()), target, 0);
    }

    /** Like {@link #write(int, double[])}; the floats are the doubles, rounded. */
    public void write(int image, float[] target) {
        pixels.write(Objects.checkIndex(image, size()), target);
    }

    /** Where the values are from. */
    private interface Pixels {
        void write(int image, double[] target, int start);

        void write(int image, float[] target);

        double[] all();
    }

    private record Values(double[] all, int size) implements Pixels {
        @Override
        public void write(int image, double[] target, int start) {
            System.arraycopy(all, image * size, target, start, size);
        }

        @Override
        public void write(int image, float[] target) {
            for (int k = 0; k < size; k++) {
                target[k] = (float) all[image * size + k];
            }
        }
    }

    private record Bytes(byte[] bytes, PixelTable table, ImageShape shape) implements Pixels {
        @Override
        public void write(int image, double[] target, int start) {
            table.write(bytes, image * shape.size(), shape.area(), target, start);
        }

        @Override
        public void write(int image, float[] target) {
            table.write(bytes, image * shape.size(), shape.area(), target, 0);
        }

        @Override
        public double[] all() {
            double[] values = new double[bytes.length];
            for (int b = 0; b < bytes.length / shape.size(); b++) {
                write(b, values, b * shape.size());
            }
            return values;
        }
    }
}
