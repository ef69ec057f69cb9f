package org.itocheck.random;

/**
 * Rows whose numbers are those of a mini-batch m times smaller, made from the rows of a source: whatever draws its noise from here has
 * divided noise, see {@link NoiseParts}. Laws that cannot be divided throw. One instance per thread; point it at a source before use.
 * <pre>{@code
 * DividedRows divided = new DividedRows(new NoiseParts(4), 256);
 * evaluator.sampleGradient(x, divided.over(noise), gradient);    // S is 4 times as large
 * }</pre>
 */
public final class DividedRows implements NoiseRows {
    private static final int HALF_BITS = NoiseParts.UNIFORM_BITS / 2;

    private final NoiseParts parts;
    private final double root;
    private final double third;
    private final int[] upper;
    private final int[] lower;
    private final NoiseRows[] sources = new NoiseRows[1];

    /**
     * Working memory for rows of the given length.
     *
     * @param parts the tables, with m
     * @param lanes the length of the rows, at least 1
     */
    public DividedRows(NoiseParts parts, int lanes) {
        this.parts = parts;
        this.root = Math.sqrt(parts.parts());
        this.third = parts.stable();
        this.upper = new int[lanes];
        this.lower = new int[lanes];
    }

    /**
     * Draws from this source from now on.
     *
     * @param source rows of as many lanes
     * @return this
     */
    public DividedRows over(NoiseRows source) {
        sources[0] = source;
        return this;
    }

    @Override
    public int lanes() {
        return sources[0].lanes();
    }

    @Override
    public void gaussian(double[] row) {
        sources[0].gaussian(row);
        for (int j = 0; j < upper.length; j++) {
            row[j] *= root;
        }
    }

    /** {@inheritDoc} Drawn from two indices of 24 bits each, so that nobody takes it for a smooth function of one number. */
    @Override
    public void poisson(double[] row) {
        sources[0].index(1 << HALF_BITS, upper);
        sources[0].index(1 << HALF_BITS, lower);
        int m = parts.parts();
        for (int j = 0; j < upper.length; j++) {
            long u = ((long) upper[j] << HALF_BITS) | lower[j];
            int count = 0;
            for (long threshold : parts.poisson()) {
                count += (int) ((threshold - 1 - u) >>> 63);
            }
            row[j] = (double) m * count - 1;
        }
    }

    @Override
    public void exponential(double[] row) {
        sources[0].exponential(row);
        if (parts.parts() > 1) {
            parts.gamma().apply(row, upper.length);
        }
    }

    @Override
    public void stable(double[] row) {
        sources[0].stable(row);
        for (int j = 0; j < upper.length; j++) {
            row[j] *= third;
        }
    }

    @Override
    public void studentT(int degrees, double[] row) {
        throw undivided("t" + degrees);
    }

    @Override
    public void rademacher(double[] row) {
        throw undivided("rademacher");
    }

    @Override
    public void skewTwoPoint(double[] row) {
        throw undivided("skew2pt");
    }

    @Override
    public void threePoint(double[] row) {
        throw undivided("sym3pt");
    }

    @Override
    public void uniform(double[] row) {
        throw undivided("uniform");
    }

    @Override
    public void index(int bound, int[] row) {
        throw undivided("index");
    }

    @Override
    public RandomStream lane(int lane) {
        throw undivided("that of a single lane");
    }

    private UnsupportedOperationException undivided(String law) {
        return new UnsupportedOperationException("noise is " + law + ", which has no " + parts.parts()
                + " equal independent parts; use gaussian, poisson1 or exp1 noise");
    }
}
