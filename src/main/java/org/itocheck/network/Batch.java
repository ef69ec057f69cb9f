package org.itocheck.network;

import org.itocheck.network.data.ImageShape;

/**
 * Images and their classes, as a network reads them. The arrays are not copied.
 *
 * @param shape the shape of each image
 * @param pixels normalised values, shape [B][channels][height][width] in one array
 * @param labels the class of each image, shape [B]
 */
public record Batch(ImageShape shape, double[] pixels, long[] labels) {
    /** Checks that there is an image and the lengths fit. */
    public Batch {
        if (labels.length == 0 || pixels.length != (long) labels.length * shape.size()) {
            throw new IllegalArgumentException("batch has " + labels.length + " labels and " + pixels.length
                    + " values; expected at least one label and " + shape.size() + " values for each, shape " + shape);
        }
    }

    /** B. */
    public int size() {
        return labels.length;
    }
}
