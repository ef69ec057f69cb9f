package org.itocheck.network.architecture;

import org.itocheck.network.data.ImageShape;

/**
 * A network as a list of layers, said once: {@link Layout} reads the shapes of its parameters from it, a library runs it.
 * <pre>{@code
 * record OneLayer(ImageShape input, int classes) implements Architecture {
 *     public String name() { return "OneLayer"; }
 *     public <T> T logits(Layers<T> layers, T images) { return layers.linear(images, "weights", classes, true); }
 * }
 * }</pre>
 */
public interface Architecture {
    /** A short name for messages and logs, for example {@code preresnet-20x16-bn}: all of it but images and classes. */
    String name();

    /** The shape of an image. */
    ImageShape input();

    /** The number of classes, at least 2. */
    int classes();

    /**
     * The layers from images to logits. Always the same calls in the same order: they name the parameters.
     *
     * @param layers what the layers are made with
     * @param images of shape [B][channels][height][width]
     * @return logits, shape [B][classes]
     */
    <T> T logits(Layers<T> layers, T images);
}
