package org.itocheck.objective;

import org.itocheck.random.NoiseRows;

/**
 * The loss on a block of lanes, with working memory of one thread. States and gradients have shape [d][lanes]: one row for each coordinate;
 * column j is the j-th point. No method allocates; none keeps its arguments.
 * <p>The results for a lane depend on that lane alone, bit for bit, whatever the number of lanes.
 */
public interface Evaluator {
    /**
     * One mini-batch gradient for each lane.
     *
     * @param x points, shape [d][lanes], not changed
     * @param noise the only source of randomness
     * @param gradient result, shape [d][lanes], overwritten
     */
    void sampleGradient(double[][] x, NoiseRows noise, double[][] gradient);

    /**
     * The full gradient grad L.
     *
     * @throws MissingCapabilityException if the loss does not know it
     */
    default void gradient(double[][] x, double[][] gradient) {
        throw new MissingCapabilityException("gradient");
    }

    /**
     * Gaussian noise of the covariance of one mini-batch gradient: S(x)^(1/2) z with z ~ N(0, I), for any factor of S.
     *
     * @throws MissingCapabilityException if the loss does not know its covariance
     */
    default void sampleDiffusion(double[][] x, NoiseRows noise, double[][] out) {
        throw new MissingCapabilityException("covariance");
    }

    /** Both at once, for losses where one pass gives the two; the same numbers as one call after the other. */
    default void gradientAndDiffusion(double[][] x, NoiseRows noise, double[][] gradient, double[][] diffusion) {
        gradient(x, gradient);
        sampleDiffusion(x, noise, diffusion);
    }

    /**
     * {@code diffusion S(x)^(1/2) z - drift grad L}, the change of one step of an SDE, for losses where one pass gives the two together: half
     * of the work. The draws are those of {@link #sampleDiffusion}, the numbers the same up to rounding.
     *
     * @param out result, shape [d][lanes], overwritten
     * @return false, with nothing drawn and nothing written, for every other loss
     */
    default boolean sampleChange(double[][] x, NoiseRows noise, double drift, double diffusion, double[][] out) {
        return false;
    }

    /**
     * The Hessian of L at x times v.
     *
     * @param x points, shape [d][lanes], not changed
     * @param v one direction for each lane, shape [d][lanes], not changed
     * @param out result, shape [d][lanes], overwritten; neither x nor v
     * @throws MissingCapabilityException if the loss does not know its second derivatives
     */
    default void hessianProduct(double[][] x, double[][] v, double[][] out) {
        throw new MissingCapabilityException("hessianProduct");
    }

    /**
     * The loss L.
     *
     * @param out result, shape [lanes], overwritten
     * @throws MissingCapabilityException if the loss does not know its value
     */
    default void value(double[][] x, double[] out) {
        throw new MissingCapabilityException("value");
    }
}
