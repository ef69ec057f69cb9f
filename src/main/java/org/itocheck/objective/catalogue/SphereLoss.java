package org.itocheck.objective.catalogue;

import java.util.Arrays;
import java.util.Optional;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.GradientMoments;
import org.itocheck.objective.Objective;
import org.itocheck.objective.RowSums;
import org.itocheck.random.NoiseRows;

/**
 * Problems E1 and E4, the direction nearest to a noisy one: L_gamma(x) = omega_gamma . x / |x| with omega_gamma ~ N(m, s^2 I) (THEORY 3.E).
 * Every L_gamma is scale invariant; grad L = P m / |x| and S = (s^2 / |x|^2) P with P = I - x x' / |x|^2. The noise is Gaussian, so the third
 * moments vanish. At x = 0 the loss is not defined and the gradient is NaN.
 *
 * @param name for messages
 * @param mean m, shape [d] with d at least 2; copied. L is least in the direction of -m
 * @param noiseScale s, at least 0, of one mini-batch
 */
public record SphereLoss(String name, double[] mean, double noiseScale) implements Objective {
    /** Checks and copies. */
    public SphereLoss {
        if (mean.length < 2) {
            throw new IllegalArgumentException(
                    "mean has " + mean.length + " entries, expected at least 2: a line has no directions to move in");
        }
        mean = mean.clone();
        for (int i = 0; i < mean.length; i++) {
            if (!Double.isFinite(mean[i])) {
                throw new IllegalArgumentException(
                        "mean[" + i + "] is " + mean[i] + ", expected a finite number; check where it was computed");
            }
        }
        if (!(noiseScale >= 0) || Double.isInfinite(noiseScale)) {
            throw new IllegalArgumentException(
                    "noiseScale is " + noiseScale + ", expected a finite number of at least 0");
        }
    }

    /** The loss of the theory: m = -A e_1 in d dimensions. */
    public static SphereLoss towardsFirstAxis(String name, int dimension, double strength, double noiseScale) {
        double[] mean = new double[dimension];
        mean[0] = -strength;
        return new SphereLoss(name, mean, noiseScale);
    }

    @Override
    public String formula() {
        return "L(x) = omega.x/|x|, omega ~ N(m, s^2 I); d = " + mean.length + ", |m| = " + strength() + ", s = "
                + noiseScale;
    }

    @Override
    public int dimension() {
        return mean.length;
    }

    @Override
    public double[] mean() {
        return mean.clone();
    }

    /** A = |m|, the strength of the pull. */
    public double strength() {
        double square = 0;
        for (double m : mean) {
            square += m * m;
        }
        return Math.sqrt(square);
    }

    @Override
    public Optional<GradientMoments> gradientMoments(double[] x) {
        double square = square(x);
        int d = x.length;
        double along = 0;
        for (int i = 0; i < d; i++) {
            along += mean[i] * x[i] / square;
        }
        double[] gradient = new double[d];
        double[][] covariance = new double[d][d];
        double scale = noiseScale * noiseScale / square;
        for (int i = 0; i < d; i++) {
            gradient[i] = (mean[i] - along * x[i]) / Math.sqrt(square);
            for (int k = 0; k < d; k++) {
                covariance[i][k] = scale * ((i == k ? 1 : 0) - x[i] * x[k] / square);
            }
        }
        return Optional.of(new GradientMoments(gradient, covariance, new double[d][d][d]));
    }

    @Override
    public double noiseTrace(double[] x) {
        return (x.length - 1) * noiseScale * noiseScale / square(x);
    }

    private double square(double[] x) {
        if (x.length != mean.length) {
            throw new IllegalArgumentException(
                    "x has " + x.length + " entries, objective " + name + " has dimension " + mean.length);
        }
        double square = 0;
        for (double a : x) {
            square += a * a;
        }
        return square;
    }

    @Override
    public Evaluator evaluator(int lanes) {
        return new Rows(mean, noiseScale, lanes);
    }

