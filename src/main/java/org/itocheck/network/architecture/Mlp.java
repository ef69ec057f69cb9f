package org.itocheck.network.architecture;

import java.util.List;
import java.util.stream.Collectors;
import org.itocheck.network.data.ImageShape;

/**
 * Matrices with activations between, each hidden one followed by a normaliser.
 *
 * @param input the shape of an image
 * @param classes the number of classes
 * @param hidden the widths of the hidden layers, possibly none
 * @param activation between the layers
 * @param normaliser before each activation; where there is none, hidden layers have a bias
 * @param fixedHead whether the last layer is fixed and not trained
 */
public record Mlp(
        ImageShape input,
        int classes,
        List<Integer> hidden,
        Activation activation,
        Normaliser normaliser,
        boolean fixedHead)
        implements Architecture {
    /** Checks widths. */
    public Mlp {
        hidden = List.copyOf(hidden);
        if (hidden.stream().anyMatch(width -> width < 1)) {
            throw new IllegalArgumentException("hidden is " + hidden + ", expected widths of at least 1");
        }
        if (fixedHead && hidden.isEmpty()) {
            throw new IllegalArgumentException("hidden is empty with a fixed last layer: nothing is left to train");
        }
    }

    /** Without normaliser, with ReLU and a trained last layer. */
    public static Mlp of(ImageShape input, int classes, Integer... hidden) {
        return new Mlp(input, classes, List.of(hidden), Activation.RELU, Normaliser.NONE, false);
    }

    /** With another activation. */
    public Mlp with(Activation newActivation) {
        return new Mlp(input, classes, hidden, newActivation, normaliser, fixedHead);
    }

    /** With another normaliser. */
    public Mlp with(Normaliser newNormaliser) {
        return new Mlp(input, classes, hidden, activation, newNormaliser, fixedHead);
    }

    /** The paper's form: last layer fixed, normalisers without affine part and with epsilon 0. */
    public Mlp scaleInvariant() {
        return new Mlp(input, classes, hidden, activation, normaliser.scaleInvariant(), true);
    }

    @Override
    public String name() {
        String widths = hidden.stream().map(width -> "-" + width).collect(Collectors.joining());
        String size = "mlp" + widths + (activation == Activation.TANH ? "-tanh" : "");
        return ArchitectureName.of(size, normaliser, fixedHead && equals(scaleInvariant()), fixedHead ? "-fixed" : "");
    }

    @Override
    public <T> T logits(Layers<T> layers, T images) {
        T x = images;
        for (int i = 0; i < hidden.size(); i++) {
            x = layers.linear(x, "hidden" + i, hidden.get(i), !normaliser.present());
            x = layers.activate(layers.normalise(x, "hidden" + i + ".norm", normaliser), activation);
        }
        return fixedHead ? layers.fixedLinear(x, classes) : layers.linear(x, "head", classes, true);
    }
}
