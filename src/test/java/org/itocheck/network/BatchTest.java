package org.itocheck.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.itocheck.network.architecture.Architecture;
import org.itocheck.network.architecture.Normaliser;
import org.itocheck.network.data.Augmentation;
import org.itocheck.network.data.BatchWriter;
import org.itocheck.network.data.ImageSet;
import org.itocheck.network.data.ImageShape;
import org.itocheck.network.data.Normalisation;
import org.itocheck.network.torch.Precision;
import org.itocheck.network.torch.TorchDevice;
import org.itocheck.network.torch.TorchNetwork;
import org.itocheck.random.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchTest {
    private static final int[] INDICES = {3, 0, 11, 3};
    private static final int[] VIEWS = {0, 17, 8, 9};
    private static final Augmentation SHIFTS = new Augmentation(1, true);

    private final ImageSet images = Networks.digits(12);
    private final Normalisation normalisation = new Normalisation(new double[] {0.25}, new double[] {0.3});

    @BeforeEach
    void library() {
        Networks.assumeTorch();
    }

    @Test
    void a_batch_has_the_normalised_values_of_its_images_in_either_precision() {
        NetworkLoss loss = loss(Networks.mlp(Normaliser.NONE), Precision.DOUBLE);
        double[] expected = new double[4 * 64];
        BatchWriter writer = new BatchWriter(images, normalisation, SHIFTS);
        writer.write(INDICES, expected);
        hasValues(loss.batch(INDICES), expected);
        writer.write(INDICES, VIEWS, expected);
        Batch views = loss.withAugmentation(SHIFTS).batch(INDICES, VIEWS);
        hasValues(views, expected);
        hasValues(new Batch(images.shape(), expected, views.labels()), expected);
    }

    @Test
    void what_is_changed_after_a_batch_was_made_does_not_reach_it() {
        NetworkLoss loss = loss(Networks.mlp(Normaliser.NONE), Precision.DOUBLE);
        int[] indices = INDICES.clone();
        Batch batch = loss.batch(indices);
        double[] before = batch.pixels();
        indices[0] = 7;
        batch.pixels()[5] = 1e9;

        assertThat(batch.pixels()).isEqualTo(before);
        assertThat(batch.labels()).isEqualTo(images.labels(INDICES));
    }

    /** Bytes, or the values they stand for, in the network's memory: the same bits either way. */
    @Test
    void a_network_computes_the_same_from_bytes_and_from_their_values() {
        for (Architecture architecture :
                List.<Architecture>of(Networks.mlp(Normaliser.NONE), Networks.preResNet(Normaliser.batch()))) {
            for (Precision precision : Precision.values()) {
                NetworkLoss loss = loss(architecture, precision).withAugmentation(SHIFTS);
                double[] theta = loss.network().layout().initial(new Seed(1));
                Batch bytes = loss.batch(INDICES, VIEWS);
                Batch values = new Batch(images.shape(), bytes.pixels(), bytes.labels());
                double[] one = new double[theta.length];
                double[] other = new double[theta.length];

                assertThat(loss.network().gradient(theta, bytes, one))
                        .isEqualTo(loss.network().gradient(theta, values, other))
                        .isNotEqualTo(loss.network().value(theta, loss.batch(INDICES)));
                assertThat(one).isEqualTo(other);
            }
        }
    }

    /** 1000 images are 64 000 bytes; as doubles they would be half a million. */
    @Test
    void a_batch_is_as_large_as_its_bytes() {
        NetworkLoss loss = loss(Networks.mlp(Normaliser.NONE), Precision.FLOAT).withAugmentation(SHIFTS);
        int[] indices = new int[1000];
        int[] views = new int[1000];
        double[] theta = loss.network().layout().initial(new Seed(1));
        for (Runnable work : List.<Runnable>of(
                () -> loss.batch(indices),
                () -> loss.batch(indices, views),
                () -> loss.network().value(theta, loss.batch(indices)))) {
            work.run();
            assertThat(allocatedBy(work)).isBetween(72_000L, 100_000L);
        }
    }

    @Test
    void views_and_values_that_are_not_there_are_refused() {
        NetworkLoss loss = loss(Networks.mlp(Normaliser.NONE), Precision.DOUBLE);
        refused(
                () -> loss.batch(new int[2], new int[] {0, 1}),
                "view is 1, expected 0 to 0: Augmentation[padding=0, flip=false] has 1 views");
        refused(
                () -> loss.withAugmentation(SHIFTS).batch(new int[2], new int[1]),
                "views has 1 entries, indices has 2; give one view an image");
        refused(
                () -> loss.withAugmentation(SHIFTS).batch(new int[] {12}, new int[1]),
                "index is 12, digits/train has 12 images; give indices from 0 to 11");
        refused(() -> loss.batch(), "there are no indices into digits/train; give at least one");
        refused(
                () -> NetworkLoss.of(loss.network(), images, Normalisation.none(3)),
                "normalisation has 3 channels, digits/train has images of 1 x 8 x 8; use Normalisation.of(images)");
        assertThatThrownBy(() -> loss.batch(1).write(1, new float[64])).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> loss.batch(1).write(0, new double[63])).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> new Batch(new ImageShape(1, 1, 1), new double[2], new long[2]).write(2, new double[1]))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static void hasValues(Batch batch, double[] expected) {
        double[] exact = new double[64];
        float[] rounded = new float[64];
        assertThat(batch.pixels()).isEqualTo(expected);
        assertThat(batch.size()).isEqualTo(expected.length / 64);
        for (int b = 0; b < batch.size(); b++) {
            batch.write(b, exact);
            batch.write(b, rounded);
            assertThat(exact).isEqualTo(Arrays.copyOfRange(expected, b * 64, b * 64 + 64));
            for (int k = 0; k < 64; k++) {
                assertThat(rounded[k]).isEqualTo((float) exact[k]);
            }
        }
    }

    private NetworkLoss loss(Architecture architecture, Precision precision) {
        return NetworkLoss.of(new TorchNetwork(architecture, precision, TorchDevice.CPU), images, normalisation);
    }

    /** The least of three. */
    private static long allocatedBy(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int k = 0; k < 3; k++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            work.run();
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
