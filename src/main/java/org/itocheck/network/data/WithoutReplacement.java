package org.itocheck.network.data;

import org.itocheck.random.Seed;

/**
 * Every batch is a uniform set of different images in uniform order, independent of all other batches: its gradient has the variance of
 * sampling with replacement times (n - B)/(n - 1).
 */
public final class WithoutReplacement implements BatchSampler {
    private final int batchSize;
    private final IndexDraws draws;
    /** 0, 1, ..., n - 1 between two calls. */
    private final int[] urn;

    private final int[] swaps;

    /**
     * Batches under a seed.
     *
     * @param seed the seed of the run; the purpose is added here
     * @param samples the number of images, 1 to 2^24
     * @param batchSize B, 1 to {@code samples}
     */
    public WithoutReplacement(Seed seed, int samples, int batchSize) {
        this.batchSize = batchSize;
        draws = new IndexDraws(seed, "batches/without-replacement", samples, batchSize, samples);
        urn = new int[samples];
        Shuffled.putInOrder(urn);
        swaps = new int[batchSize];
    }

    @Override
    public int samples() {
        return urn.length;
    }

    @Override
    public int batchSize() {
        return batchSize;
    }

    /** {@inheritDoc} The first B steps of a shuffle, undone afterwards: work proportional to B. */
    @Override
    public void batch(long step, int[] indices) {
        draws.check(step, indices);
        draws.start(step);
        for (int b = 0; b < batchSize; b++) {
            swaps[b] = b + draws.next(urn.length - b);
            Shuffled.swap(urn, b, swaps[b]);
            indices[b] = urn[b];
        }
        for (int b = batchSize - 1; b >= 0; b--) {
            Shuffled.swap(urn, b, swaps[b]);
        }
    }

    @Override
    public String toString() {
        return batchSize + " of " + urn.length + " without replacement";
    }
}
