package org.itocheck.network.architecture;

import org.itocheck.network.data.ImageShape;

/** The shape of what one image has become between two layers. */
record Features(int channels, int height, int width) {
    static Features of(ImageShape shape) {
        return new Features(shape.channels(), shape.height(), shape.width());
    }

    static Features flat(int size) {
        return new Features(size, 1, 1);
    }

    int size() {
        return Math.multiplyExact(channels, Math.multiplyExact(height, width));
    }

    @Override
    public String toString() {
        return channels + " x " + height + " x " + width;
    }
}