    private static final class Rows implements Evaluator {
        private final double[] mean;
        private final double noiseScale;
        private final int lanes;
        private final double[] square;
        private final double[] along;
        private final double[] pull;
        private final double[] dot;
        private final double[][] slope;

        Rows(double[] mean, double noiseScale, int lanes) {
            this.mean = mean;
            this.noiseScale = noiseScale;
            this.lanes = lanes;
            this.square = new double[lanes];
            this.along = new double[lanes];
            this.pull = new double[lanes];
            this.dot = new double[lanes];
            this.slope = new double[mean.length][lanes];
        }

        @Override
        public void sampleGradient(double[][] x, NoiseRows noise, double[][] gradient) {
            for (int i = 0; i < x.length; i++) {
                noise.gaussian(gradient[i]);
                shift(mean[i], noiseScale, gradient[i], lanes);
            }
            project(x, gradient);
        }

        @Override
        public void gradient(double[][] x, double[][] gradient) {
            for (int i = 0; i < x.length; i++) {
                Arrays.fill(gradient[i], 0, lanes, mean[i]);
            }
            project(x, gradient);
        }

        @Override
        public void sampleDiffusion(double[][] x, NoiseRows noise, double[][] out) {
            for (int i = 0; i < x.length; i++) {
                noise.gaussian(out[i]);
                shift(0, noiseScale, out[i], lanes);
            }
            project(x, out);
        }

        /** With g = grad L: -((g.v) x + (x.v) g + L P v) / |x|^2. */
        @Override
        public void hessianProduct(double[][] x, double[][] v, double[][] out) {
            gradient(x, slope);
            value(x, pull);
            Arrays.fill(square, 0);
            Arrays.fill(along, 0);
            Arrays.fill(dot, 0);
            for (int i = 0; i < x.length; i++) {
                RowSums.addProduct(x[i], x[i], square, lanes);
                RowSums.addProduct(slope[i], v[i], along, lanes);
                RowSums.addProduct(x[i], v[i], dot, lanes);
            }
            for (int i = 0; i < x.length; i++) {
                turn(x[i], v[i], slope[i], out[i]);
            }
        }

        private void turn(double[] x, double[] v, double[] g, double[] out) {
            for (int j = 0; j < lanes; j++) {
                double tangent = v[j] - dot[j] / square[j] * x[j];
                out[j] = -(along[j] * x[j] + dot[j] * g[j] + pull[j] * tangent) / square[j];
            }
        }

        @Override
        public void value(double[][] x, double[] out) {
            Arrays.fill(square, 0);
            Arrays.fill(out, 0, lanes, 0);
            RowSums.addWeighted(mean, 0, x, 0, x.length, out, lanes);
            for (double[] row : x) {
                RowSums.addProduct(row, row, square, lanes);
            }
            for (int j = 0; j < lanes; j++) {
                out[j] /= Math.sqrt(square[j]);
            }
        }

        /** v becomes (v - (x'v / |x|^2) x) / |x|. */
        private void project(double[][] x, double[][] v) {
            Arrays.fill(square, 0);
            Arrays.fill(along, 0);
            for (int i = 0; i < x.length; i++) {
                RowSums.addProduct(x[i], x[i], square, lanes);
                RowSums.addProduct(x[i], v[i], along, lanes);
            }
            for (int j = 0; j < lanes; j++) {
                along[j] /= square[j];
                square[j] = 1 / Math.sqrt(square[j]);
            }
            for (int i = 0; i < x.length; i++) {
                finish(x[i], square, along, v[i], lanes);
            }
        }

        private static void shift(double mean, double scale, double[] row, int lanes) {
            for (int j = 0; j < lanes; j++) {
                row[j] = mean + scale * row[j];
            }
        }

        private static void finish(double[] x, double[] inverse, double[] along, double[] v, int lanes) {
            for (int j = 0; j < lanes; j++) {
                v[j] = inverse[j] * (v[j] - along[j] * x[j]);
            }
        }
    }
}
