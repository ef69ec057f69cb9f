package org.itocheck.random;

/**
 * The rows of every simulation: each number a function of seed, trajectory and the calls made so far.
 * <p>The trajectories of a block share one counter of words; every trajectory has its own key. A Gaussian call makes two rows and keeps the
 * second for the next Gaussian call, a word of signs serves 64 calls of {@link #rademacher}, a word of indices two of {@link #index}; each
 * kind keeps its own remainder, so that kinds may be mixed freely. One instance per thread; nothing is allocated after construction
 * except, once, what the first call of {@link #lane} needs.
 * <pre>{@code
 * KeyedRows noise = new KeyedRows(256);
 * noise.start(seed.forPurpose("sgd"), 1024);    // trajectories 1024 to 1279
 * noise.gaussian(row);
 * }</pre>
 */
public final class KeyedRows implements NoiseRows {
    private static final int LARGEST_BOUND = 1 << 24;
    private static final int SIGNS_PER_WORD = Long.SIZE;
    private static final long NOT_STARTED = -1;

    private final int lanes;
    private final Words words;
    private final LawTransforms transforms;
    private final long[] word;
    private final long[] otherWord;
    private final double[] cell = new double[1];
    private final int[] indexCell = new int[1];

    private long seed;
    private long firstTrajectory;
    private long counter = NOT_STARTED;

    private final double[] spareGaussian;
    private boolean hasSpareGaussian;
    private final long[] signs;
    private int signsUsed = SIGNS_PER_WORD;
    private final long[] indexWord;
    private boolean hasSpareIndex;

    /** One block and one stream for each lane; empty until the first call of {@link #lane}. */
    private KeyedRows[] single = {};

    private RandomStream[] streams = {};
    private boolean laneByLane;

    /**
     * Rows for blocks of the given length, on the SplitMix64 hash; call {@link #start} before the first draw.
     *
     * @param lanes the number of trajectories in a block, at least 1; 256 is fastest
     * @throws IllegalArgumentException if {@code lanes < 1}
     */
    public KeyedRows(int lanes) {
        this(lanes, HashedWords.of(checkedLanes(lanes)), LawTransforms.of(lanes));
    }

    private KeyedRows(int lanes, Words words, LawTransforms transforms) {
        this.lanes = lanes;
        this.words = words;
        this.transforms = transforms;
        word = new long[lanes];
        otherWord = new long[lanes];
        spareGaussian = new double[lanes];
        signs = new long[lanes];
        indexWord = new long[lanes];
    }

    /**
     * The same laws on Philox4x32-10 words instead of the hash: other numbers, about twice the cost. A result that holds on both does not
     * hang on the generator.
     *
     * @param lanes the number of trajectories in a block, at least 1
     * @return rows to be positioned with {@link #start}
     * @throws IllegalArgumentException if {@code lanes < 1}
     */
    public static KeyedRows onPhilox(int lanes) {
        return new KeyedRows(lanes, new PhiloxWords(checkedLanes(lanes)), LawTransforms.of(lanes));
    }

    /**
     * Goes to the beginning of the trajectories {@code firstTrajectory} to {@code firstTrajectory + lanes() - 1}. Streams handed out by
     * {@link #lane} stand at the old place until {@code lane} is called again.
     *
     * @param seed the seed of the purpose, see {@link Seed#forPurpose}
     * @param firstTrajectory the trajectory of lane 0, at least 0
     * @throws IllegalArgumentException if {@code firstTrajectory < 0}
     */
    public void start(Seed seed, long firstTrajectory) {
        if (firstTrajectory < 0) {
            throw new IllegalArgumentException("firstTrajectory is " + firstTrajectory + ", expected at least 0");
        }
        start(seed.value(), firstTrajectory);
    }

    private void start(long newSeed, long newFirstTrajectory) {
        seed = newSeed;
        firstTrajectory = newFirstTrajectory;
        words.start(newSeed, newFirstTrajectory);
        counter = 0;
        hasSpareGaussian = false;
        signsUsed = SIGNS_PER_WORD;
        hasSpareIndex = false;
        laneByLane = false;
    }

    @Override
    public int lanes() {
        return lanes;
    }

    @Override
    public void gaussian(double[] row) {
        check(row.length);
        if (laneByLane) {
            drawByLane(NoiseLaw.GAUSSIAN, row);
        } else if (hasSpareGaussian) {
            System.arraycopy(spareGaussian, 0, row, 0, lanes);
            hasSpareGaussian = false;
        } else {
            nextWords(word);
            nextWords(otherWord);
            transforms.gaussian(word, otherWord, row, spareGaussian);
            hasSpareGaussian = true;
        }
    }

    @Override
    public void rademacher(double[] row) {
        check(row.length);
        if (laneByLane) {
            drawByLane(NoiseLaw.RADEMACHER, row);
            return;
        }
        if (signsUsed == SIGNS_PER_WORD) {
            nextWords(signs);
            signsUsed = 0;
        }
        transforms.rademacher(signs, signsUsed++, row);
    }

