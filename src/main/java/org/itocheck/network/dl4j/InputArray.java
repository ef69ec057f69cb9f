package org.itocheck.network.dl4j;

import org.itocheck.network.data.ImageShape;

/** What array a model of DL4J reads images from. */
public enum InputArray {
    /** {@code [B][channels * height * width]}: dense layers, and {@code InputType.convolutionalFlat}. */
    FLAT,
    /** {@code [B][channels][height][width]}: convolutions as they usually are. */
    NCHW,
    /** {@code [B][height][width][channels]}: convolutions with {@code CNN2DFormat.NHWC}. */
    NHWC;

    long[] shape(int images, ImageShape image) {
        return switch (this) {
            case FLAT -> new long[] {images, image.size()};
            case NCHW -> new long[] {images, image.channels(), image.height(), image.width()};
            case NHWC -> new long[] {images, image.height(), image.width(), image.channels()};
        };
    }

    /** Copies an image whose channels are first to where they belong. */
    void place(double[] image, ImageShape shape, double[] to) {
        if (this != NHWC) {
            System.arraycopy(image, 0, to, 0, shape.size());
            return;
        }
        for (int i = 0; i < shape.size(); i++) {
            to[i % shape.area() * shape.channels() + i / shape.area()] = image[i];
        }
    }
}
