package org.itocheck.stats;

import java.util.Arrays;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;

/** The linear algebra of {@link SignedRegression}: which contrasts of the errors are the coefficients. */
final class WeightedDesign {
    private static final double SINGULAR = 1e-13;

    private WeightedDesign() {}

    static void check(int[] levels, double[] errors, double[] standardErrors, double reference, int[] powers) {
        Checks.sameLength("errors", errors.length, "levels", levels.length);
        Checks.sameLength("standardErrors", standardErrors.length, "levels", levels.length);
        Checks.notNegative("referenceStandardError", reference);
        Checks.atLeast("powers.length", powers.length, 1);
        for (int power : powers) {
            Checks.atLeast("a power of 1/l", power, 0);
        }
        if (Arrays.stream(powers).distinct().count() < powers.length) {
            throw new IllegalArgumentException(
                    "powers are " + Arrays.toString(powers) + ", expected different ones; drop the repeated power");
        }
        for (int i = 0; i < levels.length; i++) {
            Checks.atLeast("levels[" + i + "]", levels[i], 1);
            Checks.finite("errors[" + i + "]", errors[i]);
            Checks.positive("standardErrors[" + i + "]", standardErrors[i]);
        }
        long different = Arrays.stream(levels).distinct().count();
        if (different < powers.length) {
            throw new IllegalArgumentException("levels are " + Arrays.toString(levels) + ", " + different
                    + " different, for " + powers.length + " powers " + Arrays.toString(powers)
                    + "; give at least as many levels as powers");
        }
    }

    /**
     * Generalised least squares by QR. A reference error is one more unknown r in every error, with the observation r = 0 of standard
     * error {@code reference}; in a model with intercept it changes no coefficient but the intercept's standard error and is left out.
     *
     * @return shape [powers][levels]
     */
    static double[][] weights(int[] levels, double[] standardErrors, double reference, int[] powers) {
        boolean shared = reference > 0 && Arrays.stream(powers).allMatch(power -> power > 0);
        int m = levels.length;
        int p = powers.length;
        double[][] design = new double[shared ? m + 1 : m][shared ? p + 1 : p];
        for (int i = 0; i < m; i++) {
            for (int k = 0; k < p; k++) {
                design[i][k] = power(levels[i], powers[k]) / standardErrors[i];
            }
            if (shared) {
                design[i][p] = reference / standardErrors[i];
            }
        }
        if (shared) {
            design[m][p] = 1;
        }
        double[][] inverse = pseudoInverse(design, powers);
        double[][] weights = new double[p][m];
        for (int k = 0; k < p; k++) {
            for (int i = 0; i < m; i++) {
                weights[k][i] = inverse[k][i] / standardErrors[i];
            }
        }
        return weights;
    }

    /** l^-power. */
    static double power(int level, int power) {
        double product = 1;
        for (int i = 0; i < power; i++) {
            product /= level;
        }
        return product;
    }

    /** Left inverse of a tall matrix; columns are scaled to length 1 first, so that the units of the coefficients do not matter. */
    private static double[][] pseudoInverse(double[][] design, int[] powers) {
        RealMatrix matrix = MatrixUtils.createRealMatrix(design);
        int columns = matrix.getColumnDimension();
        double[] length = new double[columns];
        for (int k = 0; k < columns; k++) {
            length[k] = matrix.getColumnVector(k).getNorm();
            matrix.setColumnVector(k, matrix.getColumnVector(k).mapDivide(length[k]));
        }
        try {
            RealMatrix inverse =
                    new QRDecomposition(matrix, SINGULAR).getSolver().getInverse();
            for (int k = 0; k < columns; k++) {
                inverse.setRowVector(k, inverse.getRowVector(k).mapDivide(length[k]));
            }
            return inverse.getData();
        } catch (SingularMatrixException e) {
            throw new IllegalArgumentException(
                    "powers " + Arrays.toString(powers)
                            + " of 1/l cannot be told apart at these levels and standard errors; drop the highest power or spread the levels",
                    e);
        }
    }
}
