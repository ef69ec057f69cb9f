package org.itocheck.network.data;

import java.util.Arrays;

/**
 * Random crop after padding, and horizontal flip: every image has a finite number of views, all equally likely, which are numbered. View v
 * has flip v mod 2, shift right (v/2) mod (2p + 1) - p and shift down (v/2) div (2p + 1) - p, without the flip if there is none. What
 * comes in from outside the image is 0, that is black, before normalisation.
 *
 * @param padding p, the largest shift in pixels, 0 to 64; 4 is usual for 32 x 32
 * @param flip whether half of the views are mirrored left to right
 */
public record Augmentation(int padding, boolean flip) {
    /** One view: the image as it is. */
    public static final Augmentation NONE = new Augmentation(0, false);
    /** What is usual for CIFAR: padding 4 and flips, 162 views. */
    public static final Augmentation CROP_AND_FLIP = new Augmentation(4, true);

    private static final int LARGEST_PADDING = 64;

    /** Checks the padding. */
    public Augmentation {
        if (padding < 0 || padding > LARGEST_PADDING) {
            throw new IllegalArgumentException(
                    "padding is " + padding + ", expected 0 to " + LARGEST_PADDING + "; 4 is usual for 32 x 32");
        }
    }

    /** How many views an image has: (2 padding + 1)^2, twice that with flips. */
    public int views() {
        return side() * side() * flips();
    }

    /** The view that is the image as it is. */
    public int identity() {
        return (padding * side() + padding) * flips();
    }

    /**
     * Writes one view of an image.
     *
     * @param image unsigned bytes, shape [channels][height][width]
     * @param shape their shape
     * @param view 0 to {@code views() - 1}
     * @param target the same shape, another array
     * @throws IllegalArgumentException if there is no such view
     */
    public void apply(byte[] image, ImageShape shape, int view, byte[] target) {
        apply(image, shape, view, target, 0);
    }

    void apply(byte[] image, ImageShape shape, int view, byte[] target, int first) {
        if (view < 0 || view >= views()) {
            throw new IllegalArgumentException("view is " + view + ", expected 0 to " + (views() - 1) + ": " + this
                    + " has " + views() + " views");
        }
        boolean mirrored = flip && view % 2 == 1;
        int shift = view / flips();
        int right = shift % side() - padding;
        int down = shift / side() - padding;
        int rows = shape.channels() * shape.height();
        for (int r = 0; r < rows; r++) {
            int from = r % shape.height() - down;
            int start = first + r * shape.width();
            if (from < 0 || from >= shape.height()) {
                Arrays.fill(target, start, start + shape.width(), (byte) 0);
            } else {
                copyRow(image, (r - down) * shape.width(), target, start, shape.width(), right, mirrored);
            }
        }
    }

    private static void copyRow(
            byte[] image, int source, byte[] target, int start, int width, int right, boolean mirrored) {
        for (int k = 0; k < width; k++) {
            int from = k - right;
            int to = mirrored ? width - 1 - k : k;
            target[start + to] = from < 0 || from >= width ? 0 : image[source + from];
        }
    }

    private int side() {
        return 2 * padding + 1;
    }

    private int flips() {
        return flip ? 2 : 1;
    }
}
