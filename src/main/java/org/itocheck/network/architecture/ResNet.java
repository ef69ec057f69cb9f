package org.itocheck.network.architecture;

import org.itocheck.network.data.ImageShape;

/**
 * The residual network with activations after the convolutions (He et al. 2015), three stages of n blocks of two convolutions. Every
 * convolution, also that of a shortcut, is followed by a normaliser.
 *
 * @param input the shape of an image
 * @param classes the number of classes
 * @param depth 6n + 2, for example 8, 20, 32
 * @param width channels of the first stage; the others have twice and four times as many
 * @param normaliser after each convolution; where there is none, convolutions have a bias
 * @param fixedHead whether the last layer is fixed and not trained
 * @see <a href="https://arxiv.org/abs/1512.03385">He, Zhang, Ren, Sun (2015)</a>
 */
public record ResNet(ImageShape input, int classes, int depth, int width, Normaliser normaliser, boolean fixedHead)
        implements Architecture {
    private static final int STAGES = 3;

    /** Checks depth and width. */
    public ResNet {
        PreResNet.check(depth, width);
    }

    /** The usual form. */
    public static ResNet of(ImageShape input, int classes, int depth, int width, Normaliser normaliser) {
        return new ResNet(input, classes, depth, width, normaliser, false);
    }

    /** The paper's form: last layer fixed, normalisers without affine part and with epsilon 0. */
    public ResNet scaleInvariant() {
        return new ResNet(input, classes, depth, width, normaliser.scaleInvariant(), true);
    }

    @Override
    public String name() {
        String size = "resnet-" + depth + "x" + width;
        return ArchitectureName.of(size, normaliser, equals(scaleInvariant()), fixedHead ? "-fixed" : "");
    }

    @Override
    public <T> T logits(Layers<T> layers, T images) {
        T x = layers.activate(normalised(layers, images, "stem", width, 3, 1), Activation.RELU);
        for (int stage = 0; stage < STAGES; stage++) {
            for (int block = 0; block < (depth - 2) / 6; block++) {
                x = block(layers, x, stage, block);
            }
        }
        x = layers.mean(x);
        return fixedHead ? layers.fixedLinear(x, classes) : layers.linear(x, "head", classes, true);
    }

    private <T> T block(Layers<T> layers, T x, int stage, int block) {
        String name = "stage" + (stage + 1) + ".block" + block;
        int channels = width << stage;
        boolean changes = stage > 0 && block == 0;
        int stride = changes ? 2 : 1;
        T y = layers.activate(normalised(layers, x, name + ".conv1", channels, 3, stride), Activation.RELU);
        y = normalised(layers, y, name + ".conv2", channels, 3, 1);
        T shortcut = changes ? normalised(layers, x, name + ".shortcut", channels, 1, stride) : x;
        return layers.activate(layers.add(y, shortcut), Activation.RELU);
    }

    private <T> T normalised(Layers<T> layers, T x, String name, int channels, int kernel, int stride) {
        boolean bias = !normaliser.present();
        Convolution convolution = new Convolution(name, name + ".weight", channels, kernel, stride, bias);
        return layers.normalise(layers.convolution(x, convolution), name + ".norm", normaliser);
    }
}
