package org.itocheck.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;

class SignedRegressionTest {
    private static final int[] LEVELS = {2, 4, 8, 16, 32, 64};

    /** THEORY 5.6, for x^2 of a Gaussian linear problem, whose noise is a little larger at coarse levels. */
    @Test
    void standard_errors_are_those_of_the_theory() {
        double[] noise = {1.2768, 1.1125, 1.0511, 1.0244, 1.0119, 1.0059, 1.0029};
        SignedRegression fit = standard(1, 7, noise);
        assertThat(fit.standardError(0)).isCloseTo(0.79, within(0.005));
        assertThat(fit.standardError(1)).isCloseTo(10.2, within(0.05));
        assertThat(standard(1, 5, noise).standardError(0)).isCloseTo(1.65, within(0.005));
        assertThat(standard(0, 7, noise).standardError(0)).isCloseTo(0.65, within(0.005));
    }

    /** The square roots of the diagonal of (X'X)^-1, computed independently. */
    @Test
    void standard_errors_of_equally_noisy_levels_are_those_of_the_textbook() {
        double[] noise = {1, 1, 1, 1, 1, 1, 1};
        SignedRegression fit = standard(1, 7, noise);
        assertThat(fit.standardError(0)).isCloseTo(0.78040232, within(1e-8));
        assertThat(fit.standardError(1)).isCloseTo(9.86349641, within(1e-8));
        assertThat(fit.standardError(2)).isCloseTo(18.6274077, within(1e-7));
        assertThat(standard(1, 5, noise).standardError(0)).isCloseTo(1.61589329, within(1e-8));
        assertThat(standard(0, 7, noise).standardError(0)).isCloseTo(0.63342353, within(1e-8));
    }

    @Test
    void exact_coefficients_are_recovered_and_leave_no_residual() {
        double[] errors = new double[LEVELS.length];
        for (int i = 0; i < errors.length; i++) {
            double x = 1.0 / LEVELS[i];
            errors[i] = 0.3 - 2 * x + 5 * x * x;
        }
        SignedRegression fit = SignedRegression.fit(LEVELS, errors, new double[] {1, 2, 1, 3, 1, 2}, 0, 0, 1, 2);
        assertThat(fit.coefficient(0)).isCloseTo(0.3, within(1e-13));
        assertThat(fit.coefficient(1)).isCloseTo(-2, within(1e-12));
        assertThat(fit.coefficient(2)).isCloseTo(5, within(1e-11));
        assertThat(fit.lackOfFit()).isLessThan(1e-20);
        assertThat(fit.residual(3)).isCloseTo(0, within(1e-13));
        assertThat(fit.fitted(3)).isCloseTo(errors[3], within(1e-13));
    }

    @Test
    void weights_reproduce_the_powers_of_the_model() {
        double[][] weights = SignedRegression.fit(LEVELS, new double[6], new double[] {1, 2, 1, 3, 1, 2}, 0.5, 1, 2)
                .weights();
        for (int k = 0; k < 2; k++) {
            for (int power = 1; power <= 2; power++) {
                double sum = 0;
                for (int i = 0; i < 6; i++) {
                    sum += weights[k][i] * Math.pow(LEVELS[i], -power);
                }
                assertThat(sum).isCloseTo(power == k + 1 ? 1 : 0, within(1e-12));
            }
        }
    }

    @Test
    void a_shared_truth_moves_the_intercept_alone() {
        double[] errors = {0.3, 0.1, 0.2, -0.1, 0.05, 0.1};
        double[] se = {0.1, 0.2, 0.1, 0.1, 0.3, 0.1};
        SignedRegression exact = SignedRegression.fit(LEVELS, errors, se, 0, 0, 1, 2);
        SignedRegression shared = SignedRegression.fit(LEVELS, errors, se, 0.4, 0, 1, 2);
        for (int k = 0; k < 3; k++) {
            assertThat(shared.coefficient(k)).isEqualTo(exact.coefficient(k));
        }
        assertThat(shared.standardError(0)).isCloseTo(Math.hypot(exact.standardError(0), 0.4), within(1e-12));
        assertThat(shared.standardError(1)).isCloseTo(exact.standardError(1), within(1e-12));
        assertThat(shared.lackOfFit()).isCloseTo(exact.lackOfFit(), within(1e-10));
    }

    /** Against r' V^-1 r with V the covariance of the errors, written out and inverted by a library. */
    @Test
    void lack_of_fit_is_the_quadratic_form_of_the_residuals() {
        double[] errors = {0.3, 0.1, 0.2, -0.1, 0.05, 0.1};
        double[] se = {0.1, 0.2, 0.15, 0.1, 0.3, 0.25};
        double reference = 0.4;
        SignedRegression fit = SignedRegression.fit(LEVELS, errors, se, reference, 1, 2);
        double[][] covariance = new double[6][6];
        double[] residuals = new double[6];
        for (int i = 0; i < 6; i++) {
            residuals[i] = fit.residual(i);
            Arrays.fill(covariance[i], reference * reference);
            covariance[i][i] += se[i] * se[i];
        }
        RealVector r = new ArrayRealVector(residuals);
        RealVector solved = new LUDecomposition(new Array2DRowRealMatrix(covariance))
                .getSolver()
                .solve(r);
        assertThat(fit.lackOfFit()).isCloseTo(r.dotProduct(solved), within(1e-12));
    }

