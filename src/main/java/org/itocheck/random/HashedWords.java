package org.itocheck.random;

/** The default: {@code mix(mix(seed + t GAMMA) + c STEP)}, see {@link Bits}. */
final class HashedWords implements Words {
    private final long[] keys;

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
