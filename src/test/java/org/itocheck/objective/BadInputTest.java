package org.itocheck.objective;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.itocheck.objective.catalogue.AdditiveQuadratic;
import org.itocheck.objective.catalogue.RayleighQuotient;
import org.itocheck.random.NoiseLaw;
import org.junit.jupiter.api.Test;

class BadInputTest {
    private static final double[][] TWO = {{1, 0}, {0, 1}};

    @Test
    void a_point_of_another_dimension_is_refused() {
        double[] x = new double[3];
        for (FiniteSum sum : Samples.finiteSums()) {
            if (sum.dimension() != 3) {
                String message = "x has 3 entries, objective " + sum.name() + " has dimension " + sum.dimension();
                refused(() -> sum.sampleValue(0, x), message);
                refused(() -> sum.sampleGradient(0, x, new double[sum.dimension()]), message);
                refused(() -> sum.gradientMoments(x), message);
            }
        }
        refused(() -> Samples.quadratic(2).gradientMoments(x), "x has 3 entries, objective quadratic has dimension 2");
        refused(
                () -> new RayleighQuotient("R", TWO, 1).gradientMoments(x),
                "x has 3 entries, objective R has dimension 2");
    }

    @Test
    void ragged_features_are_refused() {
        double[][] ragged = {{1, 0}, {1}};
        String message = "features[1] has 1 entries, features[0] has 2; every sample needs the same number";
        refused(() -> new LeastSquares("L", ragged, new double[2], 1), message);
        refused(() -> new LogisticRegression("L", ragged, new int[2], 1), message);
        refused(() -> new SoftmaxRegression("L", ragged, new int[2], 2, 1), message);
    }

    @Test
    void empty_features_are_refused() {
        String message = "features is empty, expected at least one sample with one feature";
        refused(() -> new LeastSquares("L", new double[0][], new double[0], 1), message);
        refused(() -> new LogisticRegression("L", new double[1][0], new int[1], 1), message);
    }

    @Test
    void numbers_that_are_not_finite_are_refused() {
        refused(
                () -> new LeastSquares("L", new double[][] {{1, Double.NaN}}, new double[1], 1),
                "features[0][1] is NaN, expected a finite number; check where it was computed");
        refused(
                () -> new LeastSquares("L", TWO, new double[] {0, Double.POSITIVE_INFINITY}, 1),
                "targets[1] is Infinity, expected a finite number; check where it was computed");
    }

    @Test
    void another_number_of_targets_is_refused() {
        refused(
                () -> new LeastSquares("L", TWO, new double[3], 1),
                "features has 2 samples, targets has 3; give one target a sample");
    }

    @Test
    void labels_out_of_range_are_refused() {
        refused(
                () -> new LogisticRegression("L", TWO, new int[] {0, 2}, 1),
                "labels[1] is 2, expected 0 to 1; count the classes from 0");
        refused(
                () -> new SoftmaxRegression("L", TWO, new int[] {-1, 2}, 3, 1),
                "labels[0] is -1, expected 0 to 2; count the classes from 0");
        refused(() -> new SoftmaxRegression("L", TWO, new int[2], 1, 1), "classes is 1, expected at least 2");
    }

    @Test
    void a_batch_of_none_is_refused() {
        String message = "batchSize is 0, expected at least 1";
        refused(() -> new LeastSquares("L", TWO, new double[2], 0), message);
        refused(() -> new LogisticRegression("L", TWO, new int[2], 0), message);
        refused(() -> new SoftmaxRegression("L", TWO, new int[2], 2, 0), message);
        refused(() -> Samples.softmax(3, 2, 2, 1).withBatchSize(0), message);
    }

    @Test
    void a_matrix_that_is_not_symmetric_is_refused() {
        double[][] skew = {{1, 2}, {3, 1}};
        refused(
                () -> new AdditiveQuadratic("Q", skew, 1, NoiseLaw.GAUSSIAN),
                "hessian[1][0] is 3.0, hessian[0][1] is 2.0; expected a symmetric matrix: use (M + M') / 2");
        refused(
                () -> new RayleighQuotient("R", new double[][] {{1, 2}}, 1),
                "matrix has 1 rows and a row of 2 entries; expected a square matrix");
        refused(() -> new RayleighQuotient("R", new double[0][], 1), "matrix is empty, expected at least one row");
        refused(
                () -> new RayleighQuotient("R", new double[][] {{Double.NaN}}, 1),
                "matrix[0][0] is NaN, expected a finite number; check where it was computed");
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
