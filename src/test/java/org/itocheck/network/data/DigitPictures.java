package org.itocheck.network.data;

import org.itocheck.objective.data.Digits;

/**
 * The images of the fixtures: handwritten digits, enlarged without smoothing and coloured by a rule of our own. What a loader must find in
 * a fixture is computed here once more, from the digits.
 */
final class DigitPictures {
    /** The first of the digits that make test images. */
    static final int FIRST_TEST = 1500;

    private static final double[][] PIXELS = Digits.pixels();
    private static final int[] LABELS = Digits.labels();
    private static final int SIDE = 8;
    private static final int GREY_LEVELS = 16;

    private DigitPictures() {}

    /** Digit number {@code index} in ink on paper; the colours depend on the digit. */
    static byte[] picture(int index, ImageShape shape) {
        byte[] values = new byte[shape.size()];
        for (int k = 0; k < values.length; k++) {
            int channel = k / shape.area();
            int row = k % shape.area() / shape.width() * SIDE / shape.height();
            int column = k % shape.width() * SIDE / shape.width();
            int grey = (int) (GREY_LEVELS * PIXELS[index][row * SIDE + column]);
            int paper = 20 + 9 * LABELS[index] + 30 * channel;
            int ink = 240 - 12 * LABELS[index] - 25 * (2 - channel);
            values[k] = (byte) (paper + (ink - paper) * grey / GREY_LEVELS);
        }
        return values;
    }

    static int digit(int index) {
        return LABELS[index];
    }

    /** Which of the two groups of images of a digit: makes the labels of CIFAR-100. */
    static int coarse(int index) {
        return digit(index) + 10 * (index % 2);
    }

    static int fine(int index) {
        return 10 * digit(index) + index % 10;
    }

    /** A number of digits in their order. */
    static ImageSet digits(String name, ImageShape shape, int first, int count) {
        byte[] pixels = new byte[count * shape.size()];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            System.arraycopy(picture(first + i, shape), 0, pixels, i * shape.size(), shape.size());
            labels[i] = digit(first + i);
        }
        return new ImageSet(name, shape, 10, pixels, labels);
    }
}
