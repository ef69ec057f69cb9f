package org.itocheck.mutant;

import org.itocheck.objective.FiniteSum;

/**
 * Normalised linear regression on the data of E3 with something that sees the length: with w the first two parameters,
 * L_i = (y_i - scale a_i.w / sqrt(|w|^2 + epsilon) - bias)^2 / 2.
 *
 * @param name for messages
 * @param extra what a third parameter is, or nothing
 * @param epsilon in the normaliser
 */
record NearMiss(String name, Extra extra, double epsilon) implements FiniteSum {
    private static final double[][] A = {{1, 0.2}, {0.5, -1}, {1.2, 0.8}, {-0.3, 1.1}};
    private static final double[] Y = {1, -0.4, 0.9, 0.8};

    /** A third parameter. */
    enum Extra {
        NONE,
        BIAS,
        SCALE
    }

    @Override
    public int dimension() {
        return extra == Extra.NONE ? 2 : 3;
    }

    @Override
    public int samples() {
        return Y.length;
    }

    @Override
    public int batchSize() {
        return 1;
    }

    @Override
    public double sampleValue(int i, double[] x) {
        double r = residual(i, x);
        return r * r / 2;
    }

    @Override
    public void sampleGradient(int i, double[] x, double[] gradient) {
        double slope = residual(i, x);
        double norm = norm(x);
        double u = (A[i][0] * x[0] + A[i][1] * x[1]) / norm;
        double scale = extra == Extra.SCALE ? x[2] : 1;
        for (int k = 0; k < 2; k++) {
            gradient[k] = slope * scale * (A[i][k] - u * x[k] / norm) / norm;
        }
        if (extra != Extra.NONE) {
            gradient[2] = slope * (extra == Extra.BIAS ? 1 : u);
        }
    }

    private double residual(int i, double[] x) {
        double u = (A[i][0] * x[0] + A[i][1] * x[1]) / norm(x);
        double score = extra == Extra.NONE ? u : extra == Extra.BIAS ? u + x[2] : u * x[2];
        return score - Y[i];
    }

    private double norm(double[] x) {
        return Math.sqrt(x[0] * x[0] + x[1] * x[1] + epsilon);
    }
}
