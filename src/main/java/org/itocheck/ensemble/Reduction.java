package org.itocheck.ensemble;

/**
 * What becomes of the values of one chunk. The working memory of one thread.
 *
 * @param <R> what is left of a chunk
 */
@FunctionalInterface
interface Reduction<R> {
    /**
     * @param values shape [K][observables][CHUNK], or [0] at checkpoints that are not watched, in trajectory order; may be overwritten
     * @param count how many trajectories of the chunk there are
     */
    R reduce(double[][][] values, int count);
}
