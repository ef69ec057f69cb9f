package org.itocheck.random;

/**
 * Where the bits come from: word c of trajectory t under a seed, a pure function of the three. Everything above works on the words alone,
 * so that one generator can be put in the place of another.
 */
interface Words {
    /** Positions the rows at the trajectories {@code firstTrajectory}, {@code firstTrajectory + 1}, ... */
    void start(long seed, long firstTrajectory);

    /** Word {@code counter} of every trajectory of the block. */
    void row(long counter, long[] out);

    /** The same generator for a block of one. */
    Words oneLane();
}
