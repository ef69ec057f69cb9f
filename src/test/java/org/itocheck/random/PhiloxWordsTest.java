package org.itocheck.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The known answers that the authors of Philox publish with Random123 (kat_vectors, philox4x32 with 10 rounds). */
class PhiloxWordsTest {
    /** Counter and key as the file prints them, lowest word first; the answer likewise. */
    @ParameterizedTest
    @CsvSource({
        "00000000 00000000 00000000 00000000, 00000000 00000000, 6627e8d5 e169c58d bc57ac4c 9b00dbd8",
        "ffffffff ffffffff ffffffff ffffffff, ffffffff ffffffff, 408f276d 41c83b0e a20bc7c6 6d5451fd",
        "243f6a88 85a308d3 13198a2e 03707344, a4093822 299f31d0, d16cfe09 94fdcceb 5001e420 24126ea1",
    })
    void known_answers(String counter, String key, String answer) {
        int[] c = words(counter);
        int[] k = words(key);
        PhiloxWords philox = new PhiloxWords(1);
        philox.start(join(k[0], k[1]), join(c[2], c[3]));
        philox.cipher(join(c[0], c[1]));
        int[] actual = {(int) philox.x0[0], (int) philox.x1[0], (int) philox.x2[0], (int) philox.x3[0]};
        assertThat(actual).isEqualTo(words(answer));
    }

    @Test
    void a_block_gives_two_words_in_any_order() {
        PhiloxWords philox = new PhiloxWords(1);
        philox.start(0, 0);
        long[] out = new long[1];
        philox.row(1, out);
        assertThat(out[0]).isEqualTo(0xbc57ac4c_9b00dbd8L);
        philox.row(2, out);
        philox.row(0, out);
        assertThat(out[0]).isEqualTo(0x6627e8d5_e169c58dL);
    }

    private static int[] words(String text) {
        String[] parts = text.strip().split(" ", -1);
        int[] words = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            words[i] = Integer.parseUnsignedInt(parts[i], 16);
        }
        return words;
    }

    private static long join(int low, int high) {
        return Integer.toUnsignedLong(low) | ((long) high << 32);
    }
}
