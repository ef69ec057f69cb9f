package org.itocheck.network.architecture;

/**
 * The layers an {@link Architecture} is made of.
 *
 * @param <T> what flows between layers: a tensor where a network runs, shapes where only its parameters are counted
 */
public interface Layers<T> {
    /**
     * A convolution with zero padding of half the kernel.
     *
     * @param input shape [B][channels][height][width]
     * @param convolution its parameters
     * @return shape [B][out][ceil(height / stride)][ceil(width / stride)]
     */
    T convolution(T input, Convolution convolution);

    /**
     * A matrix on all values of an image.
     *
     * @param name of its parameters, no other layer's
     * @param out how many numbers it gives, at least 1
     * @param bias whether it adds a vector
     * @return shape [B][out]
     */
    T linear(T input, String name, int out, boolean bias);

    /**
     * A matrix that is not trained and no part of the parameters: Gaussian of variance 1/in, the same in every network of this shape.
     *
     * @param out how many numbers it gives, at least 1
     * @return shape [B][out]
     */
    T fixedLinear(T input, int out);

    /**
     * A normaliser; {@link Normaliser#NONE} does nothing.
     *
     * @param name of its parameters, if it has any
     */
    T normalise(T input, String name, Normaliser normaliser);

    /** An activation, number by number. */
    T activate(T input, Activation activation);

    /** The sum of two of one shape. */
    T add(T a, T b);

    /** The largest of every 2 x 2 pixels. */
    T maxPool(T input);

    /** The mean over the pixels: shape [B][channels]. */
    T mean(T input);
}