    @Override
    public void skewTwoPoint(double[] row) {
        check(row.length);
        if (laneByLane) {
            drawByLane(NoiseLaw.SKEW_TWO_POINT, row);
        } else {
            nextWords(word);
            transforms.skewTwoPoint(word, row);
        }
    }

    @Override
    public void uniform(double[] row) {
        check(row.length);
        if (laneByLane) {
            drawByLane(NoiseLaw.UNIFORM, row);
        } else {
            nextWords(word);
            transforms.uniform(word, row);
        }
    }

    @Override
    public void poisson(double[] row) {
        check(row.length);
        if (laneByLane) {
            drawByLane(NoiseLaw.POISSON, row);
        } else {
            nextWords(word);
            transforms.poisson(word, row);
        }
    }

    @Override
    public void exponential(double[] row) {
        check(row.length);
        if (laneByLane) {
            drawByLane(NoiseLaw.EXPONENTIAL, row);
        } else {
            nextWords(word);
            transforms.exponential(word, row);
        }
    }

    @Override
    public void threePoint(double[] row) {
        check(row.length);
        if (laneByLane) {
            drawByLane(NoiseLaw.THREE_POINT, row);
        } else {
            nextWords(word);
            transforms.threePoint(word, row);
        }
    }

    @Override
    public void studentT(int degrees, double[] row) {
        check(row.length);
        transforms.heavyTails().studentT(this, degrees, row);
    }

    @Override
    public void stable(double[] row) {
        check(row.length);
        if (laneByLane) {
            drawByLane(NoiseLaw.STABLE, row);
        } else {
            nextWords(word);
            nextWords(otherWord);
            transforms.heavyTails().stable(word, otherWord, row);
        }
    }

    @Override
    public void index(int bound, int[] row) {
        check(row.length);
        if (bound < 1 || bound > LARGEST_BOUND) {
            throw new IllegalArgumentException("bound is " + bound + ", expected 1 to " + LARGEST_BOUND
                    + " = 2^24; draw a larger index as two smaller ones");
        }
        if (laneByLane) {
            indexByLane(bound, row);
        } else if (hasSpareIndex) {
            transforms.indexFromLower(indexWord, bound, row);
            hasSpareIndex = false;
        } else {
            nextWords(indexWord);
            transforms.indexFromUpper(indexWord, bound, row);
            hasSpareIndex = true;
        }
    }

    /**
     * {@inheritDoc}
     * <p>The streams are the same objects in every block, as open or closed as their user left them; new ones are open.
     *
     * @throws IllegalArgumentException if there is no such lane
     */
    @Override
    public RandomStream lane(int lane) {
        if (lane < 0 || lane >= lanes) {
            throw new IllegalArgumentException("lane is " + lane + ", expected 0 to " + (lanes - 1));
        }
        check(lanes);
        if (streams.length == 0) {
            createStreams();
        }
        if (!laneByLane && lanes > 1) {
            handOver();
        }
        return streams[lane];
    }

    private void createStreams() {
        single = new KeyedRows[lanes];
        streams = new RandomStream[lanes];
        LawTransforms shared = new LawTransforms(1);
        for (int j = 0; j < lanes; j++) {
            single[j] = lanes == 1 ? this : new KeyedRows(1, words.oneLane(), shared);
            streams[j] = new RandomStream(single[j]);
        }
    }

    /** Gives every lane its key, the counter and its share of the remainders. */
    private void handOver() {
        for (int j = 0; j < lanes; j++) {
            KeyedRows target = single[j];
            target.start(seed, firstTrajectory + j);
            target.counter = counter;
            target.spareGaussian[0] = spareGaussian[j];
            target.hasSpareGaussian = hasSpareGaussian;
            target.signs[0] = signs[j];
            target.signsUsed = signsUsed;
            target.indexWord[0] = indexWord[j];
            target.hasSpareIndex = hasSpareIndex;
        }
        laneByLane = true;
    }

    private void drawByLane(NoiseLaw law, double[] row) {
        for (int j = 0; j < lanes; j++) {
            law.draw(single[j], cell);
            row[j] = cell[0];
        }
    }

    private void indexByLane(int bound, int[] row) {
        for (int j = 0; j < lanes; j++) {
            single[j].index(bound, indexCell);
            row[j] = indexCell[0];
        }
    }

    private void nextWords(long[] out) {
        words.row(counter++, out);
    }

    private void check(int length) {
        if (length < lanes) {
            throw new IllegalArgumentException("row has " + length + " entries, the block has " + lanes
                    + " lanes; pass a row of at least that length");
        }
        if (counter == NOT_STARTED) {
            throw new IllegalStateException("the rows stand nowhere; call start(seed, firstTrajectory) before drawing");
        }
    }

    private static int checkedLanes(int lanes) {
        if (lanes < 1) {
            throw new IllegalArgumentException("lanes is " + lanes + ", expected at least 1");
        }
        return lanes;
    }
}
