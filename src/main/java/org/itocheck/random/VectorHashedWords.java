package org.itocheck.random;

import static jdk.incubator.vector.VectorOperators.*;

import jdk.incubator.vector.LongVector;
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
            z = z.lanewise(XOR, z.lanewise(LSHR, 30)).mul(Bits.FIRST);
            z = z.lanewise(XOR, z.lanewise(LSHR, 27)).mul(Bits.SECOND);
            z.lanewise(XOR, z.lanewise(LSHR, 31)).intoArray(out, j);
        }
    }
}
