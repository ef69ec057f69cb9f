package org.itocheck.random;

/**
 * The random numbers of one trajectory, for code that moves one trajectory at a time.
 * <p>A stream belongs to its trajectory and its step: the context that handed it out closes it when the step returns, and a closed stream
 * throws. Every real law has mean 0 and variance 1, like the rows of {@link NoiseRows}, draw for draw the same numbers.
 */
public final class RandomStream {
    private final NoiseRows rows;
    private final double[] cell = new double[1];
    private final int[] index = new int[1];
    private boolean open = true;

    /**
     * A stream over a block of one lane.
     *
     * @param rows where the numbers come from; kept
     * @throws IllegalArgumentException if {@code rows.lanes() != 1}
     */
    public RandomStream(NoiseRows rows) {
        if (rows.lanes() != 1) {
            throw new IllegalArgumentException(
                    "rows has " + rows.lanes() + " lanes, a stream needs exactly 1; use rows.lane(j)");
        }
        this.rows = rows;
    }

    /**
     * The one-lane rows behind this stream; what is drawn from them the stream does not draw again.
     *
     * @return the same object each time
     * @throws IllegalStateException if the stream is closed
     */
    public NoiseRows rows() {
        check();
        return rows;
    }

    /**
     * N(0, 1).
     *
     * @return the next number
     * @throws IllegalStateException if the stream is closed
     */
    public double gaussian() {
        check();
        rows.gaussian(cell);
        return cell[0];
    }

    /**
     * -1 or +1, each with probability 1/2.
     *
     * @return the next sign
     * @throws IllegalStateException if the stream is closed
     */
    public double rademacher() {
        check();
        rows.rademacher(cell);
        return cell[0];
    }

    /**
     * Uniform on (-sqrt 3, sqrt 3).
     *
     * @return the next number
     * @throws IllegalStateException if the stream is closed
     */
    public double uniform() {
        check();
        rows.uniform(cell);
        return cell[0];
    }

    /**
     * One draw of the given law.
     *
     * @param law any law
     * @return the next number
     * @throws IllegalStateException if the stream is closed
     */
    public double draw(NoiseLaw law) {
        check();
        law.draw(rows, cell);
        return cell[0];
    }

    /**
     * Uniform on {0, ..., bound - 1}.
     *
     * @param bound between 1 and 2^24
     * @return the next index
     * @throws IllegalArgumentException if {@code bound} is out of range
     * @throws IllegalStateException if the stream is closed
     */
    public int index(int bound) {
        check();
        rows.index(bound, index);
        return index[0];
    }

    /** Lets the stream be used, from now until {@link #close()}. */
    public void open() {
        open = true;
    }

    /** Ends the use of the stream: every draw throws until {@link #open()}. */
    public void close() {
        open = false;
    }

    private void check() {
        if (!open) {
            throw new IllegalStateException(
                    "random stream used outside its step; draw inside step(x, context) and keep no reference to it");
        }
    }
}
