package org.itocheck.network.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.itocheck.random.Seed;
import org.junit.jupiter.api.Test;

class ViewSamplerTest {
    private static final Seed SEED = new Seed(5);
    private static final Augmentation SMALL = new Augmentation(1, true);

    @Test
    void the_view_of_an_image_does_not_depend_on_what_else_is_in_the_batch() {
        ViewSampler sampler = new ViewSampler(SEED, Augmentation.CROP_AND_FLIP);
        int[] alone = new int[1];
        int[] together = new int[4];
        sampler.byImage(3, new int[] {70, 8, 9, 7}, together);
        sampler.byImage(9, new int[] {1, 2, 3, 4}, new int[4]);
        new ViewSampler(SEED, Augmentation.CROP_AND_FLIP).byImage(3, new int[] {7}, alone);
        assertThat(alone[0]).isEqualTo(together[3]);
        int[] again = new int[4];
        sampler.byImage(3, new int[] {70, 8, 9, 7}, again);
        assertThat(again).isEqualTo(together);
    }

    @Test
    void images_places_epochs_and_seeds_have_unrelated_views() {
        int[] images = IntStream.range(0, 64).toArray();
        int[] views = new int[64];
        int[] others = new int[64];
        ViewSampler sampler = new ViewSampler(SEED, Augmentation.CROP_AND_FLIP);
        sampler.byImage(0, images, views);
        assertThat(IntStream.of(views).distinct().count()).isGreaterThan(30);
        sampler.byImage(1, images, others);
        assertThat(agreements(views, others)).isLessThan(10);
        sampler.byPlace(0, others);
        assertThat(agreements(views, others)).isLessThan(10);
        new ViewSampler(new Seed(6), Augmentation.CROP_AND_FLIP).byImage(0, images, others);
        assertThat(agreements(views, others)).isLessThan(10);
    }

    @Test
    void every_view_is_as_likely_as_every_other() {
        int[] images = IntStream.range(0, 1000).toArray();
        int[] views = new int[1000];
        int[] byImage = new int[SMALL.views()];
        int[] byPlace = new int[SMALL.views()];
        ViewSampler sampler = new ViewSampler(SEED, SMALL);
        for (int epoch = 0; epoch < 100; epoch++) {
            sampler.byImage(epoch, images, views);
            IntStream.of(views).forEach(view -> byImage[view]++);
            sampler.byPlace(epoch, views);
            IntStream.of(views).forEach(view -> byPlace[view]++);
        }
        assertThat(Shares.areLike(1.0 / SMALL.views(), 100_000, byImage)).isTrue();
        assertThat(Shares.areLike(1.0 / SMALL.views(), 100_000, byPlace)).isTrue();
        byImage[0] += 600;
        byImage[1] -= 600;
        assertThat(Shares.areLike(1.0 / SMALL.views(), 100_000, byImage))
                .as("6000 instead of 5556")
                .isFalse();
    }

    /** What a second program, in another language, drew: a change here would change every training run. */
    @Test
    void views_are_pinned() {
        ViewSampler sampler = new ViewSampler(SEED, Augmentation.CROP_AND_FLIP);
        int[] views = new int[4];
        sampler.byImage(3, new int[] {70, 8, 9, 7}, views);
        assertThat(views).containsExactly(46, 86, 158, 35);
        sampler.byPlace(3, views);
        assertThat(views).containsExactly(76, 70, 71, 148);
    }

    @Test
    void what_does_not_fit_is_refused() {
        ViewSampler sampler = new ViewSampler(SEED, SMALL);
        assertThatThrownBy(() -> sampler.byImage(-1, new int[1], new int[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("epoch is -1, expected 0 to 4294967295");
        assertThatThrownBy(() -> sampler.byPlace(1L << 32, new int[1]))
                .hasMessage("step is 4294967296, expected 0 to 4294967295");
        assertThatThrownBy(() -> sampler.byImage(0, new int[2], new int[1]))
                .hasMessage("views has 1 entries, indices has 2; make it as long");
    }

    private static int agreements(int[] a, int[] b) {
        return (int) IntStream.range(0, a.length).filter(i -> a[i] == b[i]).count();
    }
}
