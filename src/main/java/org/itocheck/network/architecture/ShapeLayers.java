package org.itocheck.network.architecture;

import java.util.ArrayList;
import java.util.List;

/** Layers that compute nothing but shapes, and write down the parameters. */
final class ShapeLayers implements Layers<Features> {
    private final List<Parameter> parameters = new ArrayList<>();
    private boolean couplesSamples;

    List<Parameter> parameters() {
        return parameters;
    }

    boolean couplesSamples() {
        return couplesSamples;
    }

    @Override
    public Features convolution(Features input, Convolution c) {
        int inputs = input.channels() * c.kernel() * c.kernel();
        declare(
                c.name() + ".weight",
                c.group(),
                List.of(c.out(), input.channels(), c.kernel(), c.kernel()),
                2.0 / inputs);
        if (c.bias()) {
            declare(c.name() + ".bias", c.name() + ".bias", List.of(c.out()), 0);
        }
        return new Features(c.out(), strided(input.height(), c.stride()), strided(input.width(), c.stride()));
    }

    @Override
    public Features linear(Features input, String name, int out, boolean bias) {
        declare(name + ".weight", name + ".weight", List.of(out, input.size()), 1.0 / input.size());
        if (bias) {
            declare(name + ".bias", name + ".bias", List.of(out), 0);
        }
        return Features.flat(out);
    }

    @Override
    public Features fixedLinear(Features input, int out) {
        return Features.flat(out);
    }

    @Override
    public Features normalise(Features input, String name, Normaliser normaliser) {
        if (normaliser.kind() == Normaliser.Kind.GROUP) {
            checkGroups(input, name, normaliser);
        }
        couplesSamples |= normaliser.kind() == Normaliser.Kind.BATCH;
        if (normaliser.affine()) {
            parameters.add(new Parameter(name + ".factor", name + ".factor", 0, List.of(input.channels()), 1, 0));
            declare(name + ".summand", name + ".summand", List.of(input.channels()), 0);
        }
        return input;
    }

    @Override
    public Features activate(Features input, Activation activation) {
        return input;
    }

    @Override
    public Features add(Features a, Features b) {
        if (!a.equals(b)) {
            throw new IllegalArgumentException(
                    "add has " + a + " and " + b + ", expected one shape; convolve one of them first");
        }
        return a;
    }

    @Override
    public Features maxPool(Features input) {
        if (input.height() < 2 || input.width() < 2) {
            throw new IllegalArgumentException(
                    "maxPool has " + input + ", expected at least 2 x 2 pixels; give larger images, or fewer layers");
        }
        return new Features(input.channels(), input.height() / 2, input.width() / 2);
    }

    @Override
    public Features mean(Features input) {
        return Features.flat(input.channels());
    }

    private void declare(String name, String group, List<Integer> shape, double variance) {
        parameters.add(new Parameter(name, group, 0, shape, 0, Math.sqrt(variance)));
    }

    private static void checkGroups(Features input, String name, Normaliser normaliser) {
        if (input.channels() % normaliser.groups() != 0) {
            throw new IllegalArgumentException("groups is " + normaliser.groups() + " in " + name + ", which has "
                    + input.channels() + " channels; use a divisor of it");
        }
        if (input.size() == normaliser.groups()) {
            throw new IllegalArgumentException("groups is " + normaliser.groups() + " in " + name + ", which has "
                    + input + " numbers, so that every group is one number and its variance 0; use fewer groups");
        }
        if (input.size() == 2 * normaliser.groups() && normaliser.epsilon() == 0) {
            throw new IllegalArgumentException("groups is " + normaliser.groups() + " in " + name + ", which has "
                    + input
                    + " numbers, so that every group is two numbers, which become 1 and -1 whatever the weights;"
                    + " use fewer groups");
        }
    }

    private static int strided(int side, int stride) {
        return (side - 1) / stride + 1;
    }
}
