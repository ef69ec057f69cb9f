package org.itocheck.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every index as often as every other, each with false-alarm rate 1e-9 (see {@link MeanCheck}). */
class IndexFrequencyTest {
    private static final int LANES = 256;
    private static final int ROWS = 4096;

    private static double worstScore(int bound, NoiseRows rows) {
        int[] row = new int[LANES];
        long[] counts = new long[bound];
        for (int k = 0; k < ROWS; k++) {
            rows.index(bound, row);
            for (int index : row) {
                counts[index]++;
            }
        }
        long draws = (long) ROWS * LANES;
        double p = 1.0 / bound;
        // for indicators the sum of the influence function needs no pass over the draws: two values only
        double worst = 0;
        for (long count : counts) {
            MeanCheck one = new MeanCheck(p, p * (1 - p), draws);
            one.add(1);
            MeanCheck none = new MeanCheck(p, p * (1 - p), draws);
            none.add(0);
            worst = Math.max(worst, Math.abs(count * one.score() + (draws - count) * none.score()));
        }
        return worst;
    }

    private static KeyedRows rows() {
        KeyedRows rows = new KeyedRows(LANES);
        rows.start(new Seed(11), 0);
        return rows;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 64, 100, 1000, 4097})
    void every_index_is_equally_likely(int bound) {
        assertThat(worstScore(bound, rows())).isLessThan(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 64, 100, 1000})
    void a_favoured_index_is_caught(int bound) {
        int[] calls = {0};
        IntBinaryOperator favourZero = (b, index) -> calls[0]++ % 20 == 0 ? 0 : index;
        assertThat(worstScore(bound, Distorted.indices(rows(), favourZero))).isGreaterThan(1);
        assertThat(worstScore(bound, Distorted.indices(rows(), (b, index) -> index == b - 1 ? 0 : index)))
                .isGreaterThan(1);
    }

    @Test
    void both_halves_of_a_word_reach_both_ends() {
        LawTransforms transforms = new LawTransforms(1);
        int[] row = new int[1];
        int bound = 1 << 24;
        transforms.indexFromUpper(new long[] {0xFFFFFFFF_00000000L}, bound, row);
        assertThat(row[0]).isEqualTo(bound - 1);
        transforms.indexFromUpper(new long[] {0x00000000_FFFFFFFFL}, bound, row);
        assertThat(row[0]).isZero();
        transforms.indexFromLower(new long[] {0x00000000_FFFFFFFFL}, bound, row);
        assertThat(row[0]).isEqualTo(bound - 1);
        transforms.indexFromLower(new long[] {0xFFFFFFFF_00000000L}, bound, row);
        assertThat(row[0]).isZero();
    }

    @Test
    void a_bound_out_of_range_is_refused_with_its_remedy() {
        int[] row = new int[LANES];
        for (int bound : new int[] {0, -5, (1 << 24) + 1}) {
            assertThatThrownBy(() -> rows().index(bound, row))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("bound is " + bound + ", expected 1 to 16777216 = 2^24; "
                            + "draw a larger index as two smaller ones");
        }
        rows().index(1, row);
        assertThat(row).containsOnly(0);
    }
}
