package org.itocheck.network.architecture;

import org.itocheck.network.data.ImageShape;

/**
 * The residual network with activations before the convolutions (He et al. 2016), three stages of n blocks of two convolutions.
 * <p>In the usual form a shortcut that changes the shape convolves the sum as it comes. In the paper's scale-invariant form
 * the last layer is fixed, normalisers have no affine part and epsilon 0, and such shortcuts are normalised first: otherwise the sum would be
 * of degree two in the weights beside a branch of degree one. Weights of one stage that write to one sum are one group
 * ({@code stage1.sum}): scaled together they change nothing; one alone does.
 *
 * @param input the shape of an image
 * @param classes the number of classes
 * @param depth 6n + 2, for example 8, 20, 32
 * @param width channels of the first stage; the others have twice and four times as many
 * @param normaliser before each activation; where there is none, convolutions have a bias
 * @param normalisedShortcuts whether shortcuts that change the shape are normalised first
 * @param fixedHead whether the last layer is fixed and not trained
 * @see <a href="https://arxiv.org/abs/1603.05027">He, Zhang, Ren, Sun (2016)</a>
 * @see <a href="https://arxiv.org/abs/1910.07454">Li, Arora (2020), Appendix C</a>
 */
public record PreResNet(
        ImageShape input,
        int classes,
        int depth,
        int width,
        Normaliser normaliser,
        boolean normalisedShortcuts,
        boolean fixedHead)
        implements Architecture {
    private static final int STAGES = 3;

    /** Checks depth and width. */
    public PreResNet {
        check(depth, width);
    }

    /** The usual form. */
    public static PreResNet of(ImageShape input, int classes, int depth, int width, Normaliser normaliser) {
        return new PreResNet(input, classes, depth, width, normaliser, false, false);
    }

    /** The paper's form: last layer fixed, normalisers without affine part and with epsilon 0, also on shortcuts. */
    public PreResNet scaleInvariant() {
        return new PreResNet(input, classes, depth, width, normaliser.scaleInvariant(), true, true);
    }

    @Override
    public String name() {
        String size = "preresnet-" + depth + "x" + width;
        String parts = (normalisedShortcuts ? "-shortcuts" : "") + (fixedHead ? "-fixed" : "");
        return ArchitectureName.of(size, normaliser, equals(scaleInvariant()), parts);
    }

    @Override
    public <T> T logits(Layers<T> layers, T images) {
        T x = layers.convolution(images, convolution("stem", sum(0), width, 3, 1));
        for (int stage = 0; stage < STAGES; stage++) {
            for (int block = 0; block < (depth - 2) / 6; block++) {
                x = block(layers, x, stage, block);
            }
        }
        x = layers.activate(layers.normalise(x, "norm", normaliser), Activation.RELU);
        x = layers.mean(x);
        return fixedHead ? layers.fixedLinear(x, classes) : layers.linear(x, "head", classes, true);
    }

    private <T> T block(Layers<T> layers, T x, int stage, int block) {
        String name = "stage" + (stage + 1) + ".block" + block;
        int channels = width << stage;
        boolean changes = stage > 0 && block == 0;
        int stride = changes ? 2 : 1;
        T normal = layers.normalise(x, name + ".norm1", normaliser);
        T y = layers.activate(normal, Activation.RELU);
        y = layers.convolution(y, convolution(name + ".conv1", name + ".conv1.weight", channels, 3, stride));
        y = layers.activate(layers.normalise(y, name + ".norm2", normaliser), Activation.RELU);
        y = layers.convolution(y, convolution(name + ".conv2", sum(stage), channels, 3, 1));
        if (!changes) {
            return layers.add(y, x);
        }
        T source = normalisedShortcuts ? normal : x;
        return layers.add(
                y, layers.convolution(source, convolution(name + ".shortcut", sum(stage), channels, 1, stride)));
    }

    private Convolution convolution(String name, String group, int out, int kernel, int stride) {
        return new Convolution(name, group, out, kernel, stride, !normaliser.present());
    }

    static void check(int depth, int width) {
        if (depth < 8 || (depth - 2) % 6 != 0) {
            throw new IllegalArgumentException("depth is " + depth + ", expected 6n + 2: 8, 14, 20, 26, 32, ...");
        }
        if (width < 1) {
            throw new IllegalArgumentException("width is " + width + ", expected at least 1; 16 is usual");
        }
    }

    private static String sum(int stage) {
        return "stage" + (stage + 1) + ".sum";
    }
}
