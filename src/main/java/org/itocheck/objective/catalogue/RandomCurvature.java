package org.itocheck.objective.catalogue;

import java.util.Optional;
import org.itocheck.objective.Divisible;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.FourthTensor;
import org.itocheck.objective.GradientMoments;
import org.itocheck.objective.MissingCapabilityException;
import org.itocheck.objective.Objective;
import org.itocheck.objective.Regularity;
import org.itocheck.random.NoiseLaw;
import org.itocheck.random.NoiseParts;
import org.itocheck.random.NoiseRows;

/**
 * Problem B, multiplicative noise in one dimension: g_gamma(x) = (h + tau zeta) x + s xi (THEORY 3.B). Either zeta and xi are independent,
 * or they are one and the same draw (then S(x) = (tau x + s)^2 vanishes at one point and has no smooth root there, THEORY X12).
 *
 * @param name for messages
 * @param curvature h
 * @param multiplicative tau
 * @param additive s
 * @param zeta the law of the multiplicative noise
 * @param xi the law of the additive noise; ignored when {@code same}
 * @param same whether xi = zeta
 */
public record RandomCurvature(
        String name, double curvature, double multiplicative, double additive, NoiseLaw zeta, NoiseLaw xi, boolean same)
        implements Divisible {
    @Override
    public String formula() {
        return "g(x) = (h + tau zeta) x + s xi, L(x) = h x^2/2; h = " + curvature + ", tau = " + multiplicative
                + ", s = " + additive + ", zeta ~ " + zeta.label() + ", xi " + (same ? "= zeta" : "~ " + xi.label());
    }

    /** Smooth, with as many moments as the noise; where zeta and xi are one draw, tau x + s is a smooth factor of S though |tau x + s| is not (X12). */
    @Override
    public Regularity regularity() {
        return Regularity.SMOOTH.withMoments(same ? zeta.moments() : Math.min(zeta.moments(), xi.moments()));
    }

    @Override
    public int dimension() {
        return 1;
    }

    @Override
    public Objective part(int parts) {
        return same ? DividedNoise.of(this, parts, zeta) : DividedNoise.of(this, parts, zeta, xi);
    }

    @Override
    public boolean infinitelyDivisible() {
        return NoiseParts.divisible(zeta) && (same || NoiseParts.divisible(xi));
    }

    @Override
    public Optional<GradientMoments> gradientMoments(double[] x) {
        if (regularity().lacksMoment(3)) {
            return Optional.empty();
        }
        double m = multiplicative * x[0];
        double s = additive;
        double variance = same ? (m + s) * (m + s) : m * m + s * s;
        double third = same
                ? (m + s) * (m + s) * (m + s) * zeta.thirdCumulant()
                : m * m * m * zeta.thirdCumulant() + s * s * s * xi.thirdCumulant();
        double fourth = same
                ? variance * variance * zeta.fourthCumulant()
                : m * m * m * m * zeta.fourthCumulant() + s * s * s * s * xi.fourthCumulant();
        return Optional.of(new GradientMoments(
                new double[] {curvature * x[0]},
                new double[][] {{variance}},
                new double[][][] {{{third}}},
                Optional.of(FourthTensor.scalar(fourth))));
    }

    @Override
    public Evaluator evaluator(int lanes) {
        return new Evaluator() {
            private final boolean hasCovariance = !regularity().lacksMoment(2);
            private final double[] multiplier = new double[lanes];
            private final double[] addend = new double[lanes];

            @Override
            public void sampleGradient(double[][] x, NoiseRows noise, double[][] gradient) {
                zeta.draw(noise, multiplier);
                double[] second = multiplier;
                if (!same) {
                    xi.draw(noise, addend);
                    second = addend;
                }
                combine(x[0], multiplier, second, gradient[0]);
            }

            @Override
            public void gradient(double[][] x, double[][] gradient) {
                for (int j = 0; j < lanes; j++) {
                    gradient[0][j] = curvature * x[0][j];
                }
            }

            @Override
            public void sampleDiffusion(double[][] x, NoiseRows noise, double[][] out) {
                if (!hasCovariance) {
                    throw new MissingCapabilityException("covariance");
                }
                noise.gaussian(multiplier);
                double[] second = multiplier;
                if (!same) {
                    noise.gaussian(addend);
                    second = addend;
                }
                diffuse(x[0], multiplier, second, out[0]);
            }

            @Override
            public void hessianProduct(double[][] x, double[][] v, double[][] out) {
                gradient(v, out);
            }

            @Override
            public void value(double[][] x, double[] out) {
                for (int j = 0; j < lanes; j++) {
                    out[j] = 0.5 * curvature * x[0][j] * x[0][j];
                }
            }

            private void combine(double[] x, double[] z, double[] y, double[] g) {
                for (int j = 0; j < lanes; j++) {
                    g[j] = (curvature + multiplicative * z[j]) * x[j] + additive * y[j];
                }
            }

            private void diffuse(double[] x, double[] z, double[] y, double[] out) {
                for (int j = 0; j < lanes; j++) {
                    out[j] = multiplicative * z[j] * x[j] + additive * y[j];
                }
            }
        };
    }
}
