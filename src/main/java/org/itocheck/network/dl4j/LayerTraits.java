package org.itocheck.network.dl4j;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.layers.FrozenLayer;
import org.deeplearning4j.nn.layers.FrozenLayerWithBackprop;

/** What is asked of a layer of DL4J in more than one place. */
final class LayerTraits {
    private LayerTraits() {}

    /** The name it was given, or its place. */
    static String name(Layer layer, int index) {
        String given = layer.conf().getLayer().getLayerName();
        return given == null ? "layer" + index : given;
    }

    /** A frozen layer keeps its parameters and runs as if it was not trained: without dropout, with running statistics. */
    static boolean frozen(Layer layer) {
        return layer instanceof FrozenLayer || layer instanceof FrozenLayerWithBackprop;
    }
}