    @Test
    void without_intercept_a_shared_offset_is_seen_in_the_residuals_and_forgiven_by_the_reference() {
        double[] errors = {0.2, 0.2, 0.2, 0.2, 0.2, 0.2};
        double[] se = new double[6];
        Arrays.fill(se, 0.01);
        SignedRegression exact = SignedRegression.withoutIntercept(LEVELS, errors, se, 0);
        assertThat(exact.pValue()).isLessThan(1e-9);
        assertThat(exact.residual(5)).isGreaterThan(5 * exact.residualStandardError(5));
        SignedRegression shared = SignedRegression.withoutIntercept(LEVELS, errors, se, 0.2);
        assertThat(shared.pValue()).isGreaterThan(0.5);
        assertThat(shared.residual(5)).isLessThan(2 * shared.residualStandardError(5));
    }

    @Test
    void contrasts_carry_their_own_and_the_shared_error() {
        SignedRegression fit =
                SignedRegression.fit(new int[] {1, 2}, new double[] {0.5, 0.4}, new double[] {0.3, 0.2}, 0.1, 1);
        double[] contrast = {-1, 2};
        assertThat(fit.contrast(contrast)).isCloseTo(0.3, within(1e-15));
        assertThat(fit.contrastStandardError(contrast)).isCloseTo(Math.sqrt(0.09 + 0.16 + 0.01), within(1e-15));
    }

    @Test
    void two_levels_and_two_powers_fit_exactly_and_cannot_be_found_wrong() {
        SignedRegression fit =
                SignedRegression.withoutIntercept(new int[] {1, 2}, new double[] {1, 3}, new double[] {1, 1}, 0);
        assertThat(fit.residual(0)).isCloseTo(0, within(1e-14));
        assertThat(fit.residualStandardError(0)).isCloseTo(0, within(1e-14));
        assertThat(fit.degreesOfFreedom()).isZero();
        assertThatThrownBy(fit::pValue)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("lack of fit has no degree of freedom: 2 levels and 2 powers; add a level or drop a power");
    }

    @Test
    void too_few_levels_are_refused() {
        double[] three = {1, 1, 1};
        assertThatThrownBy(() -> SignedRegression.fit(new int[] {2, 4, 4}, three, three, 0, 0, 1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "levels are [2, 4, 4], 2 different, for 3 powers [0, 1, 2]; give at least as many levels as powers");
    }

    @Test
    void impossible_data_are_refused() {
        double[] two = {1, 1};
        int[] levels = {1, 2};
        assertThatThrownBy(() -> SignedRegression.fit(levels, two, new double[] {1, 0}, 0, 1))
                .hasMessage("standardErrors[1] is 0.0, expected a finite number above 0");
        assertThatThrownBy(() -> SignedRegression.fit(levels, new double[] {Double.NaN, 0}, two, 0, 1))
                .hasMessage("errors[0] is NaN, expected a finite number");
        assertThatThrownBy(() -> SignedRegression.fit(levels, two, two, -1, 1))
                .hasMessageStartingWith("referenceStandardError is -1.0");
        assertThatThrownBy(() -> SignedRegression.fit(levels, two, two, 0, 1, 1))
                .hasMessage("powers are [1, 1], expected different ones; drop the repeated power");
        assertThatThrownBy(() -> SignedRegression.fit(levels, two, two, 0, -1))
                .hasMessage("a power of 1/l is -1, expected 0 or more");
        assertThatThrownBy(() -> SignedRegression.fit(levels, new double[3], two, 0, 1))
                .hasMessage("errors has 3 entries, levels has 2; give one entry per level to both");
    }

    @Test
    void a_fit_keeps_its_data_to_itself_and_is_equal_to_its_twin() {
        double[] errors = {1, 2};
        SignedRegression fit = SignedRegression.fit(new int[] {1, 2}, errors, new double[] {1, 1}, 0, 1);
        double coefficient = fit.coefficient(0);
        errors[0] = 99;
        fit.weights()[0][0] = 99;
        fit.errors()[0] = 99;
        assertThat(fit.coefficient(0)).isEqualTo(coefficient);
        SignedRegression twin = SignedRegression.fit(new int[] {1, 2}, new double[] {1, 2}, new double[] {1, 1}, 0, 1);
        assertThat(fit).isEqualTo(twin).hasSameHashCodeAs(twin).hasToString(twin.toString());
    }

    /** Levels 2^from to 2^(to - 1) and the noise of each. */
    private static SignedRegression standard(int from, int to, double[] noise) {
        int[] levels = new int[to - from];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = 1 << (from + i);
        }
        double[] se = Arrays.copyOfRange(noise, from, to);
        return SignedRegression.fit(levels, new double[levels.length], se, 0, 0, 1, 2);
    }
}
