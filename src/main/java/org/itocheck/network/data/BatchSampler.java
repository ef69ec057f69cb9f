package org.itocheck.network.data;

/**
 * Which images are in the mini-batch of a step: a function of the seed and the step, whatever was asked before, so that a resumed run goes
 * on as it would have. Owned by one thread; allocates nothing after construction.
 */
public interface BatchSampler {
    /** How many images there are. */
    int samples();

    /** How many of them are in a batch. */
    int batchSize();

    /** How many steps make an epoch: the whole batches that fit into the images, at least 1. */
    default int stepsPerEpoch() {
        return Math.max(1, samples() / batchSize());
    }

    /** The epoch of a step, from 0. */
    default long epoch(long step) {
        return step / stepsPerEpoch();
    }

    /**
     * The mini-batch of a step.
     *
     * @param step 0 to 2^32 - 1
     * @param indices where the indices go, each 0 to {@code samples() - 1}, shape [batchSize]
     * @throws IllegalArgumentException if the step is out of range or the array has another length
     */
    void batch(long step, int[] indices);
}
