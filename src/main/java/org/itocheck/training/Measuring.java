package org.itocheck.training;

/**
 * When a run writes down where it stands, and on how much.
 *
 * @param every epochs between two lines of the log, above 0; the first is before the first step, the last after the last
 * @param trainImages on how many training images, from the first, loss and accuracy are measured; at least 1, more than there are is all
 * @param noiseFrom from which epoch on, exclusive, G_t and N_t are measured with each line
 * @param noiseTo to which epoch, inclusive; not above {@code noiseFrom} for never
 * @param noiseBatches from how many mini-batches, at least 2; 0 for max(200, 50000/B) as in the paper
 */
public record Measuring(double every, int trainImages, double noiseFrom, double noiseTo, int noiseBatches) {
    /** Batches for G_t and N_t are at least as many. */
    static final int FEWEST_NOISE_BATCHES = 200;
    /** And in all have as many images as CIFAR has. */
    static final int NOISE_IMAGES = 50_000;

    /** Checks every argument. */
    public Measuring {
        if (!(every > 0) || Double.isInfinite(every)) {
            throw new IllegalArgumentException("every is " + every + ", expected epochs above 0, for example 1");
        }
        if (trainImages < 1) {
            throw new IllegalArgumentException("trainImages is " + trainImages + ", expected at least 1");
        }
        if (!(noiseFrom >= 0) || !(noiseTo >= 0)) {
            throw new IllegalArgumentException("noise is measured from epoch " + noiseFrom + " to " + noiseTo
                    + ", expected numbers of at least 0");
        }
        if (noiseBatches < 0 || noiseBatches == 1) {
            throw new IllegalArgumentException(
                    "noiseBatches is " + noiseBatches + ", expected at least 2, or 0 for max(200, 50000/B)");
        }
    }

    /** Once in so many epochs, on all training images, without G_t and N_t. */
    public static Measuring every(double epochs) {
        return new Measuring(epochs, Integer.MAX_VALUE, 0, 0, 0);
    }

    /** On fewer training images. */
    public Measuring onTrainImages(int count) {
        return new Measuring(every, count, noiseFrom, noiseTo, noiseBatches);
    }

    /**
     * With G_t = |E g|^2 and N_t = tr Cov g of mini-batch gradients g, from max(200, 50000/B) batches each time.
     *
     * @param from epoch, exclusive
     * @param to epoch, inclusive
     * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), Appendix E.2</a>
     */
    public Measuring noise(double from, double to) {
        if (!(to > from)) {
            throw new IllegalArgumentException(
                    "noise is measured from epoch " + from + " to " + to + ", expected from < to");
        }
        return new Measuring(every, trainImages, from, to, noiseBatches);
    }

    /** With G_t and N_t from another number of mini-batches. */
    public Measuring noiseBatches(int count) {
        return new Measuring(every, trainImages, noiseFrom, noiseTo, count);
    }

    boolean noiseAt(double epoch) {
        return epoch > noiseFrom && epoch <= noiseTo;
    }

    int noiseBatchesOf(int batchSize) {
        return noiseBatches > 0 ? noiseBatches : Math.max(FEWEST_NOISE_BATCHES, NOISE_IMAGES / batchSize);
    }
}
