package org.itocheck.network.data;

import java.util.Arrays;

/**
 * From bytes to the numbers a network reads: (p/255 - mean) / deviation, channel by channel.
 *
 * @param mean in units of p/255, shape [channels]
 * @param deviation the standard deviation in units of p/255, above 0, shape [channels]
 */
public record Normalisation(double[] mean, double[] deviation) {
    private static final int WHITE = 255;

    /** Checks and copies both. */
    public Normalisation {
        if (mean.length == 0 || mean.length != deviation.length) {
            throw new IllegalArgumentException("mean has " + mean.length + " channels, deviation has "
                    + deviation.length + "; give as many of both, at least one");
        }
        for (int c = 0; c < mean.length; c++) {
            if (!Double.isFinite(mean[c])) {
                throw new IllegalArgumentException("mean[" + c + "] is " + mean[c] + ", expected a finite number");
            }
            if (!(deviation[c] > 0) || !Double.isFinite(deviation[c])) {
                throw new IllegalArgumentException("deviation[" + c + "] is " + deviation[c]
                        + ", expected a finite number above 0; a constant channel cannot be normalised");
            }
        }
        mean = mean.clone();
        deviation = deviation.clone();
    }

    /**
     * The mean and the standard deviation (over n) of all pixels of each channel. From integer sums, so that the order of the images does
     * not enter.
     *
     * @param images the training images
     * @throws IllegalArgumentException if a channel is constant
     */
    public static Normalisation of(ImageSet images) {
        int channels = images.shape().channels();
        int area = images.shape().area();
        long[] sums = new long[channels];
        long[] squares = new long[channels];
        byte[] image = new byte[images.shape().size()];
        for (int i = 0; i < images.size(); i++) {
            images.copyPixels(i, image);
            for (int k = 0; k < image.length; k++) {
                int p = image[k] & 0xFF;
                sums[k / area] += p;
                squares[k / area] += (long) p * p;
            }
        }
        double count = (double) images.size() * area;
        double[] mean = new double[channels];
        double[] deviation = new double[channels];
        for (int c = 0; c < channels; c++) {
            double m = sums[c] / count;
            mean[c] = m / WHITE;
            deviation[c] = Math.sqrt(squares[c] / count - m * m) / WHITE;
        }
        return new Normalisation(mean, deviation);
    }

    /** Nothing but the division by 255: values from 0 to 1. */
    public static Normalisation none(int channels) {
        double[] ones = new double[channels];
        Arrays.fill(ones, 1);
        return new Normalisation(new double[channels], ones);
    }

    /** The number of channels. */
    public int channels() {
        return mean.length;
    }

    @Override
    public double[] mean() {
        return mean.clone();
    }

    @Override
    public double[] deviation() {
        return deviation.clone();
    }

    /**
     * Checks that this is for images like these.
     *
     * @throws IllegalArgumentException if the numbers of channels differ
     */
    public void requireChannelsOf(ImageSet images) {
        if (channels() != images.shape().channels()) {
            throw new IllegalArgumentException("normalisation has " + channels() + " channels, " + images.name()
                    + " has images of " + images.shape() + "; use Normalisation.of(images)");
        }
    }

    /** The normalised value of every byte, shape [channels][256]. */
    double[][] table() {
        double[][] table = new double[mean.length][WHITE + 1];
        for (int c = 0; c < mean.length; c++) {
            for (int p = 0; p <= WHITE; p++) {
                table[c][p] = ((double) p / WHITE - mean[c]) / deviation[c];
            }
        }
        return table;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Normalisation that
                && Arrays.equals(mean, that.mean)
                && Arrays.equals(deviation, that.deviation);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(mean) + Arrays.hashCode(deviation);
    }

    @Override
    public String toString() {
        return "Normalisation[mean=" + Arrays.toString(mean) + ", deviation=" + Arrays.toString(deviation) + "]";
    }
}
