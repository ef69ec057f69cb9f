package org.itocheck.random;

/**
 * Philox4x32-10, a counter-based generator built like a block cipher: block b of trajectory t under the key {@code seed} holds the words
 * 2b and 2b + 1. About twice the cost of the hash; it is here to show that no result hangs on the hash.
 *
 * @see <a href="https://doi.org/10.1145/2063384.2063405">Salmon, Moraes, Dror, Shaw (2011), Parallel random numbers: as easy as 1, 2, 3</a>
 */
final class PhiloxWords implements Words {
    private static final long MULTIPLIER_0 = 0xD2511F53L;
    private static final long MULTIPLIER_1 = 0xCD9E8D57L;
    private static final long WEYL_0 = 0x9E3779B9L;
    private static final long WEYL_1 = 0xBB67AE85L;
    private static final long LOW = 0xFFFFFFFFL;
    private static final int ROUNDS = 10;

    private final int lanes;
    /** The four 32-bit words of the block held, for each lane. */
    final long[] x0;

    final long[] x1;
    final long[] x2;
    final long[] x3;
    private long seed;
    private long firstTrajectory;
    /** The block that x0 to x3 hold, or -1. */
    private long held = -1;

    PhiloxWords(int lanes) {
        this.lanes = lanes;
        x0 = new long[lanes];
        x1 = new long[lanes];
        x2 = new long[lanes];
        x3 = new long[lanes];
    }

    @Override
    public void start(long seed, long firstTrajectory) {
        this.seed = seed;
        this.firstTrajectory = firstTrajectory;
        held = -1;
    }

    @Override
    public void row(long counter, long[] out) {
        long block = counter >>> 1;
        if (block != held) {
            cipher(block);
            held = block;
        }
        if ((counter & 1) == 0) {
            join(x0, x1, out, lanes);
        } else {
            join(x2, x3, out, lanes);
        }
    }

    @Override
    public Words oneLane() {
        return new PhiloxWords(1);
    }

    /** Encrypts the counters (low and high half of the block number, low and high half of the trajectory). */
    void cipher(long block) {
        for (int j = 0; j < lanes; j++) {
            long trajectory = firstTrajectory + j;
            x0[j] = block & LOW;
            x1[j] = block >>> 32;
            x2[j] = trajectory & LOW;
            x3[j] = trajectory >>> 32;
        }
        long key0 = seed & LOW;
        long key1 = seed >>> 32;
        for (int k = 0; k < ROUNDS; k++) {
            round(x0, x1, x2, x3, key0, key1, lanes);
            key0 = (key0 + WEYL_0) & LOW;
            key1 = (key1 + WEYL_1) & LOW;
        }
    }

    private static void round(long[] x0, long[] x1, long[] x2, long[] x3, long key0, long key1, int n) {
        for (int j = 0; j < n; j++) {
            long p = x0[j] * MULTIPLIER_0;
            long q = x2[j] * MULTIPLIER_1;
            x0[j] = (q >>> 32) ^ x1[j] ^ key0;
            x2[j] = (p >>> 32) ^ x3[j] ^ key1;
            x1[j] = q & LOW;
            x3[j] = p & LOW;
        }
    }

    private static void join(long[] high, long[] low, long[] out, int n) {
        for (int j = 0; j < n; j++) {
            out[j] = (high[j] << 32) | low[j];
        }
    }
}
