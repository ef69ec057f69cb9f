package org.itocheck.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.itocheck.network.NetworkLoss;
import org.itocheck.network.architecture.Normaliser;
import org.itocheck.network.architecture.PreResNet;
import org.itocheck.network.data.ImageSet;
import org.itocheck.network.data.ImageShape;
import org.itocheck.network.torch.Precision;
import org.itocheck.network.torch.TorchDevice;
import org.itocheck.network.torch.TorchNetwork;
import org.itocheck.random.KeyedRows;
import org.itocheck.random.Seed;

/**
 * Steps of training beside those of src/test/peers/train_torch.py: the same network, batch and update. For every line it reads it makes some
 * steps and prints the time of one in ms, on the CPU that of the processor, on a GPU that of the clock; src/test/peers/ratio.py drives both.
 * Arguments: depth of the PreResNet, steps a line, images a batch, cpu or cuda.
 */
final class TrainingSteps {
    private static final int IMAGES = 5000;
    private static final int CLASSES = 10;
    private static final int STRIDE = 61;
    private static final double RATE = 0.1;
    private static final double DECAY = 5e-4;

    private final NetworkLoss loss;
    private final double[] x;
    private final double[] gradient;
    private final int[] indices;

    private TrainingSteps(int depth, int batch, TorchDevice device) {
        ImageSet images = images();
        PreResNet net = PreResNet.of(images.shape(), CLASSES, depth, 16, Normaliser.batch());
        loss = NetworkLoss.of(new TorchNetwork(net, Precision.FLOAT, device), images);
        x = loss.network().layout().initial(new Seed(1));
        gradient = new double[x.length];
        indices = new int[batch];
    }

    public static void main(String[] args) throws IOException {
        int steps = Integer.parseInt(args[1]);
        TorchDevice device = TorchDevice.valueOf(args[3].toUpperCase(Locale.ROOT));
        TrainingSteps training = new TrainingSteps(Integer.parseInt(args[0]), Integer.parseInt(args[2]), device);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        training.make(2 * steps);
        System.out.println(training.x.length);
        while (in.readLine() != null) {
            long began = nanoseconds(device);
            training.make(steps);
            System.out.println((nanoseconds(device) - began) * 1e-6 / steps);
        }
    }

    private static long nanoseconds(TorchDevice device) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return device == TorchDevice.CPU ? system.getProcessCpuTime() : System.nanoTime();
    }

    private void make(int steps) {
        for (int k = 0; k < steps; k++) {
            for (int i = 0; i < indices.length; i++) {
                indices[i] = (i * STRIDE + k * indices.length) % IMAGES;
            }
            loss.network().gradient(x, loss.batch(indices), gradient);
            for (int i = 0; i < x.length; i++) {
                x[i] = (1 - RATE * DECAY) * x[i] - RATE * gradient[i];
            }
        }
    }

    private static ImageSet images() {
        ImageShape shape = new ImageShape(3, 32, 32);
        byte[] pixels = new byte[IMAGES * shape.size()];
        int[] values = new int[shape.size()];
        int[] labels = new int[IMAGES];
        KeyedRows rows = new KeyedRows(values.length);
        rows.start(new Seed(1), 0);
        for (int i = 0; i < IMAGES; i++) {
            rows.index(256, values);
            for (int k = 0; k < values.length; k++) {
                pixels[i * values.length + k] = (byte) values[k];
            }
            labels[i] = i % CLASSES;
        }
        return new ImageSet("noise", shape, CLASSES, pixels, labels);
    }
}
