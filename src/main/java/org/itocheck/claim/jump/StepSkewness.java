package org.itocheck.claim.jump;

import java.util.Arrays;
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
        return PathEnumeration.sums(dynamics, point, 1, point.length, width -> (x, weights, lanes, to) -> {
            for (int p = 0; p < lanes; p++) {
                for (int i = 0; i < point.length; i++) {
                    to.add(i, weights[p] * x[i][p]);
                }
            }
        });
    }

    private static double[][][] third(Dynamics dynamics, double[] point, double[] mean) {
        int d = mean.length;
        double[] sums = PathEnumeration.sums(dynamics, point, 1, d * d * d, width -> (x, weights, lanes, to) -> {
            for (int p = 0; p < lanes; p++) {
                int next = 0;
                for (int i = 0; i < d; i++) {
                    for (int j = 0; j < d; j++) {
                        double pair = weights[p] * (x[i][p] - mean[i]) * (x[j][p] - mean[j]);
                        for (int k = 0; k < d; k++) {
                            to.add(next++, pair * (x[k][p] - mean[k]));
                        }
                    }
                }
            }
        });
        double[][][] third = new double[d][d][];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                third[i][j] = Arrays.copyOfRange(sums, (i * d + j) * d, (i * d + j + 1) * d);
            }
        }
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
