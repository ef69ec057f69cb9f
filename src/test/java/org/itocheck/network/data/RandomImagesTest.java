package org.itocheck.network.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.itocheck.random.Seed;
import org.junit.jupiter.api.Test;

class RandomImagesTest {
    private static final ImageShape SHAPE = new ImageShape(3, 32, 32);

    @Test
    void pixels_are_those_of_the_seed_whatever_the_number_of_images() {
        ImageSet images = RandomImages.of(8, SHAPE, 3, new Seed(1));

        assertThat(images).hasToString("random pixels: 8 images of 3 x 32 x 32, 3 classes");
        assertThat(images.classCounts()).containsExactly(3, 3, 2);
        assertThat(RandomImages.of(5, SHAPE, 3, new Seed(1)).pixels(0, 4)).isEqualTo(images.pixels(0, 4));
        assertThat(RandomImages.of(8, SHAPE, 3, new Seed(2)).pixels(0)).isNotEqualTo(images.pixels(0));
        assertThat(images.pixels(0)).isNotEqualTo(images.pixels(1));
    }

    /** Uniform on 0 to 255: mean 127.5, standard deviation 73.9, so 0.68 for the mean of 12,288 of a channel; five of these. */
    @Test
    void pixels_are_spread_over_all_values() {
        Normalisation found = Normalisation.of(RandomImages.of(12, SHAPE, 2, new Seed(1)));

        assertThat(found.mean()).containsExactly(new double[] {0.5, 0.5, 0.5}, within(5 * 0.67 / 255));
        assertThat(found.deviation()).containsExactly(new double[] {0.2898, 0.2898, 0.2898}, within(0.01));
    }

    @Test
    void no_image_is_refused() {
        assertThatThrownBy(() -> RandomImages.of(0, SHAPE, 2, new Seed(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
