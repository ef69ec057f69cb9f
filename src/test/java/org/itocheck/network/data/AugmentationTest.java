package org.itocheck.network.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AugmentationTest {
    private static final ImageShape SHAPE = new ImageShape(2, 3, 4);
    private static final byte[] IMAGE = {
        11, 12, 13, 14, 21, 22, 23, 24, 31, 32, 33, 34, 51, 52, 53, 54, 61, 62, 63, 64, 71, 72, 73, 74
    };

    @Test
    void the_usual_one_has_81_shifts_and_2_flips() {
        assertThat(Augmentation.CROP_AND_FLIP.views()).isEqualTo(162);
        assertThat(Augmentation.CROP_AND_FLIP.identity()).isEqualTo(80);
        assertThat(Augmentation.NONE.views()).isEqualTo(1);
        assertThat(new Augmentation(0, true).views()).isEqualTo(2);
        assertThat(new Augmentation(4, false).views()).isEqualTo(81);
    }

    @Test
    void the_identity_changes_nothing() {
        for (boolean flip : new boolean[] {false, true}) {
            for (int padding = 0; padding <= 4; padding++) {
                Augmentation augmentation = new Augmentation(padding, flip);
                assertThat(view(augmentation, augmentation.identity())).isEqualTo(IMAGE);
            }
        }
    }

    @Test
    void a_flip_mirrors_every_row() {
        assertThat(view(new Augmentation(0, true), 1))
                .containsExactly(
                        14, 13, 12, 11, 24, 23, 22, 21, 34, 33, 32, 31, 54, 53, 52, 51, 64, 63, 62, 61, 74, 73, 72, 71);
    }

    @Test
    void a_shift_lets_black_in_at_the_edges_of_every_channel() {
        Augmentation augmentation = new Augmentation(1, false);
        assertThat(view(augmentation, 0))
                .as("left and up")
                .containsExactly(22, 23, 24, 0, 32, 33, 34, 0, 0, 0, 0, 0, 62, 63, 64, 0, 72, 73, 74, 0, 0, 0, 0, 0);
        assertThat(view(augmentation, 8))
                .as("right and down")
                .containsExactly(0, 0, 0, 0, 0, 11, 12, 13, 0, 21, 22, 23, 0, 0, 0, 0, 0, 51, 52, 53, 0, 61, 62, 63);
        assertThat(view(augmentation, 1)).as("up").startsWith(21, 22, 23, 24).endsWith(0, 0, 0, 0);
        assertThat(view(augmentation, 3)).as("left").startsWith(12, 13, 14, 0, 22);
    }

    @Test
    void a_mirrored_view_is_the_view_mirrored() {
        byte[] shifted = view(new Augmentation(2, false), 7);
        byte[] both = view(new Augmentation(2, true), 15);
        byte[] mirrored = new byte[shifted.length];
        new Augmentation(0, true).apply(shifted, SHAPE, 1, mirrored);
        assertThat(both).isEqualTo(mirrored);
    }

    @Test
    void all_views_of_a_large_image_differ() {
        ImageShape shape = new ImageShape(1, 32, 32);
        byte[] image = new byte[shape.size()];
        for (int k = 0; k < image.length; k++) {
            image[k] = (byte) (k * k / 7 + k);
        }
        Set<String> seen = new HashSet<>();
        byte[] target = new byte[image.length];
        for (int view = 0; view < 162; view++) {
            Augmentation.CROP_AND_FLIP.apply(image, shape, view, target);
            seen.add(Arrays.toString(target));
        }
        assertThat(seen).hasSize(162);
    }

    @Test
    void what_does_not_exist_is_refused() {
        assertThatThrownBy(() -> view(Augmentation.CROP_AND_FLIP, 162))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("view is 162, expected 0 to 161: Augmentation[padding=4, flip=true] has 162 views");
        assertThatThrownBy(() -> view(Augmentation.CROP_AND_FLIP, -1)).hasMessageStartingWith("view is -1");
        assertThatThrownBy(() -> new Augmentation(-1, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("padding is -1, expected 0 to 64; 4 is usual for 32 x 32");
    }

    private static byte[] view(Augmentation augmentation, int view) {
        byte[] target = new byte[IMAGE.length];
        augmentation.apply(IMAGE, SHAPE, view, target);
        return target;
    }
}
