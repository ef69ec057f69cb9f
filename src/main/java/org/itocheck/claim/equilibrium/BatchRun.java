package org.itocheck.claim.equilibrium;

/**
 * SGD in equilibrium at one batch size.
 *
 * @param batchSize B, at least 1
 * @param process SGD with mini-batches of that size
 */
public record BatchRun(int batchSize, StationaryProcess process) {
    /** Checks the batch size. */
    public BatchRun {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize is " + batchSize + ", expected at least 1");
        }
    }
}
