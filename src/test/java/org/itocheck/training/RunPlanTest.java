package org.itocheck.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.itocheck.network.data.Augmentation;
import org.junit.jupiter.api.Test;

class RunPlanTest {
    @Test
    void methods_read_back_from_their_names() {
        for (Method method : new Method[] {Method.sgd(), Method.svag(8), Method.ngd(), Method.gd()}) {
            assertThat(Method.named(method.toString())).isEqualTo(method);
        }
        assertThat(Method.named(" svag(2) ")).isEqualTo(Method.svag(2));
    }

    @Test
    void an_unknown_method_is_told_what_there_is() {
        refused(
                () -> Method.named("adam"),
                "method is 'adam', expected SGD, SVAG(l) with a level such as SVAG(4), NGD or GD");
        refused(() -> Method.svag(0), "level is 0 for SVAG, expected at least 1 for SVAG and 1 for all others");
        refused(
                () -> new Method(Method.Kind.GD, 2),
                "level is 2 for GD, expected at least 1 for SVAG and 1 for all others");
    }

    @Test
    void names_become_names_of_files() {
        refused(
                () -> Runs.SGD.named("a/b"),
                "name is 'a/b', expected letters, digits, dots, dashes and underscores, since files are named after it");
    }

    @Test
    void linear_scaling_needs_whole_batches() {
        assertThat(Runs.SGD.scaledBy(0.5).batchSize()).isEqualTo(8);
        refused(
                () -> Runs.SGD.scaledBy(0.3),
                "kappa is 0.3 and the batch size 16, expected a whole number as their product");
    }

    @Test
    void full_gradients_know_no_views() {
        refused(
                () -> Runs.SGD.with(Method.gd()),
                "augmentation is " + new Augmentation(1, false)
                        + ", but GD takes the gradient of all images as they are; use Augmentation.NONE");
    }

    @Test
    void measuring_needs_a_distance_and_a_window() {
        refused(() -> Measuring.every(0), "every is 0.0, expected epochs above 0, for example 1");
        refused(() -> Measuring.every(1).onTrainImages(0), "trainImages is 0, expected at least 1");
        refused(() -> Measuring.every(1).noise(3, 3), "noise is measured from epoch 3.0 to 3.0, expected from < to");
    }

    @Test
    void noise_is_measured_within_its_window_from_as_many_images_as_cifar_has() {
        Measuring measuring = Measuring.every(1).noise(200, 250);

        assertThat(measuring.noiseAt(200)).isFalse();
        assertThat(measuring.noiseAt(201)).isTrue();
        assertThat(measuring.noiseAt(250)).isTrue();
        assertThat(measuring.noiseAt(251)).isFalse();
        assertThat(Measuring.every(1).noiseAt(0)).isFalse();
        assertThat(Measuring.every(1).noiseBatchesOf(128)).isEqualTo(390);
        assertThat(Measuring.every(1).noiseBatchesOf(1024)).isEqualTo(200);
        assertThat(Measuring.every(1).noiseBatches(20).noiseBatchesOf(128)).isEqualTo(20);
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
