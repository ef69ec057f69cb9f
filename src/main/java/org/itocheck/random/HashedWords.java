package org.itocheck.random;

import org.itocheck.math.Kernels;

/** The default: {@code mix(mix(seed + t GAMMA) + c STEP)}, see {@link Bits}. */
class HashedWords implements Words {
    final long[] keys;

    /** The fastest hash for rows of the given length; all give the same bits. */
    static Words of(int lanes) {
        return Kernels.forLanes(Words.class, "VectorHashedWords", lanes, HashedWords::new);
    }

    HashedWords(int lanes) {
        keys = new long[lanes];
    }

    @Override
    public void start(long seed, long firstTrajectory) {
        for (int j = 0; j < keys.length; j++) {
            keys[j] = Bits.mix(seed + (firstTrajectory + j) * Bits.GAMMA);
        }
    }

    @Override
    public void row(long counter, long[] out) {
        hash(keys, counter * Bits.STEP, out, keys.length);
    }

    @Override
    public Words oneLane() {
        return new HashedWords(1);
    }

    private static void hash(long[] keys, long offset, long[] out, int n) {
        for (int j = 0; j < n; j++) {
            out[j] = Bits.mix(keys[j] + offset);
        }
    }
}
