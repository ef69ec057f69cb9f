package org.itocheck.network.data;

import org.itocheck.random.Seed;

/**
 * Every epoch goes through all images once, in a new uniform order, batch after batch; the rest that does not fill a batch is dropped. What
 * most training programs do, the paper's among them. Batches of an epoch are not independent.
 */
public final class Shuffled implements BatchSampler {
    private static final long NONE = -1;

    private final int batchSize;
    private final IndexDraws draws;
    private final int[] order;
    private long shuffledEpoch = NONE;

    /**
     * Batches under a seed.
     *
     * @param seed the seed of the run; the purpose is added here
     * @param samples the number of images, 1 to 2^24
     * @param batchSize B, 1 to {@code samples}
     */
    public Shuffled(Seed seed, int samples, int batchSize) {
        this.batchSize = batchSize;
        draws = new IndexDraws(seed, "batches/shuffled", samples, batchSize, samples);
        order = new int[samples];
    }

    @Override
    public int samples() {
        return order.length;
    }

    @Override
    public int batchSize() {
        return batchSize;
    }

    /** {@inheritDoc} Shuffles once an epoch; going back and forth between epochs shuffles each time. */
    @Override
    public void batch(long step, int[] indices) {
        draws.check(step, indices);
        if (epoch(step) != shuffledEpoch) {
            shuffle(epoch(step));
        }
        int place = (int) (step % stepsPerEpoch());
        System.arraycopy(order, place * batchSize, indices, 0, batchSize);
    }

    /** Fisher and Yates, from the images in order, so that the order of an epoch hangs on no other. */
    private void shuffle(long epoch) {
        putInOrder(order);
        draws.start(epoch);
        for (int i = order.length - 1; i > 0; i--) {
            swap(order, i, draws.next(i + 1));
        }
        shuffledEpoch = epoch;
    }

    static void putInOrder(int[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
    }

    static void swap(int[] values, int i, int j) {
        int value = values[i];
        values[i] = values[j];
        values[j] = value;
    }

    @Override
    public String toString() {
        return batchSize + " of " + order.length + " shuffled";
    }
}
