package org.itocheck.random;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.itocheck.math.VectorShapes;

/** The laws that simulations wait for, on the Vector API: the same bits as {@link LawTransforms}. */
final class VectorLawTransforms extends LawTransforms {
    private static final VectorSpecies<Double> DOUBLES = VectorShapes.DOUBLES;
    private static final VectorSpecies<Long> LONGS = VectorShapes.LONGS;
    private static final int WIDTH = DOUBLES.length();
    private static final VectorSpecies<Integer> INTS = VectorShapes.INTS;

    private final int lanes;
    private final VectorBoxMuller boxMuller;

    VectorLawTransforms(int lanes) {
        super(lanes);
        this.lanes = lanes;
        boxMuller = new VectorBoxMuller(lanes);
    }

    @Override
    void gaussian(long[] first, long[] second, double[] row, double[] otherRow) {
        boxMuller.pair(first, second, row, otherRow);
    }

    @Override
    void rademacher(long[] words, int bit, double[] row) {
        int shift = Long.SIZE - 1 - bit;
        for (int j = 0; j < lanes; j += WIDTH) {
            LongVector.fromArray(LONGS, words, j)
                    .lanewise(VectorOperators.LSHL, shift)
                    .and(Long.MIN_VALUE)
                    .or(ONE_BITS)
                    .reinterpretAsDoubles()
                    .intoArray(row, j);
        }
    }

    @Override
    void skewTwoPoint(long[] words, double[] row) {
        for (int j = 0; j < lanes; j += WIDTH) {
            LongVector.fromArray(LONGS, words, j)
                    .lanewise(VectorOperators.LSHR, 11)
                    .sub(TENTH)
                    .lanewise(VectorOperators.ASHR, 63)
                    .and(THREE_BITS ^ MINUS_THIRD_BITS)
                    .lanewise(VectorOperators.XOR, MINUS_THIRD_BITS)
                    .reinterpretAsDoubles()
                    .intoArray(row, j);
        }
    }

    @Override
    void threePoint(long[] words, double[] row) {
        LongVector last = LongVector.broadcast(LONGS, LAST_BELOW_UPPER_SIXTH);
        for (int j = 0; j < lanes; j += WIDTH) {
            LongVector m = LongVector.fromArray(LONGS, words, j).lanewise(VectorOperators.LSHR, 11);
            LongVector low = m.sub(SIXTH).lanewise(VectorOperators.ASHR, 63).and(MINUS_ROOT_3_BITS);
            LongVector high = last.sub(m).lanewise(VectorOperators.ASHR, 63).and(ROOT_3_BITS);
            low.or(high).reinterpretAsDoubles().intoArray(row, j);
        }
    }

    @Override
    void uniform(long[] words, double[] row) {
        for (int j = 0; j < lanes; j += WIDTH) {
            LongVector.fromArray(LONGS, words, j)
                    .lanewise(VectorOperators.LSHR, 12)
                    .or(ONE_BITS)
                    .reinterpretAsDoubles()
                    .sub(1.5)
                    .add(0x1p-53)
                    .mul(TWO_SQRT_3)
                    .intoArray(row, j);
        }
    }

    @Override
    void indexFromUpper(long[] words, int bound, int[] row) {
        if (INTS.length() != WIDTH) {
            super.indexFromUpper(words, bound, row);
            return;
        }
        for (int j = 0; j < lanes; j += WIDTH) {
            LongVector.fromArray(LONGS, words, j)
                    .lanewise(VectorOperators.LSHR, Integer.SIZE)
                    .mul(bound)
                    .lanewise(VectorOperators.LSHR, Integer.SIZE)
                    .convertShape(VectorOperators.L2I, INTS, 0)
                    .reinterpretAsInts()
                    .intoArray(row, j);
        }
    }

    @Override
    void indexFromLower(long[] words, int bound, int[] row) {
        if (INTS.length() != WIDTH) {
            super.indexFromLower(words, bound, row);
            return;
        }
        for (int j = 0; j < lanes; j += WIDTH) {
            LongVector.fromArray(LONGS, words, j)
                    .and(0xFFFFFFFFL)
                    .mul(bound)
                    .lanewise(VectorOperators.LSHR, Integer.SIZE)
                    .convertShape(VectorOperators.L2I, INTS, 0)
                    .reinterpretAsInts()
                    .intoArray(row, j);
        }
    }
}
