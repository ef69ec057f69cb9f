package org.itocheck.network.data;

import org.itocheck.random.Seed;

/** Every place of every batch is uniform and independent of all others: what the theory assumes. An image may come twice in a batch. */
public final class WithReplacement implements BatchSampler {
    private static final int LARGEST_BATCH = 1 << 24;

    private final int samples;
    private final int batchSize;
    private final IndexDraws draws;

    /**
     * Batches under a seed.
     *
     * @param seed the seed of the run; the purpose is added here
     * @param samples the number of images, 1 to 2^24
     * @param batchSize B, 1 to 2^24; may exceed the number of images
     */
    public WithReplacement(Seed seed, int samples, int batchSize) {
        this.samples = samples;
        this.batchSize = batchSize;
        draws = new IndexDraws(seed, "batches/with-replacement", samples, batchSize, LARGEST_BATCH);
    }

    @Override
    public int samples() {
        return samples;
    }

    @Override
    public int batchSize() {
        return batchSize;
    }

    @Override
    public void batch(long step, int[] indices) {
        draws.check(step, indices);
        draws.start(step);
        for (int b = 0; b < batchSize; b++) {
            indices[b] = draws.next(samples);
        }
    }

    @Override
    public String toString() {
        return batchSize + " of " + samples + " with replacement";
    }
}
