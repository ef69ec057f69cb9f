package org.itocheck.objective.catalogue;

import java.util.Arrays;
import java.util.Optional;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.FourthTensor;
import org.itocheck.objective.GradientMoments;
import org.itocheck.objective.Objective;
import org.itocheck.objective.Regularity;
import org.itocheck.objective.Regularity.Declared;
import org.itocheck.objective.RowSums;
import org.itocheck.random.NoiseRows;

/**
 * A scale-invariant loss: L_gamma(x) = x' (A + s diag(xi)) x / |x|^2 with independent xi_i ~ N(0, 1), so that L(x) = x' A x / |x|^2,
 * grad L = 2 (A x - L x) / |x|^2, and the noise of the gradient is Gaussian with covariance
 * {@code S = (2 s / |x|^2)^2 P diag(x_i^2) P}, P = I - x x' / |x|^2. Every L_gamma is scale invariant, so grad L_gamma is orthogonal to x;
 * at x = 0 it is not defined and the gradient is NaN.
 *
 * @param name for messages
 * @param matrix A, shape [d][d], symmetric; copied
 * @param noiseScale s
 */
public record RayleighQuotient(String name, double[][] matrix, double noiseScale) implements Objective {
    /**
     * Checks and copies.
     *
     * @throws IllegalArgumentException if the matrix is not square or not symmetric
     */
    public RayleighQuotient {
        matrix = SymmetricMatrix.copy("matrix", matrix);
    }

    /** Not smooth at 0, where the loss is not even continuous; elsewhere smooth with Gaussian noise. */
    @Override
    public Regularity regularity() {
        return new Regularity(Declared.NO, Declared.NO, Double.POSITIVE_INFINITY);
    }

    @Override
    public int dimension() {
        return matrix.length;
    }

    @Override
    public double[][] matrix() {
        return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    }

    /** The moments of a Gaussian: the third moment and the fourth cumulant vanish. */
    @Override
    public Optional<GradientMoments> gradientMoments(double[] x) {
        double[] product = SymmetricMatrix.times(this, matrix, x);
        int d = x.length;
        double square = 0;
        double quotient = 0;
        for (int i = 0; i < d; i++) {
            square += x[i] * x[i];
            quotient += x[i] * product[i];
        }
        quotient /= square;
        double[] mean = new double[d];
        double[][] covariance = new double[d][d];
        for (int i = 0; i < d; i++) {
            mean[i] = 2 / square * (product[i] - quotient * x[i]);
        }
        double scale = 4 * noiseScale * noiseScale / (square * square);
        for (int m = 0; m < d; m++) {
            for (int i = 0; i < d; i++) {
                for (int k = 0; k < d; k++) {
                    double first = (i == m ? x[m] : 0) - x[m] * x[m] / square * x[i];
                    double second = (k == m ? x[m] : 0) - x[m] * x[m] / square * x[k];
                    covariance[i][k] += scale * first * second;
                }
            }
        }
        Optional<FourthTensor> fourth =
                d > FourthTensor.LARGEST_DIMENSION ? Optional.empty() : Optional.of(FourthTensor.zero(d));
        return Optional.of(new GradientMoments(mean, covariance, new double[d][d][d], fourth));
    }

    @Override
    public Evaluator evaluator(int lanes) {
        return new Rows(matrix, noiseScale, lanes);
    }

    private static final class Rows implements Evaluator {
        private final double[][] matrix;
        private final double noiseScale;
        private final int lanes;
        private final double[] square;
        private final double[] form;
        private final double[] along;
        private final double[] quotient;
        private final double[][] slope;

        Rows(double[][] matrix, double noiseScale, int lanes) {
            this.matrix = matrix;
            this.noiseScale = noiseScale;
            this.lanes = lanes;
            this.square = new double[lanes];
            this.form = new double[lanes];
            this.along = new double[lanes];
            this.quotient = new double[lanes];
            this.slope = new double[matrix.length][lanes];
        }

        @Override
        public void sampleGradient(double[][] x, NoiseRows noise, double[][] gradient) {
            for (int i = 0; i < x.length; i++) {
                noise.gaussian(gradient[i]);
                SymmetricMatrix.multiply(noiseScale, x[i], gradient[i], lanes);
                RowSums.addWeighted(matrix[i], 0, x, 0, x.length, gradient[i], lanes);
            }
            project(x, gradient);
        }

        @Override
        public void gradient(double[][] x, double[][] gradient) {
            for (int i = 0; i < x.length; i++) {
                Arrays.fill(gradient[i], 0, lanes, 0);
                RowSums.addWeighted(matrix[i], 0, x, 0, x.length, gradient[i], lanes);
            }
            project(x, gradient);
        }

        @Override
        public void sampleDiffusion(double[][] x, NoiseRows noise, double[][] out) {
            for (int i = 0; i < x.length; i++) {
                noise.gaussian(out[i]);
                SymmetricMatrix.multiply(noiseScale, x[i], out[i], lanes);
            }
            project(x, out);
        }

        @Override
        public void value(double[][] x, double[] out) {
            Arrays.fill(square, 0);
            Arrays.fill(out, 0, lanes, 0);
            for (int i = 0; i < x.length; i++) {
                Arrays.fill(form, 0);
                RowSums.addWeighted(matrix[i], 0, x, 0, x.length, form, lanes);
                RowSums.addProduct(x[i], form, out, lanes);
                RowSums.addProduct(x[i], x[i], square, lanes);
            }
            for (int j = 0; j < lanes; j++) {
                out[j] /= square[j];
            }
        }

        /** With g = grad L: (2 / |x|^2) (A v - L v - (g.v) x - (x.v) g). */
        @Override
        public void hessianProduct(double[][] x, double[][] v, double[][] out) {
            gradient(x, slope);
            value(x, quotient);
            Arrays.fill(form, 0);
            Arrays.fill(along, 0);
            for (int i = 0; i < x.length; i++) {
                RowSums.addProduct(slope[i], v[i], form, lanes);
                RowSums.addProduct(x[i], v[i], along, lanes);
            }
            for (int i = 0; i < x.length; i++) {
                Arrays.fill(out[i], 0, lanes, 0);
                RowSums.addWeighted(matrix[i], 0, v, 0, x.length, out[i], lanes);
                turn(x[i], v[i], slope[i], out[i]);
            }
        }

        private void turn(double[] x, double[] v, double[] g, double[] out) {
            for (int j = 0; j < lanes; j++) {
                out[j] = 2 / square[j] * (out[j] - quotient[j] * v[j] - form[j] * x[j] - along[j] * g[j]);
            }
        }

        /** v becomes 2 (v - (x'v / |x|^2) x) / |x|^2. */
        private void project(double[][] x, double[][] v) {
            Arrays.fill(square, 0);
            Arrays.fill(form, 0);
            for (int i = 0; i < x.length; i++) {
                RowSums.addProduct(x[i], x[i], square, lanes);
                RowSums.addProduct(x[i], v[i], form, lanes);
            }
            quotients(square, form, lanes);
            for (int i = 0; i < x.length; i++) {
                finish(x[i], square, form, v[i], lanes);
            }
        }

        private static void quotients(double[] square, double[] form, int lanes) {
            for (int j = 0; j < lanes; j++) {
                square[j] = 1 / square[j];
                form[j] *= square[j];
            }
        }

        private static void finish(double[] x, double[] inverse, double[] quotient, double[] v, int lanes) {
            for (int j = 0; j < lanes; j++) {
                v[j] = 2 * inverse[j] * (v[j] - quotient[j] * x[j]);
            }
        }
    }
}
