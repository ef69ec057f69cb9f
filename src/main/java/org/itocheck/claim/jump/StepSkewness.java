package org.itocheck.claim.jump;

import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Problem;
import org.itocheck.observable.Observable;
import org.itocheck.truth.PathEnumeration;
import org.itocheck.truth.Truth;
import org.itocheck.truth.Truths;

/** The third cumulant of one step Delta from a point: over all its paths, or where these cannot be listed, from the exact law of the step. */
final class StepSkewness {
    private StepSkewness() {}

    /**
     * E (Delta - E Delta)^(x3), shape [d][d][d].
     *
     * @throws UnsupportedOperationException if neither paths nor law are known
     */
    static double[][][] of(Dynamics dynamics, double[] point) {
        try {
            double[] mean = mean(dynamics, point);
            return third(dynamics, point, mean);
        } catch (UnsupportedOperationException | IllegalArgumentException noPaths) {
            return new double[][][] {{{byLaw(dynamics, point, noPaths)}}};
        }
    }

    private static double[] mean(Dynamics dynamics, double[] point) {
        double[] mean = new double[point.length];
        PathEnumeration.visit(dynamics, point, 1, (x, weights, lanes) -> {
            for (int p = 0; p < lanes; p++) {
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += weights[p] * x[i][p];
                }
            }
        });
        return mean;
    }

    private static double[][][] third(Dynamics dynamics, double[] point, double[] mean) {
        int d = mean.length;
        double[][][] third = new double[d][d][d];
        PathEnumeration.visit(dynamics, point, 1, (x, weights, lanes) -> {
            for (int p = 0; p < lanes; p++) {
                for (int i = 0; i < d; i++) {
                    for (int j = 0; j < d; j++) {
                        double pair = weights[p] * (x[i][p] - mean[i]) * (x[j][p] - mean[j]);
                        for (int k = 0; k < d; k++) {
                            third[i][j][k] += pair * (x[k][p] - mean[k]);
                        }
                    }
                }
            }
        });
        return third;
    }

    private static double byLaw(Dynamics dynamics, double[] point, RuntimeException noPaths) {
        if (point.length == 1) {
            Problem oneStep = new Problem(dynamics.name(), dynamics.objective(), point, dynamics.stepDuration(), 0, 1);
            Truth truth = Truths.of(dynamics, oneStep).orElse(null);
            if (truth != null) {
                double m1 = moment(truth, 1);
                double m2 = moment(truth, 2);
                return moment(truth, 3) - 3 * m2 * m1 + 2 * m1 * m1 * m1;
            }
        }
        throw new UnsupportedOperationException(noPaths.getMessage(), noPaths);
    }

    private static double moment(Truth truth, int power) {
        return truth.of(Observable.power(0, power), 1).orElseThrow().mean();
    }
}
