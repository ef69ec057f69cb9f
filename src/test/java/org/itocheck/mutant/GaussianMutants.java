package org.itocheck.mutant;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.itocheck.dynamics.Family;
import org.itocheck.objective.FiniteSum;
import org.itocheck.random.NoiseRows;

/** NGD passed off as SVAG on least squares, with the right covariance and with wrong ones (THEORY 4.1), and an SDE with one (4.3). */
final class GaussianMutants {
    private static final double ETA = SvagMutants.PROBLEM.learningRate();

    private GaussianMutants() {}

    /** Gaussian noise of the right covariance. */
    static Family m22() {
        return scaled("M22", l -> ETA / Math.sqrt(l));
    }

    /** The factor eta/l of the noise forgotten, as in equation (5) of the paper. */
    static Family m23() {
        return scaled("M23", l -> 1);
    }

    /** Independent noise in every coordinate. */
    static Family m24() {
        return new StepFamily(
                "M24", ETA, (objective, l, lanes) -> new NoisyStep(objective, lanes, ETA / l, ETA / Math.sqrt(l)) {
                    private final FiniteSum sum = (FiniteSum) objective;
                    private final double[] point = new double[objective.dimension()];
                    private final double[] sample = new double[objective.dimension()];

                    @Override
                    void draw(double[][] x, NoiseRows noise, double[][] out) {
                        for (double[] row : out) {
                            noise.gaussian(row);
                        }
                        for (int j = 0; j < lanes; j++) {
                            int lane = j;
                            Arrays.setAll(point, i -> x[i][lane]);
                            for (int i = 0; i < point.length; i++) {
                                out[i][j] *= deviation(sum, i, point, sample);
                            }
                        }
                    }
                });
    }

    /** The square root of S[i][i]. */
    private static double deviation(FiniteSum sum, int i, double[] point, double[] sample) {
        double mean = 0;
        double square = 0;
        for (int s = 0; s < sum.samples(); s++) {
            sum.sampleGradient(s, point, sample);
            mean += sample[i] / sum.samples();
            square += sample[i] * sample[i] / sum.samples();
        }
        return Math.sqrt(Math.max(0, square - mean * mean) / sum.batchSize());
    }

    /** The covariance divided by n - 1 = 4, not by n. */
    static Family m25() {
        return scaled("M25", l -> ETA / Math.sqrt(l) * Math.sqrt(1.25));
    }

    /** The covariance not divided by B = 2. */
    static Family m26() {
        return scaled("M26", l -> ETA / Math.sqrt(l) * Math.sqrt(2));
    }

    /** The covariance divided by B^2. */
    static Family m27() {
        return scaled("M27", l -> ETA / Math.sqrt(l) / Math.sqrt(2));
    }

    /** The mean square of the gradient of a sample in the place of its covariance: sum_i z_i grad L_i / sqrt(n B). */
    static Family s6() {
        return new StepFamily(
                "S6", ETA, (objective, l, lanes) -> new NoisyStep(objective, lanes, ETA / l, ETA / Math.sqrt(l)) {
                    private final FiniteSum sum = (FiniteSum) objective;
                    private final double[] point = new double[objective.dimension()];
                    private final double[] sample = new double[objective.dimension()];
                    private final double[][] normals = new double[sum.samples()][lanes];

                    @Override
                    void draw(double[][] x, NoiseRows noise, double[][] out) {
                        for (double[] row : normals) {
                            noise.gaussian(row);
                        }
                        double root = 1 / Math.sqrt((double) sum.samples() * sum.batchSize());
                        for (int j = 0; j < lanes; j++) {
                            int lane = j;
                            Arrays.setAll(point, i -> x[i][lane]);
                            for (double[] row : out) {
                                row[j] = 0;
                            }
                            for (int s = 0; s < normals.length; s++) {
                                sum.sampleGradient(s, point, sample);
                                for (int i = 0; i < sample.length; i++) {
                                    out[i][j] += root * normals[s][j] * sample[i];
                                }
                            }
                        }
                    }
                });
    }

    private static Family scaled(String name, IntToDoubleFunction scale) {
        return new StepFamily(
                name, ETA, (objective, l, lanes) -> new NoisyStep(objective, lanes, ETA / l, scale.applyAsDouble(l)));
    }
}
