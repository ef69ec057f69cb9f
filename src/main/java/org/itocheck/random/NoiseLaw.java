package org.itocheck.random;

/** The six laws of additive noise of the catalogue, each with mean 0 and variance 1. */
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
    EXPONENTIAL("exp1", 2, 6);

    private final String label;
    private final double thirdCumulant;
    private final double fourthCumulant;

    NoiseLaw(String label, double thirdCumulant, double fourthCumulant) {
        this.label = label;
        this.thirdCumulant = thirdCumulant;
        this.fourthCumulant = fourthCumulant;
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
     */
    public double thirdCumulant() {
        return thirdCumulant;
    }

    /**
     * E xi^4 - 3.
     *
     * @return dimensionless, at least -2
     */
    public double fourthCumulant() {
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
        }
    }
}
