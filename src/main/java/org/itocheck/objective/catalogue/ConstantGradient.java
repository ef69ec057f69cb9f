package org.itocheck.objective.catalogue;

import java.util.Arrays;
import java.util.Optional;
import org.itocheck.objective.Divisible;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.GradientMoments;
import org.itocheck.objective.Objective;
import org.itocheck.objective.Regularity;
import org.itocheck.objective.RowSums;
import org.itocheck.random.NoiseLaw;
import org.itocheck.random.NoiseParts;
import org.itocheck.random.NoiseRows;

/**
 * Problem F1, a gradient whose law is the same at every x: g_gamma(x) = c + s xi, L(x) = c x in one dimension. With c = s = 1 and xi =
 * Poisson(1) - 1 the gradient is Poisson(1), Example F.1 of the paper (THEORY 3.F).
 *
 * @param name for messages
 * @param slope c
 * @param noiseScale s
 * @param law the law of xi
 */
public record ConstantGradient(String name, double slope, double noiseScale, NoiseLaw law) implements Divisible {
    /** The same noise alone, problem A without curvature. */
    public AdditiveQuadratic withoutSlope() {
        return AdditiveQuadratic.scalar(name, 0, noiseScale, law);
    }

    @Override
    public String formula() {
        return "g(x) = c + s xi, L(x) = c x; c = " + slope + ", s = " + noiseScale + ", xi ~ " + law.label();
    }

    @Override
    public int dimension() {
        return 1;
    }

    @Override
    public Regularity regularity() {
        return Regularity.SMOOTH.withMoments(law.moments());
    }

    @Override
    public Objective part(int parts) {
        return DividedNoise.of(this, parts, law);
    }

    @Override
    public boolean infinitelyDivisible() {
        return NoiseParts.divisible(law);
    }

    @Override
    public Optional<GradientMoments> gradientMoments(double[] x) {
        if (regularity().lacksMoment(3)) {
            return Optional.empty();
        }
        double s = noiseScale;
        return Optional.of(new GradientMoments(new double[] {slope}, new double[][] {{s * s}}, new double[][][] {
            {{s * s * s * law.thirdCumulant()}}
        }));
    }

    @Override
    public Evaluator evaluator(int lanes) {
        return new Evaluator() {
            @Override
            public void sampleGradient(double[][] x, NoiseRows noise, double[][] gradient) {
                law.draw(noise, gradient[0]);
                for (int j = 0; j < lanes; j++) {
                    gradient[0][j] = slope + noiseScale * gradient[0][j];
                }
            }

            @Override
            public void gradient(double[][] x, double[][] gradient) {
                Arrays.fill(gradient[0], 0, lanes, slope);
            }

            @Override
            public void sampleDiffusion(double[][] x, NoiseRows noise, double[][] out) {
                noise.gaussian(out[0]);
                RowSums.scale(noiseScale, out[0], lanes);
            }

            @Override
            public void value(double[][] x, double[] out) {
                for (int j = 0; j < lanes; j++) {
                    out[j] = slope * x[0][j];
                }
            }
        };
    }
}
