package org.itocheck.random;

/**
 * Rows of random numbers for a block of trajectories that move together: entry j of every row belongs to trajectory j of the block.
 * <p>Each call draws one number for every lane, all from the same law; the numbers of a lane depend on (seed, purpose, trajectory) and on
 * the calls made so far, and on nothing else: not on the number of lanes, the thread or the machine. All real laws have mean 0 and,
 * but for the stable one, variance 1. Rows have length {@link #lanes()}; longer rows keep their tail, shorter ones are refused with an
 * {@link IllegalArgumentException}.
 */
public interface NoiseRows {
    /**
     * The number of trajectories in the block.
     *
     * @return at least 1
     */
    int lanes();

    /**
     * N(0, 1).
     *
     * @param row written
     */
    void gaussian(double[] row);

    /**
     * -1 or +1, each with probability 1/2.
     *
     * @param row written
     */
    void rademacher(double[] row);

    /**
     * +3 with probability 1/10, -1/3 with probability 9/10: third cumulant 8/3, fourth cumulant 46/9.
     *
     * @param row written
     */
    void skewTwoPoint(double[] row);

    /**
     * Uniform on (-sqrt 3, sqrt 3).
     *
     * @param row written
     */
    void uniform(double[] row);

    /**
     * Poisson(1) - 1.
     *
     * @param row written
     */
    void poisson(double[] row);

    /**
     * Exp(1) - 1.
     *
     * @param row written
     */
    void exponential(double[] row);

    /**
     * -sqrt 3 or +sqrt 3, each with probability 1/6 to 4e-17, otherwise 0: the moments of N(0, 1) up to the fifth.
     *
     * @param row written
     */
    void threePoint(double[] row);

    /**
     * Student's t, scaled to variance 1: {@code sqrt(degrees - 2)} times a Gaussian over the norm of {@code degrees} others. Its moments are
     * finite below order {@code degrees}.
     *
     * @param degrees the degrees of freedom, 3 to 64
     * @param row written
     * @throws IllegalArgumentException if {@code degrees} is out of range
     */
    void studentT(int degrees, double[] row);

    /**
     * Symmetric stable of index 3/2: E exp(iuX) = exp(-|u|^1.5). It has no variance.
     *
     * @param row written; at most 6e10 in absolute value
     */
    void stable(double[] row);

    /**
     * Uniform on {0, ..., bound - 1}.
     *
     * @param bound between 1 and 2^24; the probability of each index is exact to 2^-32
     * @param row written
     * @throws IllegalArgumentException if {@code bound} is out of range
     */
    void index(int bound, int[] row);

    /**
     * The stream of one trajectory of the block, for code that moves one trajectory at a time. It goes on where the rows are, draw for
     * draw the same numbers; after the first call of this method the rows themselves are served lane by lane.
     *
     * @param lane 0 to {@code lanes() - 1}
     * @return the stream of that lane, the same object each time
     * @throws IllegalArgumentException if there is no such lane
     */
    RandomStream lane(int lane);
}
