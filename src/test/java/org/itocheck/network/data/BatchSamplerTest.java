package org.itocheck.network.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.itocheck.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Shares of indices are checked at a false-alarm rate of 1e-9 each time, see {@link Shares}. */
class BatchSamplerTest {
    private static final Seed SEED = new Seed(11);

    enum Kind {
        WITH_REPLACEMENT,
        SHUFFLED,
        WITHOUT_REPLACEMENT;

        BatchSampler of(Seed seed, int samples, int batchSize) {
            return switch (this) {
                case WITH_REPLACEMENT -> new WithReplacement(seed, samples, batchSize);
                case SHUFFLED -> new Shuffled(seed, samples, batchSize);
                case WITHOUT_REPLACEMENT -> new WithoutReplacement(seed, samples, batchSize);
            };
        }
    }

    @Test
    void a_shuffled_epoch_has_every_index_once() {
        Shuffled sampler = new Shuffled(SEED, 120, 8);
        assertThat(sampler.stepsPerEpoch()).isEqualTo(15);
        int[] first = epoch(sampler, 0);
        int[] second = epoch(sampler, 1);
        assertThat(IntStream.of(first).sorted())
                .containsExactlyElementsOf(IntStream.range(0, 120).boxed().toList());
        assertThat(IntStream.of(second).sorted())
                .containsExactlyElementsOf(IntStream.range(0, 120).boxed().toList());
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void what_does_not_fill_a_batch_is_dropped() {
        Shuffled sampler = new Shuffled(SEED, 103, 10);
        assertThat(sampler.stepsPerEpoch()).isEqualTo(10);
        assertThat(IntStream.of(epoch(sampler, 0)).distinct().count()).isEqualTo(100);
        assertThat(sampler.epoch(9)).isZero();
        assertThat(sampler.epoch(10)).isEqualTo(1);
        int[] dropped = new int[103];
        for (int epoch = 0; epoch < 4000; epoch++) {
            boolean[] seen = new boolean[103];
            IntStream.of(epoch(sampler, epoch)).forEach(index -> seen[index] = true);
            IntStream.range(0, 103).filter(i -> !seen[i]).forEach(i -> dropped[i]++);
        }
        assertThat(Shares.areLike(3 / 103.0, 4000, dropped)).isTrue();
    }

    @Test
    void without_replacement_no_index_comes_twice_in_a_batch() {
        WithoutReplacement sampler = new WithoutReplacement(SEED, 50, 20);
        int[] batch = new int[20];
        for (int step = 0; step < 200; step++) {
            sampler.batch(step, batch);
            assertThat(IntStream.of(batch).distinct().count()).isEqualTo(20);
        }
        int[] all = new int[50];
        new WithoutReplacement(SEED, 50, 50).batch(3, all);
        assertThat(IntStream.of(all).sorted())
                .containsExactlyElementsOf(IntStream.range(0, 50).boxed().toList());
    }

    @Test
    void with_replacement_two_places_agree_as_often_as_chance_has_it() {
        WithReplacement sampler = new WithReplacement(SEED, 10, 2);
        int[] batch = new int[2];
        int[] agreements = new int[1];
        for (int step = 0; step < 20_000; step++) {
            sampler.batch(step, batch);
            agreements[0] += batch[0] == batch[1] ? 1 : 0;
        }
        assertThat(Shares.areLike(0.1, 20_000, agreements)).isTrue();
        assertThat(Shares.areLike(0.1, 20_000, 0)).as("without replacement").isFalse();
    }

    /** One batch for each of many seeds: every index is at every place equally often. */
    @ParameterizedTest
    @EnumSource
    void every_index_is_equally_likely_at_every_place(Kind kind) {
        assertThat(placesAreUniform(kind, IntUnaryOperator.identity())).isTrue();
    }

    /** What the test above must catch: one draw in fifteen that should be index 5 is index 6. */
    @ParameterizedTest
    @EnumSource
    void a_favoured_index_is_caught(Kind kind) {
        int[] calls = {0};
        assertThat(placesAreUniform(kind, index -> index == 5 && calls[0]++ % 5 == 0 ? 6 : index))
                .isFalse();
    }

    private static boolean placesAreUniform(Kind kind, IntUnaryOperator distortion) {
        int samples = 12;
        int[][] counts = new int[4][samples];
        int[] batch = new int[4];
        int trials = 20_000;
        for (int seed = 0; seed < trials; seed++) {
            kind.of(new Seed(seed), samples, 4).batch(1, batch);
            for (int place = 0; place < 4; place++) {
                counts[place][distortion.applyAsInt(batch[place])]++;
            }
        }
        int[] all = Arrays.stream(counts).flatMapToInt(IntStream::of).toArray();
        return Shares.areLike(1.0 / samples, trials, all);
    }

    /** All 24 orders of four images over many seeds and epochs: the whole law of a shuffle, not only its places. */
    @Test
    void every_order_is_equally_likely() {
        int trials = 48_000;
        int[] counts = new int[256];
        for (int seed = 0; seed < trials / 4; seed++) {
            Shuffled sampler = new Shuffled(new Seed(seed), 4, 4);
            for (int epoch = 0; epoch < 4; epoch++) {
                int[] order = epoch(sampler, epoch);
                counts[order[0] << 6 | order[1] << 4 | order[2] << 2 | order[3]]++;
            }
        }
        int[] orders = IntStream.of(counts).filter(count -> count > 0).toArray();
        assertThat(orders).hasSize(24);
        assertThat(Shares.areLike(1 / 24.0, trials, orders)).isTrue();
        orders[0] += 400;
        assertThat(Shares.areLike(1 / 24.0, trials, orders)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void a_batch_is_a_function_of_seed_and_step_alone(Kind kind) {
        int[][] forward = batches(kind.of(SEED, 40, 8), 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        int[][] backward = batches(kind.of(SEED, 40, 8), 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
        for (int step = 0; step < 12; step++) {
            assertThat(backward[11 - step]).isEqualTo(forward[step]);
        }
        assertThat(batches(kind.of(SEED, 40, 8), 7)[0]).isEqualTo(forward[7]);
        assertThat(batches(kind.of(new Seed(12), 40, 8), 7)[0]).isNotEqualTo(forward[7]);
        assertThat(Arrays.stream(forward).map(Arrays::toString).distinct()).hasSize(12);
    }

    /** Threads share no state: many at once, each with its own sampler, see the batches of one. */
    @ParameterizedTest
    @EnumSource
    void the_number_of_threads_does_not_enter(Kind kind) {
        int[][] alone = batches(kind.of(SEED, 40, 8), LongStream.range(0, 64).toArray());
        List<int[]> together = LongStream.range(0, 64)
                .parallel()
                .mapToObj(step -> batches(kind.of(SEED, 40, 8), step)[0])
                .toList();
        assertThat(together.toArray(int[][]::new)).isDeepEqualTo(alone);
    }

    /** What a second program, in another language, drew: a change here would change every training run. */
    @Test
    void batches_are_pinned() {
        assertThat(batches(Kind.WITH_REPLACEMENT.of(SEED, 50_000, 4), 7)[0]).containsExactly(7585, 40175, 33670, 6676);
        assertThat(batches(Kind.SHUFFLED.of(SEED, 50_000, 4), 12_507)[0]).containsExactly(16198, 1319, 39371, 45988);
        assertThat(batches(Kind.WITHOUT_REPLACEMENT.of(SEED, 50_000, 4), 7)[0])
                .containsExactly(24678, 16772, 12520, 15941);
    }

    @Test
    void what_does_not_fit_is_refused() {
        refused(() -> new Shuffled(SEED, 10, 11), "batchSize is 11, expected 1 to 10, the number of images");
        refused(() -> new WithoutReplacement(SEED, 10, 0), "batchSize is 0, expected 1 to 10, the number of images");
        refused(() -> new WithReplacement(SEED, 10, 0), "batchSize is 0, expected 1 to 16777216");
        refused(
                () -> new WithReplacement(SEED, 0, 1),
                "samples is 0, expected 1 to 16777216 = 2^24; use the size of the images");
        BatchSampler sampler = new WithReplacement(SEED, 3, 5);
        assertThat(sampler.stepsPerEpoch()).isEqualTo(1);
        refused(() -> sampler.batch(0, new int[4]), "indices has 4 entries, the batch size is 5; make it as long");
        refused(() -> sampler.batch(-1, new int[5]), "step is -1, expected 0 to 4294967295");
    }

    @Test
    void a_sampler_says_what_it_does() {
        assertThat(new WithReplacement(SEED, 3, 5)).hasToString("5 of 3 with replacement");
        assertThat(new WithoutReplacement(SEED, 5, 3)).hasToString("3 of 5 without replacement");
        assertThat(new Shuffled(SEED, 5, 3)).hasToString("3 of 5 shuffled");
    }

    private static int[] epoch(BatchSampler sampler, long epoch) {
        long first = epoch * sampler.stepsPerEpoch();
        return Arrays.stream(batches(
                        sampler,
                        LongStream.range(first, first + sampler.stepsPerEpoch()).toArray()))
                .flatMapToInt(IntStream::of)
                .toArray();
    }

    private static int[][] batches(BatchSampler sampler, long... steps) {
        int[][] batches = new int[steps.length][sampler.batchSize()];
        for (int k = 0; k < steps.length; k++) {
            sampler.batch(steps[k], batches[k]);
        }
        return batches;
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
