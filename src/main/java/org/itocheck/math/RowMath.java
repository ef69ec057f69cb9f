package org.itocheck.math;

/**
 * Elementary functions on rows, with our own bits: only + - * /, fma and integer operations, so that every JVM and machine gives the same
 * result. The transcendental functions of {@link Math} may differ in the last bit between JVMs; these may not.
 * <p>Each function works on the first {@link #lanes()} entries of its rows; {@code out} may be {@code x}, and a longer row keeps its tail.
 * An entry of the result depends on the same entry of the argument alone, not on the number of lanes or on its place. NaN gives NaN.
 * Errors stated below were measured on some millions of arguments and are asserted by the tests.
 * <pre>{@code
 * RowMath math = new RowMath(256);    // one per thread: it owns the working memory, so that the calls allocate nothing
 * math.exp(x, y);
 * math.log(y, y);
 * }</pre>
 */
public final class RowMath {
    private final int lanes;
    private final Exponential exponential;
    private final Logarithm logarithm;
    private final Sine sine;
    private final Sigmoids sigmoids;

    /**
     * Working memory for rows of the given length.
     *
     * @param lanes the number of entries each call works on, at least 1; multiples of {@link Kernels#GRAIN} are fastest
     * @throws IllegalArgumentException if {@code lanes < 1}
     */
    public RowMath(int lanes) {
        BitCasts casts = new BitCasts(lanes);
        this.lanes = lanes;
        exponential = Kernels.forLanes(Exponential.class, "VectorExponential", lanes, n -> new Exponential(n, casts));
        logarithm = Kernels.forLanes(Logarithm.class, "VectorLogarithm", lanes, n -> new Logarithm(n, casts));
        sine = Kernels.forLanes(Sine.class, "VectorSine", lanes, n -> new Sine(n, casts));
        sigmoids = Kernels.forLanes(Sigmoids.class, "VectorSigmoids", lanes, n -> new Sigmoids(n, exponential));
    }

    private RowMath(int lanes, BitCasts casts) {
        this.lanes = lanes;
        exponential = new Exponential(lanes, casts);
        logarithm = new Logarithm(lanes, casts);
        sine = new Sine(lanes, casts);
        sigmoids = new Sigmoids(lanes, exponential);
    }

    /** In plain loops, wherever the JVM would use the Vector API: the same bits, which is what tests compare. */
    static RowMath plain(int lanes) {
        return new RowMath(lanes, new BitCasts(lanes));
    }

    /**
     * The number of entries each call works on.
     *
     * @return at least 1
     */
    public int lanes() {
        return lanes;
    }

    /**
     * e^x, relative error below 4e-16; infinite above 709.78, 0 below -745.13, gradual between the subnormal numbers.
     *
     * @param x any numbers
     * @param out at least 0
     * @throws IllegalArgumentException if a row is shorter than {@link #lanes()}
     */
    public void exp(double[] x, double[] out) {
        check(x, out);
        exponential.exp(x, out);
    }

    /**
     * The natural logarithm, relative error below 3e-16; NaN for negative numbers, minus infinity for 0.
     *
     * @param x positive numbers
     * @param out any numbers
     * @throws IllegalArgumentException if a row is shorter than {@link #lanes()}
     */
    public void log(double[] x, double[] out) {
        check(x, out);
        logarithm.log(x, out);
    }

    /**
     * The sine, relative error below 4e-16, beyond |x| = 1e5 that of {@link StrictMath#sin}; NaN for infinite numbers.
     *
     * @param x radians
     * @param out between -1 and 1
     * @throws IllegalArgumentException if a row is shorter than {@link #lanes()}
     */
    public void sin(double[] x, double[] out) {
        check(x, out);
        sine.sin(x, out);
    }

    /**
     * The cosine, absolute error below 3e-16, beyond |x| = 1e5 that of {@link StrictMath#cos}; NaN for infinite numbers.
     *
     * @param x radians
     * @param out between -1 and 1
     * @throws IllegalArgumentException if a row is shorter than {@link #lanes()}
     */
    public void cos(double[] x, double[] out) {
        check(x, out);
        sine.cos(x, out);
    }

    /**
     * The hyperbolic tangent, relative error below 6e-16; odd to the last bit.
     *
     * @param x any numbers
     * @param out between -1 and 1
     * @throws IllegalArgumentException if a row is shorter than {@link #lanes()}
     */
    public void tanh(double[] x, double[] out) {
        check(x, out);
        sigmoids.tanh(x, out);
    }

    /**
     * 1 / (1 + e^-x), relative error below 5e-16 down to x = -709; 0 below that.
     *
     * @param x any numbers
     * @param out between 0 and 1
     * @throws IllegalArgumentException if a row is shorter than {@link #lanes()}
     */
    public void logistic(double[] x, double[] out) {
        check(x, out);
        sigmoids.logistic(x, out);
    }

    /**
     * log cosh x, absolute error below 3e-16 (1 + |x|) and below 6e-16 |x|; never negative, even to the last bit.
     *
     * @param x any numbers
     * @param out at least 0
     * @throws IllegalArgumentException if a row is shorter than {@link #lanes()}
     */
    public void logCosh(double[] x, double[] out) {
        check(x, out);
        sigmoids.logCosh(x, out);
    }

    /**
     * log(1 + e^x), relative error below 8e-16.
     *
     * @param x any numbers
     * @param out at least 0
     * @throws IllegalArgumentException if a row is shorter than {@link #lanes()}
     */
    public void softplus(double[] x, double[] out) {
        check(x, out);
        sigmoids.softplus(x, out);
    }

    private void check(double[] x, double[] out) {
        if (x.length < lanes || out.length < lanes) {
            throw new IllegalArgumentException("the rows have " + x.length + " and " + out.length
                    + " entries, the working memory has " + lanes + " lanes; pass rows of at least that length");
        }
    }
}
