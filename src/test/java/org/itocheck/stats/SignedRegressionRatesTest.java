package org.itocheck.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals and the lack-of-fit test keep their rates, also when all errors share one estimated truth. */
class SignedRegressionRatesTest {
    private static final int[] LEVELS = {2, 4, 8, 16, 32};
    private static final double[] SE = {0.05, 0.02, 0.01, 0.01, 0.03};
    private static final int REPETITIONS = 10_000;
    private static final double ALPHA = 0.01;

    @ParameterizedTest
    @CsvSource({"0, true", "0.02, true", "0, false", "0.02, false"})
    void coefficients_and_residuals_miss_their_truth_as_often_as_stated(double reference, boolean intercept) {
        SplittableRandom random = new SplittableRandom(51);
        double[] truth = intercept ? new double[] {0.1, -1, 2} : new double[] {0, -1, 2};
        double z = Interval.normalMultiplier(ALPHA);
        int[] missed = new int[4];
        for (int r = 0; r < REPETITIONS; r++) {
            SignedRegression fit = fit(data(truth, 0, reference, random), reference, intercept);
            int[] powers = fit.powers();
            for (int k = 0; k < powers.length; k++) {
                double error = fit.coefficient(k) - truth[powers[k]];
                missed[k] += Math.abs(error) > z * fit.standardError(k) ? 1 : 0;
            }
            missed[3] += Math.abs(fit.residual(2)) > z * fit.residualStandardError(2) ? 1 : 0;
        }
        for (int k = intercept ? 0 : 2; k < 4; k++) {
            int index = intercept || k == 3 ? k : k - 1;
            Rates.assertAtMost(missed[index], REPETITIONS, ALPHA);
            Rates.assertAtLeast(missed[index], REPETITIONS, ALPHA);
        }
    }

    @Test
    void forgetting_that_the_truth_is_shared_breaks_the_intercept() {
        SplittableRandom random = new SplittableRandom(52);
        double z = Interval.normalMultiplier(ALPHA);
        int missed = 0;
        for (int r = 0; r < REPETITIONS; r++) {
            SignedRegression fit = fit(data(new double[] {0, 1, 0}, 0, 0.05, random), 0, true);
            missed += Math.abs(fit.coefficient(0)) > z * fit.standardError(0) ? 1 : 0;
        }
        Rates.assertProvenAbove(missed, REPETITIONS, 0.1);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "0.02, true", "0, false", "0.02, false"})
    void a_right_model_lacks_fit_as_rarely_as_stated(double reference, boolean intercept) {
        int rejected = rejections(0, reference, intercept);
        Rates.assertAtMost(rejected, REPETITIONS, ALPHA);
        Rates.assertAtLeast(rejected, REPETITIONS, ALPHA);
    }

    /** An error of order 1/2 beside the model. */
    @Test
    void a_wrong_model_is_found() {
        Rates.assertProvenAbove(rejections(0.6, 0, false), REPETITIONS, 0.8);
        Rates.assertProvenAbove(rejections(5, 0.02, true), REPETITIONS, 0.5);
    }

    @Test
    void the_intercept_of_a_wrong_limit_is_found_at_the_planned_count() {
        SignedRegression unit = SignedRegression.fit(LEVELS, SE, new double[] {1, 1, 1, 1, 1}, 0, 0, 1, 2);
        double sigma = 2 * unit.standardError(0);
        long n = Power.minForInterval(0.1, sigma, ALPHA, 0.05);
        SplittableRandom random = new SplittableRandom(53);
        double z = Interval.normalMultiplier(ALPHA);
        int found = 0;
        double[] se = new double[LEVELS.length];
        Arrays.fill(se, 2 / Math.sqrt((double) n));
        for (int r = 0; r < REPETITIONS; r++) {
            double[] errors = new double[LEVELS.length];
            for (int i = 0; i < errors.length; i++) {
                errors[i] = 0.1 + 1.0 / LEVELS[i] + se[i] * random.nextGaussian();
            }
            SignedRegression fit = SignedRegression.fit(LEVELS, errors, se, 0, 0, 1, 2);
            found += new Interval(fit.coefficient(0), z * fit.standardError(0)).outsideOf(0) ? 1 : 0;
        }
        Rates.assertAtLeast(found, REPETITIONS, 0.95);
        assertThat(found).isLessThan(REPETITIONS);
    }

    private static int rejections(double halfOrder, double reference, boolean intercept) {
        SplittableRandom random = new SplittableRandom(54);
        int rejected = 0;
        for (int r = 0; r < REPETITIONS; r++) {
            double[] truth = {intercept ? 0.3 : 0, 1, -1};
            double p = fit(data(truth, halfOrder, reference, random), reference, intercept)
                    .pValue();
            rejected += p < ALPHA ? 1 : 0;
        }
        return rejected;
    }

    private static SignedRegression fit(double[] errors, double reference, boolean intercept) {
        return intercept
                ? SignedRegression.fit(LEVELS, errors, SE, reference, 0, 1, 2)
                : SignedRegression.withoutIntercept(LEVELS, errors, SE, reference);
    }

    private static double[] data(double[] truth, double halfOrder, double reference, SplittableRandom random) {
        double shared = reference * random.nextGaussian();
        double[] errors = new double[LEVELS.length];
        for (int i = 0; i < errors.length; i++) {
            double x = 1.0 / LEVELS[i];
            errors[i] = truth[0] + truth[1] * x + truth[2] * x * x + halfOrder * Math.sqrt(x);
            errors[i] += SE[i] * random.nextGaussian() + shared;
        }
        return errors;
    }
}
