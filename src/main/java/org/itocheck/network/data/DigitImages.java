package org.itocheck.network.data;

import org.itocheck.objective.data.Digits;

/** The handwritten digits as images. The first 1500 train, the last 297, of other writers, test. */
final class DigitImages {
    private static final ImageShape SHAPE = new ImageShape(1, 8, 8);
    private static final int TRAIN = 1500;
    private static final int CLASSES = 10;
    /** Source values 0 to 16, which come as multiples of 1/16, times 15: whole numbers that fit a byte. */
    private static final int SCALE = 16 * 15;

    private DigitImages() {}

    static TrainTest load() {
        double[][] values = Digits.pixels();
        byte[] pixels = new byte[values.length * SHAPE.size()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (int) (SCALE * values[i / SHAPE.size()][i % SHAPE.size()]);
        }
        ImageSet all = ImageSet.owning("digits", SHAPE, CLASSES, pixels, Digits.labels());
        return new TrainTest(
                all.range(0, TRAIN).withName("digits/train"),
                all.range(TRAIN, all.size()).withName("digits/test"));
    }
}
