package org.itocheck.random;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.itocheck.math.VectorShapes;

/** {@link HashedWords} on the Vector API: the same words. */
final class VectorHashedWords extends HashedWords {
    private static final VectorSpecies<Long> SPECIES = VectorShapes.LONGS;
    private static final int WIDTH = SPECIES.length();

    VectorHashedWords(int lanes) {
        super(lanes);
    }

    @Override
    public void row(long counter, long[] out) {
        hash(keys, counter * Bits.STEP, out, keys.length);
    }

    private static void hash(long[] keys, long offset, long[] out, int n) {
        for (int j = 0; j < n; j += WIDTH) {
            LongVector z = LongVector.fromArray(SPECIES, keys, j).add(offset);
            z = fold(z, 30).mul(Bits.FIRST);
            z = fold(z, 27).mul(Bits.SECOND);
            fold(z, 31).intoArray(out, j);
        }
    }

    private static LongVector fold(LongVector z, int shift) {
        return z.lanewise(VectorOperators.XOR, z.lanewise(VectorOperators.LSHR, shift));
    }
}
