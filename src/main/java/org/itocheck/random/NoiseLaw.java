package org.itocheck.random;

import java.util.Arrays;
import java.util.List;

/**
 * The laws of noise of the catalogue, each with mean 0. The first seven have all moments and variance 1. The others have heavy tails, and not
 * all moments: {@link #moments()} says how many, and what does not exist is refused, never a number (THEORY 3.A, 3.G).
 */
public enum NoiseLaw {
    /** N(0, 1). */
    GAUSSIAN("gaussian", 0, 0),
    /** -1 or +1 with probability 1/2. */
    RADEMACHER("rademacher", 0, -2),
    /** +3 with probability 0.1, -1/3 with probability 0.9. */
    SKEW_TWO_POINT("skew2pt", 8.0 / 3, 46.0 / 9),
    /** Uniform on (-sqrt 3, sqrt 3). */
    UNIFORM("uniform", 0, -1.2),
    /** Poisson(1) - 1. */
    POISSON("poisson1", 1, 1),
    /** Exp(1) - 1. */
    EXPONENTIAL("exp1", 2, 6),
    /**
     * -sqrt 3 or +sqrt 3 with probability 1/6 each, else 0: the first five moments of N(0, 1), which is what weak schemes of order 2 need.
     * Kloeden, Platen (1992), Numerical Solution of Stochastic Differential Equations, section 14.2.
     */
    THREE_POINT("sym3pt", 0, 0),
    /** Student's t with 3 degrees of freedom, over sqrt 3: variance 1, no third moment. */
    STUDENT_3("t3", Double.NaN, Double.NaN, 3),
    /** Student's t with 5 degrees of freedom, over sqrt(5/3): variance 1, kurtosis 9, no fifth moment. */
    STUDENT_5("t5", 0, 6, 5),
    /** Symmetric stable of index 3/2, E exp(iu xi) = exp(-|u|^1.5): no variance. */
    STABLE("stable1.5", Double.NaN, Double.NaN, 1.5);

    private final String label;
    private final double thirdCumulant;
    private final double fourthCumulant;
    private final double moments;

    NoiseLaw(String label, double thirdCumulant, double fourthCumulant) {
        this(label, thirdCumulant, fourthCumulant, Double.POSITIVE_INFINITY);
    }

    NoiseLaw(String label, double thirdCumulant, double fourthCumulant, double moments) {
        this.label = label;
        this.thirdCumulant = thirdCumulant;
        this.fourthCumulant = fourthCumulant;
        this.moments = moments;
    }

    /** The laws with all moments. */
    public static List<NoiseLaw> light() {
        return Arrays.stream(values())
                .filter(law -> Double.isInfinite(law.moments))
                .toList();
    }

    /**
     * How many moments the law has: E|xi|^p is finite for p below this number and infinite from it on.
     *
     * @return above 1; infinite for a law with all moments
     */
    public double moments() {
        return moments;
    }

    /** Whether E|xi|^p is finite. */
    public boolean hasMoment(double p) {
        return p < moments;
    }

    /**
     * The name used in problem names, for example {@code skew2pt}.
     *
     * @return lower-case letters and digits
     */
    public String label() {
        return label;
    }

    /**
     * E xi^3.
     *
     * @return dimensionless, since the variance is 1
     * @throws IllegalStateException if it does not exist
     */
    public double thirdCumulant() {
        require(3);
        return thirdCumulant;
    }

    /**
     * E xi^4 - 3.
     *
     * @return dimensionless, at least -2
     * @throws IllegalStateException if it does not exist
     */
    public double fourthCumulant() {
        require(4);
        return fourthCumulant;
    }

    /**
     * Draws one row of this law.
     *
     * @param noise where the numbers come from
     * @param row written, one number for every lane of {@code noise}
     */
    public void draw(NoiseRows noise, double[] row) {
        switch (this) {
            case GAUSSIAN -> noise.gaussian(row);
            case RADEMACHER -> noise.rademacher(row);
            case SKEW_TWO_POINT -> noise.skewTwoPoint(row);
            case UNIFORM -> noise.uniform(row);
            case POISSON -> noise.poisson(row);
            case EXPONENTIAL -> noise.exponential(row);
            case THREE_POINT -> noise.threePoint(row);
            case STUDENT_3 -> noise.studentT(3, row);
            case STUDENT_5 -> noise.studentT(5, row);
            case STABLE -> noise.stable(row);
        }
    }

    private void require(int p) {
        if (!hasMoment(p)) {
            throw new IllegalStateException("law is " + label + ", whose moments are finite below order " + moments
                    + " only; moment " + p + " does not exist");
        }
    }
}
