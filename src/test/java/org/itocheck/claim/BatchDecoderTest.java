package org.itocheck.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.itocheck.dynamics.optimizer.Svag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchDecoderTest {
    @ParameterizedTest
    @CsvSource({"2, 1", "2, 3", "3, 4", "16, 2"})
    void every_pair_of_counts_is_read_from_its_number(int level, int batchSize) {
        BatchDecoder decoder = BatchDecoder.of(level, batchSize);
        assertThat(decoder.unique()).isTrue();
        for (int one = 0; one <= batchSize; one++) {
            for (int other = 0; other <= batchSize; other++) {
                int code = decoder.read(Svag.first(level) * one + Svag.second(level) * other + 1e-9);
                assertThat(decoder.first(code)).isEqualTo(one);
                assertThat(decoder.second(code)).isEqualTo(other);
            }
        }
    }

    @Test
    void a_number_between_two_counts_is_no_count() {
        BatchDecoder one = BatchDecoder.of(1, 4);
        assertThat(one.read(2.1)).isEqualTo(2);
        assertThat(one.read(2.2)).isEqualTo(-1);
        assertThat(one.read(-0.2)).isEqualTo(-1);
        assertThat(one.read(4.2)).isEqualTo(-1);
    }

    @Test
    void at_level_1_there_is_one_mini_batch() {
        BatchDecoder one = BatchDecoder.of(1, 3);
        assertThat(one.unique()).isTrue();
        assertThat(one.first(one.read(3))).isEqualTo(3);
        assertThat(one.second(one.read(3))).isZero();
    }

    /** At l = 5, 2 c1 - c2 is 0 for (0, 0) and for (1, 2). */
    @Test
    void whole_roots_cannot_be_read() {
        assertThat(BatchDecoder.of(5, 2).unique()).isFalse();
    }
}
