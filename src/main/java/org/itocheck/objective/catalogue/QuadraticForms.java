package org.itocheck.objective.catalogue;

import java.util.Arrays;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.FiniteSum;
import org.itocheck.objective.RowSums;
import org.itocheck.random.NoiseRows;

/**
 * A finite sum of quadratic forms: L_i(x) = x' A_i x. On the sphere, in a {@link org.itocheck.objective.NormalisedSum}, it is the random
 * Rayleigh quotient x' A_i x / |x|^2 (problem E5).
 *
 * @param name for messages
 * @param matrices A_i, shape [n][d][d], each symmetric; copied
 * @param batchSize B
 */
public record QuadraticForms(String name, double[][][] matrices, int batchSize) implements FiniteSum {
    /**
     * Checks and copies.
     *
     * @throws IllegalArgumentException if there is no matrix, or one is not square, not symmetric or of another size
     */
    public QuadraticForms {
        if (matrices.length == 0) {
            throw new IllegalArgumentException("matrices is empty, expected at least one symmetric matrix");
        }
        double[][][] copies = new double[matrices.length][][];
        for (int i = 0; i < copies.length; i++) {
            copies[i] = SymmetricMatrix.copy("matrices[" + i + "]", matrices[i]);
            if (copies[i].length != copies[0].length) {
                throw new IllegalArgumentException("matrices[" + i + "] has " + copies[i].length
                        + " rows, matrices[0] has " + copies[0].length + "; every matrix needs the same size");
            }
        }
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize is " + batchSize + ", expected at least 1");
        }
        matrices = copies;
    }

    @Override
    public String formula() {
        return "L(x) = mean of x'A_i x; n = " + samples() + ", batches of " + batchSize + " with replacement";
    }

    @Override
    public double[][][] matrices() {
        return Arrays.stream(matrices)
                .map(m -> Arrays.stream(m).map(double[]::clone).toArray(double[][]::new))
                .toArray(double[][][]::new);
    }

    @Override
    public int dimension() {
        return matrices[0].length;
    }

    @Override
    public int samples() {
        return matrices.length;
    }

    @Override
    public Evaluator evaluator(int lanes) {
        return new Rows(FiniteSum.super.evaluator(lanes), SymmetricMatrix.mean(matrices), lanes);
    }

    @Override
    public double sampleValue(int i, double[] x) {
        double[] product = SymmetricMatrix.times(this, matrices[i], x);
        double value = 0;
        for (int k = 0; k < x.length; k++) {
            value += x[k] * product[k];
        }
        return value;
    }

    @Override
    public void sampleGradient(int i, double[] x, double[] gradient) {
        for (int k = 0; k < gradient.length; k++) {
            double sum = 0;
            for (int m = 0; m < gradient.length; m++) {
                sum = Math.fma(matrices[i][k][m], x[m], sum);
            }
            gradient[k] = 2 * sum;
        }
    }

    /** The mean of the forms is a form, too; the rest goes sample by sample. */
    private record Rows(Evaluator samples, double[][] mean, int lanes) implements Evaluator {
        @Override
        public void sampleGradient(double[][] x, NoiseRows noise, double[][] gradient) {
            samples.sampleGradient(x, noise, gradient);
        }

        @Override
        public void gradient(double[][] x, double[][] gradient) {
            hessianProduct(x, x, gradient);
        }

        @Override
        public void sampleDiffusion(double[][] x, NoiseRows noise, double[][] out) {
            samples.sampleDiffusion(x, noise, out);
        }

        @Override
        public void hessianProduct(double[][] x, double[][] v, double[][] out) {
            for (int i = 0; i < v.length; i++) {
                Arrays.fill(out[i], 0, lanes, 0);
                RowSums.addWeighted(mean[i], 0, v, 0, v.length, out[i], lanes);
                RowSums.scale(2, out[i], lanes);
            }
        }

        @Override
        public void value(double[][] x, double[] out) {
            samples.value(x, out);
        }
    }
}
