package org.itocheck.truth;

/**
 * The drift Ax + b of an SDE whose loss has the gradient Hx - c.
 *
 * @param matrix A, shape [d][d]
 * @param constant b, shape [d]
 */
record LinearDrift(double[][] matrix, double[] constant) {
    /** {@code A = -speed (F + correction F^2)} and {@code b = speed (c + correction F c)} with F = H + lambda. */
    static LinearDrift of(double[][] hessian, double[] offset, Motion.Continuous motion) {
        int d = offset.length;
        double[][] matrix = new double[d][d];
        double[] constant = new double[d];
        for (int i = 0; i < d; i++) {
            constant[i] = offset[i];
            for (int k = 0; k < d; k++) {
                double f = entry(hessian, motion, i, k);
                constant[i] += motion.correction() * f * offset[k];
                double square = 0;
                for (int j = 0; j < d; j++) {
                    square += entry(hessian, motion, i, j) * entry(hessian, motion, j, k);
                }
                matrix[i][k] = -motion.speed() * (f + motion.correction() * square);
            }
            constant[i] *= motion.speed();
        }
        return new LinearDrift(matrix, constant);
    }

    private static double entry(double[][] hessian, Motion.Continuous motion, int i, int k) {
        return hessian[i][k] + (i == k ? motion.weightDecay() : 0);
    }
}
