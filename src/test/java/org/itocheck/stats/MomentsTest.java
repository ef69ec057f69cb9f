package org.itocheck.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MomentsTest {
    @Test
    void moments_of_few_numbers_are_those_computed_by_hand() {
        Moments moments = Moments.of(new double[] {1, 2, 6, 99}, 3, new double[3]);
        assertThat(moments).isEqualTo(new Moments(3, 3, 14, 18));
        assertThat(moments.variance()).isEqualTo(7);
        assertThat(moments.standardDeviation()).isEqualTo(Math.sqrt(7));
        assertThat(moments.standardError()).isEqualTo(Math.sqrt(7.0 / 3));
        assertThat(moments.skewness()).isCloseTo(6 / Math.pow(14.0 / 3, 1.5), within(1e-15));
    }

    @Test
    void a_large_offset_does_not_spoil_the_variance() {
        double[] values = {1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16};
        Moments moments = Moments.of(values, 4, new double[4]);
        assertThat(moments).isEqualTo(new Moments(4, 1e9 + 10, 90, 0));
        Moments split = Moments.of(values, 1, new double[4])
                .merge(Moments.of(new double[] {1e9 + 7, 1e9 + 13, 1e9 + 16}, 3, new double[4]));
        assertThat(split.variance()).isCloseTo(30, within(1e-6));
    }

    @Test
    void merging_parts_gives_the_moments_of_the_whole() {
        SplittableRandom random = new SplittableRandom(3);
        double[] values = Law.LOGNORMAL.fill(new double[1000], 0, random);
        double[] scratch = new double[1000];
        Moments whole = Moments.of(values, 1000, scratch);
        for (int repetition = 0; repetition < 50; repetition++) {
            Moments merged = Moments.EMPTY;
            for (int from = 0; from < 1000; ) {
                int to = Math.min(1000, from + 1 + random.nextInt(200));
                merged = merged.merge(Moments.of(Arrays.copyOfRange(values, from, to), to - from, scratch));
                from = to;
            }
            assertThat(merged.count()).isEqualTo(1000);
            assertThat(merged.mean()).isCloseTo(whole.mean(), within(1e-14));
            assertThat(merged.m2() / whole.m2()).isCloseTo(1, within(1e-13));
            assertThat(merged.m3() / whole.m3()).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void the_empty_set_is_neutral_and_has_no_mean() {
        Moments one = Moments.of(new double[] {5}, 1, new double[1]);
        assertThat(Moments.EMPTY.merge(one)).isSameAs(one);
        assertThat(one.merge(Moments.EMPTY)).isSameAs(one);
        assertThat(Moments.of(new double[0], 0, new double[0])).isEqualTo(Moments.EMPTY);
        assertThat(Moments.EMPTY.mean()).isNaN();
        assertThat(Moments.EMPTY.variance()).isNaN();
        assertThat(Moments.EMPTY.standardError()).isNaN();
    }

    @Test
    void one_value_has_no_spread_and_equal_values_no_skewness() {
        assertThat(Moments.of(new double[] {5}, 1, new double[1]).variance()).isNaN();
        assertThat(Moments.of(new double[] {5}, 1, new double[1]).skewness()).isNaN();
        assertThat(Moments.of(new double[] {5, 5, 5}, 3, new double[3]).skewness())
                .isNaN();
        assertThat(Moments.of(new double[] {5, 5, 5}, 3, new double[3]).standardError())
                .isZero();
    }

    @Test
    void skewness_and_variance_of_a_large_sample_are_those_of_its_law() {
        int n = 1 << 18;
        Moments moments = Moments.of(Law.EXPONENTIAL.fill(new double[n], 0, new SplittableRandom(4)), n, new double[n]);
        assertThat(moments.mean()).isCloseTo(1, within(0.013));
        assertThat(moments.variance()).isCloseTo(1, within(0.04));
        assertThat(moments.skewness()).isCloseTo(2, within(0.25));
    }

    @Test
    void a_value_that_is_not_finite_shows_in_every_moment() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            Moments moments = Moments.of(new double[] {1, bad, 2}, 3, new double[3]);
            assertThat(moments.mean()).matches(mean -> !Double.isFinite(mean));
            assertThat(moments.variance()).isNaN();
            assertThat(moments.merge(Moments.of(new double[] {1, 2}, 2, new double[2]))
                            .variance())
                    .isNaN();
        }
    }

    @Test
    void a_scratch_that_would_overwrite_the_values_is_refused() {
        double[] values = {1, 2};
        assertThatThrownBy(() -> Moments.of(values, 2, values))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("scratch is values itself");
        assertThatThrownBy(() -> new Moments(-1, 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("count is -1, expected 0 or more");
    }
}
