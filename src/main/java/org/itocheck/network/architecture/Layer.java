package org.itocheck.network.architecture;

import java.util.List;

/**
 * One layer of a network, to be read by people.
 *
 * @param name of its parameters; empty where it can have none
 * @param kind for example {@code convolution 3 x 3, stride 2}, {@code gn8} or {@code mean over pixels}
 * @param output the shape of what it makes of one image, channels x height x width
 * @param parameters how many of its own it trains
 */
public record Layer(String name, String kind, String output, int parameters) {
    /**
     * The layers from image to logits. Activations and sums are left out.
     *
     * @throws IllegalArgumentException if the layers do not fit together
     */
    public static List<Layer> of(Architecture architecture) {
        LayerList list = new LayerList();
        architecture.logits(list, Features.of(architecture.input()));
        return list.layers();
    }
}
