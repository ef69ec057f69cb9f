package org.itocheck.network.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class BatchWriterTest {
    private static final ImageShape SHAPE = new ImageShape(2, 3, 4);
    private final ImageSet images = SmallImages.counting(5, SHAPE, 3);

    @Test
    void every_channel_has_mean_0_and_variance_1_over_the_images_it_was_normalised_by() {
        double[] input = new double[5 * SHAPE.size()];
        new BatchWriter(images, Normalisation.of(images)).write(new int[] {0, 1, 2, 3, 4}, input);
        for (int c = 0; c < 2; c++) {
            double sum = 0;
            double square = 0;
            for (int i = 0; i < 5; i++) {
                for (int k = 0; k < 12; k++) {
                    double value = input[i * 24 + c * 12 + k];
                    sum += value;
                    square += value * value;
                }
            }
            assertThat(sum / 60).isCloseTo(0, within(1e-14));
            assertThat(square / 60).isCloseTo(1, within(1e-14));
        }
    }

    @Test
    void a_value_is_normalised_by_its_channel_and_stands_in_its_place() {
        Normalisation normalisation = new Normalisation(new double[] {0.25, 0.5}, new double[] {0.5, 0.125});
        double[] input = new double[50];
        Arrays.fill(input, 7);
        new BatchWriter(images, normalisation).write(new int[] {3, 1}, input);
        assertThat(input[0]).isEqualTo((111 / 255.0 - 0.25) / 0.5);
        assertThat(input[23]).isEqualTo((134 / 255.0 - 0.5) / 0.125);
        assertThat(input[24 + 12 + 7]).isEqualTo((56 / 255.0 - 0.5) / 0.125);
        assertThat(input[48]).isEqualTo(7);
        long[] labels = {9, 9, 9};
        new BatchWriter(images, normalisation).labels(new int[] {2, 1}, labels);
        assertThat(labels).containsExactly(2, 1, 9);
    }

    @Test
    void floats_are_the_doubles_rounded() {
        Augmentation augmentation = new Augmentation(1, true);
        BatchWriter writer = new BatchWriter(images, Normalisation.of(images), augmentation);
        int[] indices = {0, 4, 2};
        int[] views = {0, 17, 5};
        double[] exact = new double[72];
        float[] rounded = new float[72];
        writer.write(indices, exact);
        writer.write(indices, rounded);
        for (int k = 0; k < 72; k++) {
            assertThat(rounded[k]).isEqualTo((float) exact[k]);
        }
        writer.write(indices, views, exact);
        writer.write(indices, views, rounded);
        for (int k = 0; k < 72; k++) {
            assertThat(rounded[k]).isEqualTo((float) exact[k]);
        }
    }

    @Test
    void a_view_is_normalised_after_black_came_in() {
        Augmentation augmentation = new Augmentation(1, false);
        Normalisation normalisation = new Normalisation(new double[] {0.25, 0.5}, new double[] {0.5, 0.125});
        double[] input = new double[24];
        BatchWriter writer = new BatchWriter(images, normalisation, augmentation);
        writer.write(new int[] {1}, new int[] {0}, input);
        assertThat(input[11]).as("row 3, column 4 moved left and up").isEqualTo(-0.5);
        assertThat(input[12 + 3]).isEqualTo(-4);
        assertThat(input[0]).isEqualTo(((37 + 5) / 255.0 - 0.25) / 0.5);
        double[] plain = new double[24];
        writer.write(new int[] {1}, plain);
        writer.write(new int[] {1}, new int[] {augmentation.identity()}, input);
        assertThat(input).isEqualTo(plain);
    }

    @Test
    void without_normalisation_values_are_from_0_to_1() {
        double[] input = new double[24];
        new BatchWriter(images, Normalisation.none(2)).write(new int[] {1}, input);
        assertThat(input[3]).isEqualTo(40 / 255.0);
    }

    @Test
    void what_does_not_fit_is_refused() {
        BatchWriter writer = new BatchWriter(images, Normalisation.of(images));
        refused(
                () -> writer.write(new int[2], new float[47]),
                "target has 47 numbers, the input of 2 images of 2 x 3 x 4 has 48; make it as long");
        refused(
                () -> writer.labels(new int[2], new long[1]),
                "target has 1 numbers, the labels of 2 images of 2 x 3 x 4 has 2; make it as long");
        refused(
                () -> writer.write(new int[] {5}, new double[24]),
                "index is 5, counting has 5 images; give indices from 0 to 4");
        refused(
                () -> writer.write(new int[2], new int[1], new double[48]),
                "views has 1 entries, indices has 2; give one view an image");
        refused(
                () -> writer.write(new int[1], new int[] {1}, new double[24]),
                "view is 1, expected 0 to 0: Augmentation[padding=0, flip=false] has 1 views");
        refused(
                () -> new BatchWriter(images, Normalisation.none(3)),
                "normalisation has 3 channels, counting has images of 2 x 3 x 4; use Normalisation.of(images)");
        refused(
                () -> new Normalisation(new double[1], new double[2]),
                "mean has 1 channels, deviation has 2; give as many of both, at least one");
        refused(
                () -> Normalisation.of(new ImageSet("grey", new ImageShape(1, 1, 1), 2, new byte[] {7, 7}, new int[2])),
                "deviation[0] is 0.0, expected a finite number above 0; a constant channel cannot be normalised");
        refused(
                () -> new Normalisation(new double[] {Double.NaN}, new double[] {1}),
                "mean[0] is NaN, expected a finite number");
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
