package org.itocheck.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Signed errors fitted by e(l) = sum of c_k / l^powers[k], by least squares with known standard errors.
 * <p>Everything is a linear contrast of the errors, so estimates are unbiased whatever the size of the noise, and their standard errors are
 * known before the data; a slope of log |e| has neither property (THEORY 5.6). Errors against one estimated truth share its error: a
 * contrast w then has variance {@code sum w_i^2 se_i^2 + (sum w_i)^2 reference^2}, and the fit is weighted for it. With the power 0 in the
 * model the shared part goes to the intercept alone.
 * <pre>{@code
 * SignedRegression fit = SignedRegression.fit(new int[] {2, 4, 8, 16, 32, 64}, errors, standardErrors, 0, 0, 1, 2);
 * new Interval(fit.coefficient(0), z * fit.standardError(0)).contains(0);   // the limit l -> infinity is right
 * }</pre>
 *
 * @param levels shape [m], each l at least 1
 * @param errors shape [m], signed, finite
 * @param standardErrors shape [m], each above 0: of the level's own noise, without the reference
 * @param referenceStandardError standard error of the truth that all errors share, 0 if it is exact
 * @param powers shape [p], different, 0 or above
 * @param weights shape [p][m], coefficient k is the contrast {@code sum weights[k][i] errors[i]}
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out, and compared by their entries
public record SignedRegression(
        int[] levels,
        double[] errors,
        double[] standardErrors,
        double referenceStandardError,
        int[] powers,
        double[][] weights) {
    /** Copies the arrays and checks shapes and ranges. */
    public SignedRegression {
        levels = levels.clone();
        errors = errors.clone();
        standardErrors = standardErrors.clone();
        powers = powers.clone();
        weights = copy(weights);
        WeightedDesign.check(levels, errors, standardErrors, referenceStandardError, powers);
        Checks.sameLength("weights", weights.length, "powers", powers.length);
        for (double[] row : weights) {
            Checks.sameLength("a row of weights", row.length, "levels", levels.length);
        }
    }

    /**
     * Fits the chosen powers.
     *
     * @param levels shape [m], each l at least 1
     * @param errors shape [m], signed, finite
     * @param standardErrors shape [m], each above 0, of the level's own noise
     * @param referenceStandardError standard error of the truth shared by all errors, 0 if it is exact
     * @param powers different powers of 1/l, 0 or above; 0 is the intercept
     * @return the fit
     * @throws IllegalArgumentException if shapes differ, an entry is out of range, or there are fewer different levels than powers
     */
    public static SignedRegression fit(
            int[] levels, double[] errors, double[] standardErrors, double referenceStandardError, int... powers) {
        WeightedDesign.check(levels, errors, standardErrors, referenceStandardError, powers);
        double[][] weights = WeightedDesign.weights(levels, standardErrors, referenceStandardError, powers);
        return new SignedRegression(levels, errors, standardErrors, referenceStandardError, powers, weights);
    }

    /**
     * Fits c1/l + c2/l^2: the residuals are what of the errors does not vanish like that.
     *
     * @param levels shape [m], two or more different, each at least 1
     * @param errors shape [m], signed, finite
     * @param standardErrors shape [m], each above 0, of the level's own noise
     * @param referenceStandardError standard error of the truth shared by all errors, 0 if it is exact
     * @return the fit, with coefficient 0 that of 1/l and coefficient 1 that of 1/l^2
     * @throws IllegalArgumentException as {@link #fit}
     */
    public static SignedRegression withoutIntercept(
            int[] levels, double[] errors, double[] standardErrors, double referenceStandardError) {
        return fit(levels, errors, standardErrors, referenceStandardError, 1, 2);
    }

    /** {@return the coefficient of 1/l^powers[k], unit of the errors} */
    public double coefficient(int k) {
        return contrast(weights[k]);
    }

    /** {@return the standard error of coefficient k; independent of the errors} */
    public double standardError(int k) {
        return contrastStandardError(weights[k]);
    }

    /** {@return the fitted error at level number i} */
    public double fitted(int i) {
        double sum = 0;
        for (int k = 0; k < powers.length; k++) {
            sum += coefficient(k) * WeightedDesign.power(levels[i], powers[k]);
        }
        return sum;
    }

    /** {@return errors[i] minus the fitted error} */
    public double residual(int i) {
        return errors[i] - fitted(i);
    }

    /** {@return the standard error of residual i, 0 up to rounding if the model can follow every error} */
    public double residualStandardError(int i) {
        return contrastStandardError(residualWeights(i));
    }

    /** {@return the weights, shape [m], with which residual i is a contrast of the errors} */
    public double[] residualWeights(int i) {
        double[] contrast = new double[levels.length];
        contrast[i] = 1;
        for (int k = 0; k < powers.length; k++) {
            double x = WeightedDesign.power(levels[i], powers[k]);
            for (int j = 0; j < contrast.length; j++) {
                contrast[j] -= x * weights[k][j];
            }
        }
        return contrast;
    }

    /**
     * A linear contrast of the errors, for example 2 e(2l) - e(l).
     *
     * @param contrast shape [m], a weight for every error
     * @return sum of contrast[i] errors[i]
     * @throws IllegalArgumentException if the shape is wrong
     */
    public double contrast(double[] contrast) {
        Checks.sameLength("contrast", contrast.length, "levels", levels.length);
        double sum = 0;
        for (int i = 0; i < contrast.length; i++) {
            sum += contrast[i] * errors[i];
        }
        return sum;
    }

    /**
     * The standard error of a linear contrast of the errors.
     *
     * @param contrast shape [m], a weight for every error
     * @return unit of the errors
     * @throws IllegalArgumentException if the shape is wrong
     */
    public double contrastStandardError(double[] contrast) {
        Checks.sameLength("contrast", contrast.length, "levels", levels.length);
        double variance = 0;
        double sum = 0;
        for (int i = 0; i < contrast.length; i++) {
            double own = contrast[i] * standardErrors[i];
            variance += own * own;
            sum += contrast[i];
        }
        double shared = sum * referenceStandardError;
        return Math.sqrt(variance + shared * shared);
    }

    /**
     * The weighted sum of squared residuals, r' V^-1 r with V the covariance of the errors.
     *
     * @return a chi-square variable with {@link #degreesOfFreedom} if the model is right and the errors are normal
     */
    public double lackOfFit() {
        double squares = 0;
        double mean = 0;
        double precision = 0;
        for (int i = 0; i < levels.length; i++) {
            double weight = 1 / (standardErrors[i] * standardErrors[i]);
            double residual = residual(i);
            squares += residual * residual * weight;
            mean += residual * weight;
            precision += weight;
        }
        double shared = referenceStandardError * referenceStandardError;
        return Math.max(0, squares - shared * mean * mean / (1 + shared * precision));
    }

    /** {@return the number of levels minus the number of powers} */
    public int degreesOfFreedom() {
        return levels.length - powers.length;
    }

    /**
     * The probability of a lack of fit this large if the model is right.
     *
     * @return in [0, 1], small if the model is wrong
     * @throws IllegalStateException if there is no degree of freedom, because then no model can be found wrong
     */
    public double pValue() {
        if (degreesOfFreedom() == 0) {
            throw new IllegalStateException("lack of fit has no degree of freedom: " + levels.length + " levels and "
                    + powers.length + " powers; add a level or drop a power");
        }
        return ChiSquaredDistribution.of(degreesOfFreedom()).survivalProbability(lackOfFit());
    }

    @Override
    public int[] levels() {
        return levels.clone();
    }

    @Override
    public double[] errors() {
        return errors.clone();
    }

    @Override
    public double[] standardErrors() {
        return standardErrors.clone();
    }

    @Override
    public int[] powers() {
        return powers.clone();
    }

    @Override
    public double[][] weights() {
        return copy(weights);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedRegression fit && Arrays.deepEquals(parts(), fit.parts());
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(parts());
    }

    @Override
    public String toString() {
        return "SignedRegression" + Arrays.deepToString(parts());
    }

    private Object[] parts() {
        return new Object[] {levels, errors, standardErrors, referenceStandardError, powers, weights};
    }

    private static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }
}
