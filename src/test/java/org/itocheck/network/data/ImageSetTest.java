package org.itocheck.network.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ImageSetTest {
    private static final ImageShape SHAPE = new ImageShape(2, 3, 4);
    private final ImageSet images = SmallImages.counting(5, SHAPE, 3);

    @Test
    void a_value_stands_at_image_channel_row_column() {
        assertThat(images.pixel(0, 0, 0, 0)).isZero();
        assertThat(images.pixel(0, 0, 0, 1)).isEqualTo(1);
        assertThat(images.pixel(0, 0, 1, 0)).isEqualTo(4);
        assertThat(images.pixel(0, 1, 0, 0)).isEqualTo(12);
        assertThat(images.pixel(4, 1, 2, 3)).isEqualTo(4 * 37 + 23);
        byte[] pixels = new byte[SHAPE.size()];
        images.copyPixels(3, pixels);
        assertThat(pixels[23] & 0xFF).isEqualTo(3 * 37 + 23).isEqualTo(images.pixel(3, 1, 2, 3));
        assertThatThrownBy(() -> images.pixel(0, 0, 3, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> images.pixel(5, 0, 0, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void what_went_in_cannot_be_changed_from_outside() {
        byte[] pixels = {1, 2};
        int[] labels = {0, 1};
        ImageSet set = new ImageSet("two", new ImageShape(1, 1, 1), 2, pixels, labels);
        pixels[0] = 9;
        labels[0] = 1;
        assertThat(set.pixel(0, 0, 0, 0)).isEqualTo(1);
        assertThat(set.label(0)).isZero();
    }

    @Test
    void a_subset_has_the_chosen_images_in_the_chosen_order() {
        ImageSet chosen = images.subset(4, 0, 4).withName("chosen");
        assertThat(chosen).hasToString("chosen: 3 images of 2 x 3 x 4, 3 classes");
        assertThat(chosen.pixel(0, 0, 0, 0)).isEqualTo(148);
        assertThat(chosen.pixel(1, 0, 0, 0)).isZero();
        assertThat(chosen.label(0)).isEqualTo(chosen.label(2)).isEqualTo(1);
        assertThat(images.first(2).classCounts()).containsExactly(1, 1, 0);
        assertThat(images.range(1, 5).pixel(0, 0, 0, 0)).isEqualTo(37);
        assertThat(images.range(1, 5).label(0)).isEqualTo(1);
        assertThat(images.range(1, 5).size()).isEqualTo(4);
        assertThat(images.classCounts()).containsExactly(2, 2, 1);
    }

    @Test
    void what_does_not_fit_is_refused() {
        ImageShape one = new ImageShape(1, 1, 1);
        refused(
                () -> new ImageSet("s", SHAPE, 2, new byte[47], new int[2]),
                "pixels has 47 values in s, expected 48: 2 labels and images of 2 x 3 x 4");
        refused(() -> new ImageSet("s", one, 2, new byte[0], new int[0]), "s has no images; give at least one");
        refused(
                () -> new ImageSet("s", one, 2, new byte[2], new int[] {0, 2}),
                "label 1 is 2 in s, expected 0 to 1: there are 2 classes");
        refused(
                () -> new ImageSet("s", one, 2, new byte[2], new int[] {-1, 1}),
                "label 0 is -1 in s, expected 0 to 1: there are 2 classes");
        refused(() -> new ImageSet("s", one, 1, new byte[2], new int[2]), "classes is 1 in s, expected 2 to 65536");
        refused(() -> new ImageShape(1, 0, 8), "height is 0, expected 1 to 1024; a shape is channels x height x width");
        refused(() -> images.subset(), "there are no indices into counting; give at least one");
        refused(() -> images.subset(0, 5), "index is 5, counting has 5 images; give indices from 0 to 4");
        refused(() -> images.first(6), "range is [0, 6), counting has 5 images; give 0 <= from < to <= 5");
        refused(() -> images.range(2, 2), "range is [2, 2), counting has 5 images; give 0 <= from < to <= 5");
    }

    @Test
    void the_parts_of_a_data_set_must_fit() {
        ImageSet other = SmallImages.counting(2, new ImageShape(1, 3, 4), 3).withName("other");
        refused(
                () -> new TrainTest(images, other),
                "the parts do not fit: counting: 5 images of 2 x 3 x 4, 3 classes; other: 2 images of 1 x 3 x 4,"
                        + " 3 classes; give images of one shape and one number of classes");
        refused(
                () -> new TrainTest(images, SmallImages.counting(2, SHAPE, 4)),
                "the parts do not fit: counting: 5 images of 2 x 3 x 4, 3 classes; counting: 2 images of 2 x 3 x 4,"
                        + " 4 classes; give images of one shape and one number of classes");
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
