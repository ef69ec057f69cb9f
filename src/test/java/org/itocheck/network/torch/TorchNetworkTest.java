package org.itocheck.network.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.global.torch;
import org.itocheck.network.Batch;
import org.itocheck.network.NetworkLoss;
import org.itocheck.network.Networks;
import org.itocheck.network.architecture.Architecture;
import org.itocheck.network.architecture.Mlp;
import org.itocheck.network.architecture.Normaliser;
import org.itocheck.network.data.ImageShape;
import org.itocheck.random.KeyedRows;
import org.itocheck.random.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TorchNetworkTest {
    private static final int[] TWELVE = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10};

    @BeforeEach
    void library() {
        Networks.assumeTorch();
    }

    static Stream<Named<Architecture>> architectures() {
        return Stream.<Architecture>of(
                        Networks.mlp(Normaliser.NONE),
                        Networks.mlp(Normaliser.batch()),
                        Networks.mlp(Normaliser.group(2)).scaleInvariant(),
                        Networks.preResNet(Normaliser.NONE),
                        Networks.preResNet(Normaliser.batch()).scaleInvariant(),
                        Networks.preResNet(Normaliser.group(2)),
                        Networks.resNet(Normaliser.batch()))
                .map(Networks::named);
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void the_gradient_is_the_slope_of_the_loss(Architecture architecture) {
        NetworkLoss loss = Networks.loss(architecture, Networks.digits(11));
        Batch batch = loss.batch(TWELVE);
        double[] theta = loss.network().layout().initial(new Seed(1));
        double[] gradient = new double[theta.length];
        double value = loss.network().gradient(theta, batch, gradient);

        assertThat(loss.network().value(theta, batch)).isEqualTo(value);
        double h = 1e-6;
        for (int k = 0; k < 3; k++) {
            double[] v = unit(theta.length, k);
            double above = loss.network().value(moved(theta, h, v), batch);
            double below = loss.network().value(moved(theta, -h, v), batch);
            assertThat((above - below) / (2 * h)).isCloseTo(dot(gradient, v), within(1e-6 * norm(gradient)));
        }
    }

    @Test
    void every_entry_of_a_small_gradient_is_a_central_difference() {
        NetworkLoss loss = Networks.tiny();
        double[] theta = loss.network().layout().initial(new Seed(2));
        double[] gradient = new double[theta.length];
        loss.gradient(theta, gradient);

        assertThat(theta).hasSize(19);
        double h = 1e-5;
        for (int i = 0; i < theta.length; i++) {
            double[] e = new double[theta.length];
            e[i] = 1;
            double slope = (loss.value(moved(theta, h, e)) - loss.value(moved(theta, -h, e))) / (2 * h);
            assertThat(slope).isCloseTo(gradient[i], within(1e-9));
        }
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void the_hessian_is_symmetric_and_the_slope_of_the_gradient(Architecture architecture) {
        NetworkLoss loss = Networks.loss(architecture, Networks.digits(11));
        Batch batch = loss.batch(TWELVE);
        double[] theta = loss.network().layout().initial(new Seed(1));
        double[] u = unit(theta.length, 1);
        double[] v = unit(theta.length, 2);
        double[] hu = new double[theta.length];
        double[] hv = new double[theta.length];
        loss.network().hessianProduct(theta, batch, u, hu);
        loss.network().hessianProduct(theta, batch, v, hv);

        assertThat(dot(u, hv)).isCloseTo(dot(v, hu), within(1e-12 * norm(hv)));
        double h = 1e-6;
        double[] above = new double[theta.length];
        double[] below = new double[theta.length];
        loss.network().gradient(moved(theta, h, v), batch, above);
        loss.network().gradient(moved(theta, -h, v), batch, below);
        double[] difference = moved(above, -1, below);
        assertThat(norm(moved(difference, -2 * h, hv)) / (2 * h)).isLessThan(1e-5 * norm(hv));
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void equal_calls_give_equal_bits_on_any_thread(Architecture architecture) {
        for (Precision precision : Precision.values()) {
            NetworkLoss loss =
                    NetworkLoss.of(new TorchNetwork(architecture, precision, TorchDevice.CPU), Networks.digits(40));
            double[] theta = loss.network().layout().initial(new Seed(1));
            double[] here = gradient(loss, theta);
            List<CompletableFuture<double[]>> there = new ArrayList<>();
            for (int k = 0; k < 2; k++) {
                there.add(CompletableFuture.supplyAsync(() -> gradient(loss, theta)));
            }

            assertThat(gradient(loss, theta)).isEqualTo(here);
            there.forEach(other -> assertThat(other.join()).isEqualTo(here));
        }
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void single_precision_is_close_to_double(Architecture architecture) {
        NetworkLoss exact = Networks.loss(architecture, Networks.digits(40));
        NetworkLoss rounded =
                NetworkLoss.of(new TorchNetwork(architecture, Precision.FLOAT, TorchDevice.CPU), exact.images());
        double[] theta = exact.network().layout().initial(new Seed(1));
        double[] gradient = gradient(exact, theta);

        assertThat(norm(moved(gradient(rounded, theta), -1, gradient))).isBetween(0.0, 1e-4 * norm(gradient));
        assertThat(gradient(rounded, theta)).isNotEqualTo(gradient);
    }

    @Test
    void native_memory_does_not_grow() {
        NetworkLoss loss = Networks.loss(Mlp.of(new ImageShape(1, 8, 8), 10, 256), Networks.digits(64));
        double[] theta = loss.network().layout().initial(new Seed(1));
        double[] gradient = new double[theta.length];
        Batch batch = loss.batch(0, 1, 2, 3, 4, 5, 6, 7);
        for (int i = 0; i < 200; i++) {
            loss.network().gradient(theta, batch, gradient);
        }
        long tracked = Pointer.totalBytes();
        long resident = Pointer.physicalBytes();
        for (int i = 0; i < 2000; i++) {
            loss.network().gradient(theta, batch, gradient);
        }

        assertThat(Pointer.totalBytes()).isEqualTo(tracked);
        // 2000 vectors of this length are 300 MB
        assertThat(Pointer.physicalBytes() - resident).isLessThan(64L << 20);
        try (DoublePointer kept = new DoublePointer(theta)) {
            assertThat(Pointer.totalBytes()).as(kept + " is seen").isEqualTo(tracked + 8L * theta.length);
        }
    }

    @Test
    void the_number_of_threads_is_a_setting_of_every_thread() {
        NetworkLoss loss = Networks.loss(Networks.mlp(Normaliser.NONE), Networks.digits(4));
        double[] theta = loss.network().layout().initial(new Seed(1));
        List<Integer> seen = new ArrayList<>();
        inAnotherThread(() -> {
            loss.value(theta);
            seen.add(torch.get_num_threads());
        });

        assertThat(seen).containsExactly(1);
        System.setProperty(Torch.THREADS, "0");
        try {
            assertThatThrownBy(() -> inAnotherThread(() -> loss.value(theta)))
                    .hasCause(new IllegalArgumentException("itocheck.torch.threads is 0, expected at least 1"));
        } finally {
            System.clearProperty(Torch.THREADS);
        }
    }

    @Test
    void a_gpu_that_is_not_there_is_refused() {
        if (Torch.hasCuda()) {
            return;
        }
        assertThatThrownBy(() -> new TorchNetwork(Networks.mlp(Normaliser.NONE), Precision.FLOAT, TorchDevice.CUDA))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("device is CUDA, but libtorch sees no GPU here; use TorchDevice.CPU, or put"
                        + " org.bytedeco:pytorch with the classifier linux-x86_64-gpu on the classpath of a machine"
                        + " that has one");
    }

    @Test
    void what_does_not_fit_the_network_is_refused() {
        ImageShape shape = new ImageShape(1, 8, 8);
        TorchNetwork network = new TorchNetwork(Mlp.of(shape, 2, 3), Precision.DOUBLE, TorchDevice.CPU);
        Batch batch = new Batch(shape, new double[64], new long[] {2});
        double[] theta = new double[network.layout().dimension()];

        assertThatThrownBy(() -> network.value(new double[3], batch))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("theta has 3 entries, mlp-3-none has 203 parameters");
        assertThatThrownBy(() -> network.value(theta, batch))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("label is 2, mlp-3-none has 2 classes; expected 0 to 1");
        assertThatThrownBy(() -> network.value(theta, new Batch(new ImageShape(1, 4, 4), new double[16], new long[1])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("batch has images of 1 x 4 x 4, mlp-3-none reads 1 x 8 x 8");
        assertThatThrownBy(() -> network.weightedGradient(
                        theta, new Batch(shape, new double[64], new long[1]), new double[2], theta))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("weights has 2 entries, the batch has 1 images; give one weight an image");
        assertThatThrownBy(() -> new Batch(shape, new double[65], new long[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("batch has 1 labels and 65 values; expected at least one label and 64 values for each,"
                        + " shape 1 x 8 x 8");
    }

    private static void inAnotherThread(Runnable work) {
        FutureTask<Boolean> task = new FutureTask<>(work, true);
        new Thread(task).start();
        try {
            task.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static double[] gradient(NetworkLoss loss, double[] theta) {
        double[] gradient = new double[theta.length];
        loss.gradient(theta, gradient);
        return gradient;
    }

    private static double[] unit(int length, long number) {
        KeyedRows rows = new KeyedRows(1);
        rows.start(new Seed(77), number);
        double[] v = new double[length];
        double[] one = new double[1];
        for (int i = 0; i < length; i++) {
            rows.gaussian(one);
            v[i] = one[0];
        }
        double norm = norm(v);
        for (int i = 0; i < length; i++) {
            v[i] /= norm;
        }
        return v;
    }

    private static double[] moved(double[] x, double h, double[] v) {
        double[] result = x.clone();
        for (int i = 0; i < x.length; i++) {
            result[i] += h * v[i];
        }
        return result;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double norm(double[] v) {
        return Math.sqrt(dot(v, v));
    }
}
