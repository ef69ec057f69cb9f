package org.itocheck.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.itocheck.math.Kernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The draws on the Vector API have the bits of the plain ones, for ordinary words and for those at the ends of their range. */
class VectorDrawsTest {
    private static final long[] ENDS = {
        0,
        1,
        -1,
        Long.MIN_VALUE,
        Long.MAX_VALUE,
        0xFFFL,
        0x1000L,
        -0x1000L,
        0x7FFL,
        0x800L,
        0xFFFFFFFFL,
        0x100000000L,
        LawTransforms.TENTH << 11,
        (LawTransforms.TENTH << 11) - 1,
        LawTransforms.SIXTH << 11,
        (LawTransforms.SIXTH << 11) - 1,
        -(LawTransforms.SIXTH << 11),
        -(LawTransforms.SIXTH << 11) - 1
    };

    private interface Law {
        void draw(LawTransforms transforms, long[] words, long[] others, double[] out, double[] rest);
    }

    private static LawTransforms vector(int lanes) {
        return Kernels.onVectorApi(LawTransforms.class, "VectorLawTransforms", lanes)
                .orElseThrow();
    }

    private static long[] words(int lanes, long seed) {
        long[] words = new SplittableRandom(seed).longs(lanes).toArray();
        for (int j = 0; j < Math.min(lanes, ENDS.length); j++) {
            words[j] = ENDS[(int) ((j + seed) % ENDS.length)];
        }
        return words;
    }

    private static void haveTheSameBits(int lanes, Law law) {
        LawTransforms plain = new LawTransforms(lanes);
        LawTransforms vector = vector(lanes);
        for (long seed = 0; seed < 300; seed++) {
            double[] expected = new double[2 * lanes];
            double[] found = new double[2 * lanes];
            draw(law, plain, lanes, seed, expected);
            draw(law, vector, lanes, seed, found);
            assertThat(bits(found)).as("seed %d", seed).isEqualTo(bits(expected));
        }
    }

    private static void draw(Law law, LawTransforms transforms, int lanes, long seed, double[] both) {
        double[] out = new double[lanes];
        double[] rest = new double[lanes];
        law.draw(transforms, words(lanes, seed), words(lanes, seed + 1000), out, rest);
        System.arraycopy(out, 0, both, 0, lanes);
        System.arraycopy(rest, 0, both, lanes, lanes);
    }

    private static long[] bits(double[] row) {
        return Arrays.stream(row).mapToLong(Double::doubleToRawLongBits).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 24, 256})
    void gaussian_rows(int lanes) {
        haveTheSameBits(lanes, LawTransforms::gaussian);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 24, 256})
    void two_and_three_point_and_uniform_rows(int lanes) {
        haveTheSameBits(lanes, (t, words, others, out, rest) -> t.rademacher(words, (int) (others[0] & 63), out));
        haveTheSameBits(lanes, (t, words, others, out, rest) -> t.skewTwoPoint(words, out));
        haveTheSameBits(lanes, (t, words, others, out, rest) -> t.threePoint(words, out));
        haveTheSameBits(lanes, (t, words, others, out, rest) -> t.uniform(words, out));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 64, 1797, 1 << 24})
    void index_rows(int bound) {
        haveTheSameBits(64, (t, words, others, out, rest) -> {
            int[] index = new int[out.length];
            t.indexFromUpper(words, bound, index);
            copy(index, out);
            t.indexFromLower(words, bound, index);
            copy(index, rest);
        });
    }

    private static void copy(int[] from, double[] to) {
        Arrays.setAll(to, j -> from[j]);
    }

    @Test
    void hashed_words() {
        Words plain = new HashedWords(48);
        Words vector = Kernels.onVectorApi(Words.class, "VectorHashedWords", 48).orElseThrow();
        LongStream.of(0, 1, -5, Long.MIN_VALUE).forEach(seed -> {
            plain.start(seed, 7);
            vector.start(seed, 7);
            for (long counter : new long[] {0, 1, 2, 12345, 1L << 40}) {
                long[] expected = new long[48];
                long[] found = new long[48];
                plain.row(counter, expected);
                vector.row(counter, found);
                assertThat(found).isEqualTo(expected);
            }
        });
    }
}
