package org.itocheck.random;

import org.itocheck.math.BitCasts;
import org.itocheck.math.Kernels;
import org.itocheck.math.RowMath;

/**
 * Rows of words turned into rows of every law; working memory of one thread, no state that lasts from call to call. In plain loops; the laws
 * that simulations wait for are overridden by {@code VectorLawTransforms}.
 */
class LawTransforms {
    static final long ONE_BITS = 0x3FF0000000000000L;
    static final long THREE_BITS = 0x4008000000000000L;
    static final long MINUS_THIRD_BITS = 0xBFD5555555555555L;
    private static final long TWO_TO_52_BITS = 0x4330000000000000L;
    static final double TWO_SQRT_3 = 3.4641016151377544;
    /** 2^53 / 10. */
    static final long TENTH = 900_719_925_474_099L;

    static final long ROOT_3_BITS = 0x3FFBB67AE8584CAAL;
    static final long MINUS_ROOT_3_BITS = ROOT_3_BITS | Long.MIN_VALUE;
    /** 2^53 / 6, rounded down: the probability of either end is 1/6 - 3.7e-17. */
    static final long SIXTH = 1_501_199_875_790_165L;
    /** The last number of 53 bits below the upper sixth. */
    static final long LAST_BELOW_UPPER_SIXTH = (1L << 53) - SIXTH - 1;
    /** 2^53 P(X <= k) for X ~ Poisson(1), k = 0, 1, ..., rounded; from k = 18 on it is 2^53, which no 53 bits reach. */
    private static final long[] POISSON = {
        3313563428353948L,
        6627126856707896L,
        8283908570884870L,
        8836169142277194L,
        8974234285125276L,
        9001847313694892L,
        9006449485123161L,
        9007106938184342L,
        9007189119816990L,
        9007198251109507L,
        9007199164238758L,
        9007199247250508L,
        9007199254168154L,
        9007199254700281L,
        9007199254738290L,
        9007199254740824L,
        9007199254740982L,
        9007199254740991L
    };

    private final int lanes;
    private final BitCasts casts;
    private final RowMath math;
    private final BoxMuller boxMuller;
    private final HeavyTails heavyTails;
    private final long[] bits;
    private final long[] counts;

    /** The fastest transforms for rows of the given length; all give the same bits. */
    static LawTransforms of(int lanes) {
        return Kernels.forLanes(LawTransforms.class, "VectorLawTransforms", lanes, LawTransforms::new);
    }

    LawTransforms(int lanes) {
        this.lanes = lanes;
        casts = new BitCasts(lanes);
        math = new RowMath(lanes);
        boxMuller = new BoxMuller(lanes, casts);
        heavyTails = new HeavyTails(lanes, casts, math);
        bits = new long[lanes];
        counts = new long[lanes];
    }

    /** Two rows of N(0, 1). */
    void gaussian(long[] first, long[] second, double[] row, double[] otherRow) {
        boxMuller.pair(first, second, row, otherRow);
    }

    /** The laws without all moments. */
    HeavyTails heavyTails() {
        return heavyTails;
    }

    /** +1 where the given bit of the word is 0, -1 where it is 1. */
    void rademacher(long[] words, int bit, double[] row) {
        signBits(words, Long.SIZE - 1 - bit, bits, lanes);
        casts.toDoubles(bits, row);
    }

    /** 3 if the upper 53 bits are below a tenth of their range, otherwise -1/3. */
    void skewTwoPoint(long[] words, double[] row) {
        choose(words, bits, lanes);
        casts.toDoubles(bits, row);
    }

    /** -sqrt 3 if the upper 53 bits are in the lowest sixth of their range, sqrt 3 in the highest, otherwise 0. */
    void threePoint(long[] words, double[] row) {
        chooseEnd(words, bits, lanes);
        casts.toDoubles(bits, row);
    }

    /** sqrt 3 (2u - 1) with u = (m + 1/2) 2^-52: symmetric to the last bit. */
    void uniform(long[] words, double[] row) {
        oneToTwo(words, bits, lanes);
        casts.toDoubles(bits, row);
        centre(row, lanes);
    }

    /** The number of values of the distribution function that 53 bits reach, minus 1. */
    void poisson(long[] words, double[] row) {
        upperBits(words, bits, counts, lanes);
        for (long threshold : POISSON) {
            countIfReached(bits, threshold, counts, lanes);
        }
        casts.toDoubles(counts, row);
        subtract(row, 0x1p52 + 1, lanes);
    }

    /** -log(u) - 1 with u = (m + 1/2) 2^-52; at most 35.74. */
    void exponential(long[] words, double[] row) {
        oneToTwo(words, bits, lanes);
        casts.toDoubles(bits, row);
        subtract(row, 1 - 0x1p-53, lanes);
        math.log(row, row);
        minusOneMinus(row, lanes);
    }

    /** Index from the upper 32 bits of the word. */
    void indexFromUpper(long[] words, int bound, int[] row) {
        for (int j = 0; j < lanes; j++) {
            row[j] = (int) (((words[j] >>> 32) * bound) >>> 32);
        }
    }

    /** Index from the lower 32 bits of the word. */
    void indexFromLower(long[] words, int bound, int[] row) {
        for (int j = 0; j < lanes; j++) {
            row[j] = (int) (((words[j] & 0xFFFFFFFFL) * bound) >>> 32);
        }
    }

    private static void signBits(long[] words, int shift, long[] out, int n) {
        for (int j = 0; j < n; j++) {
            out[j] = ((words[j] << shift) & Long.MIN_VALUE) | ONE_BITS;
        }
    }

    private static void choose(long[] words, long[] out, int n) {
        for (int j = 0; j < n; j++) {
            long below = -(((words[j] >>> 11) - TENTH) >>> 63);
            out[j] = (below & (THREE_BITS ^ MINUS_THIRD_BITS)) ^ MINUS_THIRD_BITS;
        }
    }

    private static void chooseEnd(long[] words, long[] out, int n) {
        for (int j = 0; j < n; j++) {
            long m = words[j] >>> 11;
            long low = -((m - SIXTH) >>> 63);
            long high = -((LAST_BELOW_UPPER_SIXTH - m) >>> 63);
            out[j] = (low & MINUS_ROOT_3_BITS) | (high & ROOT_3_BITS);
        }
    }

    /** The bits of 1 + m 2^-52. */
    private static void oneToTwo(long[] words, long[] out, int n) {
        for (int j = 0; j < n; j++) {
            out[j] = (words[j] >>> 12) | ONE_BITS;
        }
    }

    /** Both additions are exact: what remains is an odd multiple of 2^-53 between -1/2 and 1/2. */
    private static void centre(double[] row, int n) {
        for (int j = 0; j < n; j++) {
            row[j] = TWO_SQRT_3 * ((row[j] - 1.5) + 0x1p-53);
        }
    }

    private static void upperBits(long[] words, long[] out, long[] counts, int n) {
        for (int j = 0; j < n; j++) {
            out[j] = words[j] >>> 11;
            counts[j] = TWO_TO_52_BITS;
        }
    }

    private static void countIfReached(long[] values, long threshold, long[] counts, int n) {
        for (int j = 0; j < n; j++) {
            counts[j] += (threshold - 1 - values[j]) >>> 63;
        }
    }

    private static void subtract(double[] row, double value, int n) {
        for (int j = 0; j < n; j++) {
            row[j] = row[j] - value;
        }
    }

    private static void minusOneMinus(double[] row, int n) {
        for (int j = 0; j < n; j++) {
            row[j] = -1 - row[j];
        }
    }
}
