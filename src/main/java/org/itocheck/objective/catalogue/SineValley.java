package org.itocheck.objective.catalogue;

import org.itocheck.math.RowMath;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.Regularity;
import org.itocheck.random.NoiseLaw;
import org.itocheck.random.NoiseRows;

/**
 * Problem D2, valleys in one dimension: L(x) = 1 - cos x + x^2/10, g_gamma(x) = sin x + x/5 + (1/2 + cos(x)^2/4)^(1/2) xi (THEORY 3.D).
 *
 * @param name for messages
 * @param law the law of xi
 */
public record SineValley(String name, NoiseLaw law) implements ScalarNoise {
    @Override
    public String formula() {
        return "g(x) = sin x + x/5 + sqrt(1/2 + cos(x)^2/4) xi, L(x) = 1 - cos x + x^2/10; xi ~ " + law.label();
    }

    /** Smooth, with as many moments as the noise. */
    @Override
    public Regularity regularity() {
        return Regularity.SMOOTH.withMoments(law.moments());
    }

    @Override
    public double drift(double x) {
        return StrictMath.sin(x) + 0.2 * x;
    }

    @Override
    public double curvature(double x) {
        return StrictMath.cos(x) + 0.2;
    }

    @Override
    public double noiseScale(double x) {
        double c = StrictMath.cos(x);
        return Math.sqrt(0.5 + 0.25 * c * c);
    }

    @Override
    public double value(double x) {
        return 1 - StrictMath.cos(x) + 0.1 * x * x;
    }

    @Override
    public Evaluator evaluator(int lanes) {
        return new Evaluator() {
            private final RowMath math = new RowMath(lanes);
            private final double[] noiseRow = new double[lanes];
            private final double[] work = new double[lanes];

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
                math.sin(x[0], work);
                for (int j = 0; j < lanes; j++) {
                    gradient[0][j] = work[j] + 0.2 * x[0][j];
                }
            }

            @Override
            public void sampleDiffusion(double[][] x, NoiseRows noise, double[][] out) {
                noise.gaussian(out[0]);
                diffuse(x[0], out[0]);
            }

            @Override
            public void hessianProduct(double[][] x, double[][] v, double[][] out) {
                math.cos(x[0], work);
                for (int j = 0; j < lanes; j++) {
                    out[0][j] = (work[j] + 0.2) * v[0][j];
                }
            }

            @Override
            public void value(double[][] x, double[] out) {
                math.cos(x[0], work);
                for (int j = 0; j < lanes; j++) {
                    out[j] = 1 - work[j] + 0.1 * x[0][j] * x[0][j];
                }
            }

            private void diffuse(double[] x, double[] z) {
                math.cos(x, work);
                for (int j = 0; j < lanes; j++) {
                    z[j] *= Math.sqrt(0.5 + 0.25 * work[j] * work[j]);
                }
            }
        };
    }
}
