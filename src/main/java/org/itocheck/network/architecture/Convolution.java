package org.itocheck.network.architecture;

/**
 * A convolution with zero padding of half the kernel.
 *
 * @param name of its parameters, no other layer's
 * @param group which parameters lie side by side with these, because they are scale invariant together; the name if none
 * @param out channels it gives, at least 1
 * @param kernel side of the kernel, odd
 * @param stride 1 or more
 * @param bias whether it adds one number a channel
 */
public record Convolution(String name, String group, int out, int kernel, int stride, boolean bias) {
    /** Checks sizes. */
    public Convolution {
        if (out < 1 || stride < 1 || kernel < 1 || kernel % 2 == 0) {
            throw new IllegalArgumentException("convolution " + name + " has " + out + " channels, kernel " + kernel
                    + ", stride " + stride + "; expected at least 1 channel, an odd kernel, stride at least 1");
        }
    }
}
