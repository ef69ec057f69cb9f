package org.itocheck.network.architecture;

import java.util.List;
import org.itocheck.network.data.ImageShape;

/**
 * Convolutions in five stages, each followed by a normaliser and ReLU, halved after each stage, and one linear layer: VGG without its fully
 * connected layers, as for CIFAR.
 *
 * @param input the shape of an image, at least 32 x 32 pixels
 * @param classes the number of classes
 * @param depth 16 or 19
 * @param width channels of the first stage, usually 64; the others have 2, 4, 8 and 8 times as many
 * @param normaliser after each convolution; where there is none, convolutions have a bias
 * @param fixedHead whether the last layer is fixed and not trained
 * @see <a href="https://arxiv.org/abs/1409.1556">Simonyan, Zisserman (2015)</a>
 */
public record Vgg(ImageShape input, int classes, int depth, int width, Normaliser normaliser, boolean fixedHead)
        implements Architecture {
    private static final List<Integer> FACTORS = List.of(1, 2, 4, 8, 8);
    private static final int SMALLEST_SIDE = 32;

    /** Checks depth, width and input. */
    public Vgg {
        if (depth != 16 && depth != 19) {
            throw new IllegalArgumentException("depth is " + depth + ", expected 16 or 19");
        }
        if (width < 1) {
            throw new IllegalArgumentException("width is " + width + ", expected at least 1; 64 is usual");
        }
        if (Math.min(input.height(), input.width()) < SMALLEST_SIDE) {
            throw new IllegalArgumentException("input is " + input + ", which five halvings leave nothing of; VGG needs"
                    + " at least 32 x 32 pixels");
        }
    }

    /** The usual form. */
    public static Vgg of(ImageShape input, int classes, int depth, int width, Normaliser normaliser) {
        return new Vgg(input, classes, depth, width, normaliser, false);
    }

    /** The paper's form: last layer fixed, normalisers without affine part and with epsilon 0. */
    public Vgg scaleInvariant() {
        return new Vgg(input, classes, depth, width, normaliser.scaleInvariant(), true);
    }

    @Override
    public String name() {
        String size = "vgg-" + depth + "x" + width;
        return ArchitectureName.of(size, normaliser, equals(scaleInvariant()), fixedHead ? "-fixed" : "");
    }

    @Override
    public <T> T logits(Layers<T> layers, T images) {
        T x = images;
        for (int stage = 0; stage < FACTORS.size(); stage++) {
            for (int i = 0; i < convolutions(stage); i++) {
                String name = "stage" + (stage + 1) + ".conv" + i;
                int channels = width * FACTORS.get(stage);
                boolean bias = !normaliser.present();
                x = layers.convolution(x, new Convolution(name, name + ".weight", channels, 3, 1, bias));
                x = layers.activate(layers.normalise(x, name + ".norm", normaliser), Activation.RELU);
            }
            x = layers.maxPool(x);
        }
        return fixedHead ? layers.fixedLinear(x, classes) : layers.linear(x, "head", classes, true);
    }

    private int convolutions(int stage) {
        return stage < 2 ? 2 : depth == 16 ? 3 : 4;
    }
}
