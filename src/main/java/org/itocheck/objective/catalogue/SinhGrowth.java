package org.itocheck.objective.catalogue;

import org.itocheck.math.RowMath;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.Regularity;
import org.itocheck.random.NoiseLaw;
import org.itocheck.random.NoiseRows;

/**
 * Problem H1, from the literature on weak schemes: {@code g_gamma(x) = -(x/2 + sqrt(1 + x^2)) + sqrt((1 + x^2) / eta) xi}, so that at
 * learning rate eta the SDE is {@code dX = (X/2 + sqrt(1 + X^2)) dt + sqrt(1 + X^2) dW} with {@code arsinh X_t = arsinh X_0 + t + W_t}
 * (THEORY 3.H). The loss has no lower bound and the state grows exponentially.
 *
 * @param name for messages
 * @param timeScale eta, positive
 * @param law the law of xi
 */
public record SinhGrowth(String name, double timeScale, NoiseLaw law) implements ScalarNoise {
    /** Checks eta. */
    public SinhGrowth {
        if (!(timeScale > 0) || Double.isInfinite(timeScale)) {
            throw new IllegalArgumentException("timeScale is " + timeScale
                    + ", expected the learning rate eta of the problem, a positive finite number");
        }
    }

    @Override
    public String formula() {
        return "g(x) = -(x/2 + sqrt(1+x^2)) + sqrt((1+x^2)/eta) xi, L(x) = -x^2/4 - (x sqrt(1+x^2) + arsinh x)/2; eta = "
                + timeScale + ", xi ~ " + law.label();
    }

    /** Smooth, with as many moments as the noise. */
    @Override
    public Regularity regularity() {
        return Regularity.SMOOTH.withMoments(law.moments());
    }

    @Override
    public double drift(double x) {
        return -(x / 2 + Math.sqrt(1 + x * x));
    }

    @Override
    public double noiseScale(double x) {
        return Math.sqrt((1 + x * x) / timeScale);
    }

    @Override
    public double value(double x) {
        double root = Math.sqrt(1 + x * x);
        double arsinh = Math.copySign(StrictMath.log(Math.abs(x) + root), x);
        return -x * x / 4 - (x * root + arsinh) / 2;
    }

    @Override
    public double curvature(double x) {
        return -(0.5 + x / Math.sqrt(1 + x * x));
    }

    @Override
    public Evaluator evaluator(int lanes) {
        return new Rows(timeScale, law, lanes);
    }

    private static final class Rows implements Evaluator {
        private final double inverse;
        private final NoiseLaw law;
        private final int lanes;
        private final RowMath math;
        private final double[] noiseRow;
        private final double[] work;

        Rows(double timeScale, NoiseLaw law, int lanes) {
            this.inverse = 1 / timeScale;
            this.law = law;
            this.lanes = lanes;
            this.math = new RowMath(lanes);
            this.noiseRow = new double[lanes];
            this.work = new double[lanes];
        }

        @Override
        public void sampleGradient(double[][] x, NoiseRows noise, double[][] gradient) {
            law.draw(noise, noiseRow);
            diffuse(x[0], noiseRow);
            gradient(x, gradient);
            for (int j = 0; j < lanes; j++) {
                gradient[0][j] += noiseRow[j];
            }
        }

        @Override
        public void gradient(double[][] x, double[][] gradient) {
            for (int j = 0; j < lanes; j++) {
                gradient[0][j] = -(0.5 * x[0][j] + Math.sqrt(1 + x[0][j] * x[0][j]));
            }
        }

        @Override
        public void sampleDiffusion(double[][] x, NoiseRows noise, double[][] out) {
            noise.gaussian(out[0]);
            diffuse(x[0], out[0]);
        }

        @Override
        public void hessianProduct(double[][] x, double[][] v, double[][] out) {
            for (int j = 0; j < lanes; j++) {
                out[0][j] = -(0.5 + x[0][j] / Math.sqrt(1 + x[0][j] * x[0][j])) * v[0][j];
            }
        }

        @Override
        public void value(double[][] x, double[] out) {
            double[] row = x[0];
            for (int j = 0; j < lanes; j++) {
                work[j] = Math.abs(row[j]) + Math.sqrt(1 + row[j] * row[j]);
            }
            math.log(work, noiseRow);
            for (int j = 0; j < lanes; j++) {
                double root = Math.sqrt(1 + row[j] * row[j]);
                out[j] = -0.25 * row[j] * row[j] - 0.5 * (row[j] * root + Math.copySign(noiseRow[j], row[j]));
            }
        }

        private void diffuse(double[] x, double[] z) {
            for (int j = 0; j < lanes; j++) {
                z[j] *= Math.sqrt((1 + x[j] * x[j]) * inverse);
            }
        }
    }
}
