package org.itocheck.network.data;

import org.itocheck.random.KeyedRows;
import org.itocheck.random.Seed;

/** Uniform indices from keyed streams, and the checks that all samplers share. */
final class IndexDraws {
    private static final int MOST_SAMPLES = 1 << 24;
    private static final long MOST_STEPS = 1L << 32;

    private final Seed seed;
    private final int batchSize;
    private final KeyedRows rows = new KeyedRows(1);
    private final int[] cell = new int[1];

    /**
     * Draws for batches of a size.
     *
     * @param most the largest batch size that makes sense
     */
    IndexDraws(Seed seed, String purpose, int samples, int batchSize, int most) {
        if (samples < 1 || samples > MOST_SAMPLES) {
            throw new IllegalArgumentException("samples is " + samples + ", expected 1 to " + MOST_SAMPLES
                    + " = 2^24; use the size of the images");
        }
        if (batchSize < 1 || batchSize > most) {
            throw new IllegalArgumentException("batchSize is " + batchSize + ", expected 1 to " + most
                    + (most == samples ? ", the number of images" : ""));
        }
        this.seed = seed.forPurpose(purpose);
        this.batchSize = batchSize;
    }

    /** Goes to the stream of a step or an epoch. */
    void start(long place) {
        rows.start(seed, place);
    }

    /** The next index, 0 to {@code bound - 1}. */
    int next(int bound) {
        rows.index(bound, cell);
        return cell[0];
    }

    void check(long step, int[] indices) {
        if (step < 0 || step >= MOST_STEPS) {
            throw new IllegalArgumentException("step is " + step + ", expected 0 to " + (MOST_STEPS - 1));
        }
        if (indices.length != batchSize) {
            throw new IllegalArgumentException(
                    "indices has " + indices.length + " entries, the batch size is " + batchSize + "; make it as long");
        }
    }
}
