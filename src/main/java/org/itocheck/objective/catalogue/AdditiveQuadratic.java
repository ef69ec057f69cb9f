package org.itocheck.objective.catalogue;

import java.util.Arrays;
import java.util.Optional;
import org.itocheck.objective.Divisible;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.FourthTensor;
import org.itocheck.objective.GradientMoments;
import org.itocheck.objective.MissingCapabilityException;
import org.itocheck.objective.Objective;
import org.itocheck.objective.Regularity;
import org.itocheck.objective.RowSums;
import org.itocheck.random.NoiseLaw;
import org.itocheck.random.NoiseParts;
import org.itocheck.random.NoiseRows;

/**
 * Problem A: g_gamma(x) = H x + s xi, with independent entries xi of mean 0 and variance 1; L(x) = x' H x / 2 (THEORY 3.A).
 *
 * @param name for messages
 * @param hessian H, shape [d][d], symmetric; copied
 * @param noiseScale s
 * @param law the law of the entries of xi
 */
public record AdditiveQuadratic(String name, double[][] hessian, double noiseScale, NoiseLaw law) implements Divisible {
    /**
     * Checks and copies.
     *
     * @throws IllegalArgumentException if the Hessian is not square or not symmetric
     */
    public AdditiveQuadratic {
        hessian = SymmetricMatrix.copy("hessian", hessian);
    }

    /** In one dimension, with curvature h. */
    public static AdditiveQuadratic scalar(String name, double h, double noiseScale, NoiseLaw law) {
        return new AdditiveQuadratic(name, new double[][] {{h}}, noiseScale, law);
    }

    @Override
    public String formula() {
        String h = hessian.length == 1 ? Double.toString(hessian[0][0]) : hessian.length + " x " + hessian.length;
        return "g(x) = H x + s xi, L(x) = x'Hx/2; H = " + h + ", s = " + noiseScale + ", xi ~ " + law.label();
    }

    /** Smooth, with as many moments as the noise. */
    @Override
    public Regularity regularity() {
        return Regularity.SMOOTH.withMoments(law.moments());
    }

    @Override
    public int dimension() {
        return hessian.length;
    }

    @Override
    public double[][] hessian() {
        return Arrays.stream(hessian).map(double[]::clone).toArray(double[][]::new);
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
        int d = dimension();
        double[] mean = SymmetricMatrix.times(this, hessian, x);
        double[][] covariance = new double[d][d];
        double[][][] third = new double[d][d][d];
        for (int i = 0; i < d; i++) {
            covariance[i][i] = noiseScale * noiseScale;
            third[i][i][i] = noiseScale * noiseScale * noiseScale * law.thirdCumulant();
        }
        return Optional.of(new GradientMoments(mean, covariance, third, fourth()));
    }

    private Optional<FourthTensor> fourth() {
        double entry = noiseScale * noiseScale * noiseScale * noiseScale * law.fourthCumulant();
        return dimension() > FourthTensor.LARGEST_DIMENSION
                ? Optional.empty()
                : Optional.of(FourthTensor.of(dimension(), (i, j, k, m) -> i == j && j == k && k == m ? entry : 0));
    }

    @Override
    public Evaluator evaluator(int lanes) {
        return new Evaluator() {
            private final boolean hasCovariance = !regularity().lacksMoment(2);
            private final double[] row = new double[lanes];

            @Override
            public void sampleGradient(double[][] x, NoiseRows noise, double[][] gradient) {
                for (double[] g : gradient) {
                    law.draw(noise, g);
                    RowSums.scale(noiseScale, g, lanes);
                }
                addProduct(x, gradient);
            }

            @Override
            public void gradient(double[][] x, double[][] gradient) {
                if (x.length == 1) {
                    RowSums.weigh(hessian[0][0], x[0], gradient[0], lanes);
                    return;
                }
                for (double[] g : gradient) {
                    Arrays.fill(g, 0, lanes, 0);
                }
                addProduct(x, gradient);
            }

            @Override
            public void sampleDiffusion(double[][] x, NoiseRows noise, double[][] out) {
                if (!hasCovariance) {
                    throw new MissingCapabilityException("covariance");
                }
                for (double[] o : out) {
                    noise.gaussian(o);
                    RowSums.scale(noiseScale, o, lanes);
                }
            }

            /** Both rows in one pass: on a line the passes are what a step costs beside its draws. */
            @Override
            public void gradientAndDiffusion(double[][] x, NoiseRows noise, double[][] gradient, double[][] diffusion) {
                if (x.length > 1 || !hasCovariance) {
                    Evaluator.super.gradientAndDiffusion(x, noise, gradient, diffusion);
                    return;
                }
                noise.gaussian(diffusion[0]);
                RowSums.weighAndScale(hessian[0][0], x[0], gradient[0], noiseScale, diffusion[0], lanes);
            }

            @Override
            public void hessianProduct(double[][] x, double[][] v, double[][] out) {
                gradient(v, out);
            }

            @Override
            public void value(double[][] x, double[] out) {
                Arrays.fill(out, 0, lanes, 0);
                for (int i = 0; i < x.length; i++) {
                    Arrays.fill(row, 0);
                    RowSums.addWeighted(hessian[i], 0, x, 0, x.length, row, lanes);
                    RowSums.addProduct(x[i], row, out, lanes);
                }
                RowSums.scale(0.5, out, lanes);
            }

            private void addProduct(double[][] x, double[][] gradient) {
                for (int i = 0; i < x.length; i++) {
                    RowSums.addWeighted(hessian[i], 0, x, 0, x.length, gradient[i], lanes);
                }
            }
        };
    }
}
