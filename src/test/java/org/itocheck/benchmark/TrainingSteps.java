package org.itocheck.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
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
 * steps and prints the CPU time of one in ms; src/test/peers/ratio.py drives both. Arguments: depth of the PreResNet, steps a line.
 */
final class TrainingSteps {
    private static final int IMAGES = 5000;
    private static final int BATCH = 64;
    private static final int CLASSES = 10;
    private static final int STRIDE = 61;
    private static final double RATE = 0.1;
    private static final double DECAY = 5e-4;

    private final NetworkLoss loss;
    private final double[] x;
    private final double[] gradient;
    private final int[] indices = new int[BATCH];

    private TrainingSteps(int depth) {
        ImageSet images = images();
        PreResNet net = PreResNet.of(images.shape(), CLASSES, depth, 16, Normaliser.batch());
        loss = NetworkLoss.of(new TorchNetwork(net, Precision.FLOAT, TorchDevice.CPU), images);
        x = loss.network().layout().initial(new Seed(1));
        gradient = new double[x.length];
    }

    public static void main(String[] args) throws IOException {
        TrainingSteps training = new TrainingSteps(Integer.parseInt(args[0]));
        int steps = Integer.parseInt(args[1]);
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        training.make(2 * steps);
        System.out.println(training.x.length);
        while (in.readLine() != null) {
            long began = system.getProcessCpuTime();
            training.make(steps);
            System.out.println((system.getProcessCpuTime() - began) * 1e-6 / steps);
        }
    }

    private void make(int steps) {
        for (int k = 0; k < steps; k++) {
            for (int i = 0; i < BATCH; i++) {
                indices[i] = (i * STRIDE + k * BATCH) % IMAGES;
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
