package org.itocheck.random;

/**
 * The hash behind all randomness: word c of trajectory t is {@code mix(mix(seed + t GAMMA) + c STEP)} with the SplitMix64 finaliser
 * (Steele, Lea, Flood 2014).
 */
final class Bits {
    /** 2^64 over the golden ratio, odd. */
    static final long GAMMA = 0x9e3779b97f4a7c15L;
    /** The stride of the counter, odd and unrelated to GAMMA. */
    static final long STEP = 0xd1342543de82ef95L;

    /** The two multipliers of the finaliser. */
    static final long FIRST = 0xbf58476d1ce4e5b9L;

    static final long SECOND = 0x94d049bb133111ebL;

    private Bits() {}

    static long mix(long z) {
        z = (z ^ (z >>> 30)) * FIRST;
        z = (z ^ (z >>> 27)) * SECOND;
        return z ^ (z >>> 31);
    }
}
