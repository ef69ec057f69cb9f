package org.itocheck.network.architecture;

import java.util.ArrayList;
import java.util.List;

/** Layers that compute nothing but shapes, and write down what they are. */
final class LayerList implements Layers<Features> {
    private final ShapeLayers shapes = new ShapeLayers();
    private final List<Layer> layers = new ArrayList<>();
    private int counted;

    List<Layer> layers() {
        return List.copyOf(layers);
    }

    @Override
    public Features convolution(Features input, Convolution c) {
        String stride = c.stride() == 1 ? "" : ", stride " + c.stride();
        return add(c.name(), "convolution " + c.kernel() + " x " + c.kernel() + stride, shapes.convolution(input, c));
    }

    @Override
    public Features linear(Features input, String name, int out, boolean bias) {
        return add(name, "linear", shapes.linear(input, name, out, bias));
    }

    @Override
    public Features fixedLinear(Features input, int out) {
        return add("", "linear, fixed", shapes.fixedLinear(input, out));
    }

    @Override
    public Features normalise(Features input, String name, Normaliser normaliser) {
        Features output = shapes.normalise(input, name, normaliser);
        return normaliser.present() ? add(normaliser.affine() ? name : "", normaliser.label(), output) : output;
    }

    @Override
    public Features activate(Features input, Activation activation) {
        return input;
    }

    @Override
    public Features add(Features a, Features b) {
        return shapes.add(a, b);
    }

    @Override
    public Features maxPool(Features input) {
        return add("", "largest of 2 x 2", shapes.maxPool(input));
    }

    @Override
    public Features mean(Features input) {
        return add("", "mean over pixels", shapes.mean(input));
    }

    private Features add(String name, String kind, Features output) {
        int parameters = shapes.parameters().stream().mapToInt(Parameter::size).reduce(0, Math::addExact);
        layers.add(new Layer(name, kind, output.toString(), parameters - counted));
        counted = parameters;
        return output;
    }
}
