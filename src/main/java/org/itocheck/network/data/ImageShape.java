package org.itocheck.network.data;

/**
 * The shape of every image of a set.
 *
 * @param channels 1 for grey, 3 for red, green, blue
 * @param height rows of pixels
 * @param width pixels of a row
 */
public record ImageShape(int channels, int height, int width) {
    private static final int LARGEST_SIDE = 1 << 10;

    /** Checks that each is 1 to 1024. */
    public ImageShape {
        check("channels", channels);
        check("height", height);
        check("width", width);
    }

    /** The number of values of an image: channels x height x width. */
    public int size() {
        return channels * height * width;
    }

    /** The number of pixels of a channel: height x width. */
    public int area() {
        return height * width;
    }

    @Override
    public String toString() {
        return channels + " x " + height + " x " + width;
    }

    private static void check(String what, int value) {
        if (value < 1 || value > LARGEST_SIDE) {
            throw new IllegalArgumentException(what + " is " + value + ", expected 1 to " + LARGEST_SIDE
                    + "; a shape is channels x height x width");
        }
    }
}
