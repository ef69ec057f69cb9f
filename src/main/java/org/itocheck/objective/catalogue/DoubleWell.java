package org.itocheck.objective.catalogue;

import org.itocheck.math.RowMath;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.MissingCapabilityException;
import org.itocheck.objective.Regularity;
import org.itocheck.random.NoiseLaw;
import org.itocheck.random.NoiseRows;

/**
 * Problem D1, a double well in one dimension: L(x) = x^2/2 - (3/2) log cosh x, g_gamma(x) = x - (3/2) tanh x + (1 + sin(x)/2) xi
 * (THEORY 3.D).
 *
 * @param name for messages
 * @param law the law of xi
 */
public record DoubleWell(String name, NoiseLaw law) implements ScalarNoise {
    @Override
    public String formula() {
        return "g(x) = x - 1.5 tanh x + (1 + sin(x)/2) xi, L(x) = x^2/2 - 1.5 log cosh x; xi ~ " + law.label();
    }

    /** Smooth, with as many moments as the noise. */
    @Override
    public Regularity regularity() {
        return Regularity.SMOOTH.withMoments(law.moments());
    }

    @Override
    public double drift(double x) {
        return x - 1.5 * StrictMath.tanh(x);
    }

    @Override
    public double curvature(double x) {
        double t = StrictMath.tanh(x);
        return 1.5 * t * t - 0.5;
    }

    @Override
    public double noiseScale(double x) {
        return 1 + 0.5 * StrictMath.sin(x);
    }

    @Override
    public double value(double x) {
        double a = Math.abs(x);
        return x * x / 2 - 1.5 * (a + StrictMath.log1p(StrictMath.exp(-2 * a)) - StrictMath.log(2));
    }

    @Override
    public Evaluator evaluator(int lanes) {
        return new Evaluator() {
            private final boolean hasCovariance = !regularity().lacksMoment(2);
            private final RowMath math = new RowMath(lanes);
            private final double[] noiseRow = new double[lanes];
            private final double[] work = new double[lanes];

            @Override
            public void sampleGradient(double[][] x, NoiseRows noise, double[][] gradient) {
                law.draw(noise, noiseRow);
                gradient(x, gradient);
                math.sin(x[0], work);
                addNoise(gradient[0]);
            }

            @Override
            public void gradient(double[][] x, double[][] gradient) {
                math.tanh(x[0], work);
                for (int j = 0; j < lanes; j++) {
                    gradient[0][j] = x[0][j] - 1.5 * work[j];
                }
            }

            @Override
            public void sampleDiffusion(double[][] x, NoiseRows noise, double[][] out) {
                if (!hasCovariance) {
                    throw new MissingCapabilityException("covariance");
                }
                noise.gaussian(noiseRow);
                math.sin(x[0], work);
                for (int j = 0; j < lanes; j++) {
                    out[0][j] = (1 + 0.5 * work[j]) * noiseRow[j];
                }
            }

            @Override
            public void hessianProduct(double[][] x, double[][] v, double[][] out) {
                math.tanh(x[0], work);
                for (int j = 0; j < lanes; j++) {
                    out[0][j] = (1.5 * work[j] * work[j] - 0.5) * v[0][j];
                }
            }

            @Override
            public void value(double[][] x, double[] out) {
                math.logCosh(x[0], work);
                for (int j = 0; j < lanes; j++) {
                    out[j] = 0.5 * x[0][j] * x[0][j] - 1.5 * work[j];
                }
            }

            private void addNoise(double[] g) {
                for (int j = 0; j < lanes; j++) {
                    g[j] += (1 + 0.5 * work[j]) * noiseRow[j];
                }
            }
        };
    }
}
