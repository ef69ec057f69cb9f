package org.itocheck.objective;

import org.itocheck.random.NoiseRows;

/**
 * Steps along mini-batch gradients for a block of points, each of them contiguous in memory: for losses that are faster so than on rows of
 * lanes. Owned by one thread; allocates nothing after construction. A lane depends on that lane alone, bit for bit.
 */
public interface Descent {
    /**
     * Takes over the points.
     *
     * @param x shape [d][lanes], not changed
     */
    void load(double[][] x);

    /**
     * What a step does: {@code x <- decay x - size (m_1 g_1(x) + m_2 g_2(x) + ...)}, with fresh mini-batch gradients at the old x.
     *
     * @param decay what is left of the point, 1 - h lambda
     * @param size h
     * @param mixture m, one number for each gradient
     */
    record Step(double decay, double size, double... mixture) {}

    /**
     * One step for each point.
     *
     * @param noise the only source of randomness; it is asked for the same as by one {@link Evaluator#sampleGradient} after the other
     */
    void step(NoiseRows noise);

    /**
     * Gives the points back.
     *
     * @param x shape [d][lanes], overwritten
     */
    void store(double[][] x);
}
