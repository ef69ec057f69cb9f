package org.itocheck.network;

import java.util.List;
import org.itocheck.network.architecture.Activation;
import org.itocheck.network.architecture.Architecture;
import org.itocheck.network.architecture.Mlp;
import org.itocheck.network.architecture.Normaliser;
import org.itocheck.network.architecture.PreResNet;
import org.itocheck.network.architecture.ResNet;
import org.itocheck.network.data.Dataset;
import org.itocheck.network.data.ImageSet;
import org.itocheck.network.data.ImageShape;
import org.itocheck.network.torch.Precision;
import org.itocheck.network.torch.Torch;
import org.itocheck.network.torch.TorchDevice;
import org.itocheck.network.torch.TorchNetwork;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Named;

/** Small networks on few digits. */
public final class Networks {
    private static final ImageShape DIGIT = new ImageShape(1, 8, 8);
    private static final int CLASSES = 10;

    private Networks() {}

    /** Skips the test, with the reason, where the native library cannot be loaded. */
    public static void assumeTorch() {
        Torch.missing().ifPresent(problem -> Assumptions.abort("skipped: " + problem));
    }

    /** Skips the test, with the reason, where there is no GPU that the native library can use. */
    public static void assumeCuda() {
        assumeTorch();
        if (!Torch.hasCuda()) {
            Assumptions.abort("skipped: libtorch sees no GPU here; docs/gpu.md says what one needs");
        }
    }

    public static ImageSet digits(int count) {
        return Dataset.DIGITS.load().train().first(count);
    }

    public static Mlp mlp(Normaliser normaliser) {
        return new Mlp(DIGIT, CLASSES, List.of(8, 6), Activation.TANH, normaliser, false);
    }

    public static PreResNet preResNet(Normaliser normaliser) {
        return PreResNet.of(DIGIT, CLASSES, 8, 4, normaliser);
    }

    public static ResNet resNet(Normaliser normaliser) {
        return ResNet.of(DIGIT, CLASSES, 8, 4, normaliser);
    }

    /** For the names of tests. */
    public static Named<Architecture> named(Architecture architecture) {
        return Named.of(architecture.name(), architecture);
    }

    public static NetworkLoss loss(Architecture architecture, ImageSet images) {
        return NetworkLoss.of(new TorchNetwork(architecture, Precision.DOUBLE, TorchDevice.CPU), images);
    }

    /** Six images of 2 x 2 pixels in three classes. */
    public static ImageSet tinyImages() {
        ImageShape shape = new ImageShape(1, 2, 2);
        byte[] pixels = new byte[6 * shape.size()];
        int[] labels = new int[6];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 89 + i * i * 31);
            labels[i / shape.size()] = i / shape.size() % 3;
        }
        return new ImageSet("tiny", shape, 3, pixels, labels);
    }

    /** A network of 19 parameters on them. */
    public static NetworkLoss tiny() {
        ImageSet images = tinyImages();
        return loss(new Mlp(images.shape(), 3, List.of(2), Activation.TANH, Normaliser.NONE, false), images);
    }
}
