package org.itocheck.claim;

import org.itocheck.dynamics.Dynamics;
import org.itocheck.objective.FourthTensor;
import org.itocheck.truth.PathEnumeration;

/** The moments of one step Delta of a process from a point, over all its paths. */
final class StepMoments {
    private final double[] mean;
    private final double[][] second;
    private final double[][][] third;
    private final double eighth;
    private final double centredEighth;

    private StepMoments(double[] mean, double[][] second, double[][][] third, double eighth, double centredEighth) {
        this.mean = mean;
        this.second = second;
        this.third = third;
        this.eighth = eighth;
        this.centredEighth = centredEighth;
    }

    static StepMoments of(Dynamics dynamics, double[] point) {
        int d = point.length;
        double[] mean = new double[d];
        double[][] second = new double[d][d];
        double[][][] third = new double[d][d][d];
        PathEnumeration.visit(dynamics, point, 1, (x, weights, lanes) -> {
            for (int p = 0; p < lanes; p++) {
                for (int i = 0; i < d; i++) {
                    double di = weights[p] * (x[i][p] - point[i]);
                    mean[i] += di;
                    for (int j = 0; j < d; j++) {
                        double dij = di * (x[j][p] - point[j]);
                        second[i][j] += dij;
                        for (int k = 0; k < d; k++) {
                            third[i][j][k] += dij * (x[k][p] - point[k]);
                        }
                    }
                }
            }
        });
        return new StepMoments(
                mean, second, third, eighth(dynamics, point, new double[d]), eighth(dynamics, point, mean));
    }

    /** E Delta^(x4). */
    static FourthTensor fourth(Dynamics dynamics, double[] point) {
        int d = point.length;
        double[][][][] sums = new double[d][d][d][d];
        PathEnumeration.visit(dynamics, point, 1, (x, weights, lanes) -> {
            for (int p = 0; p < lanes; p++) {
                for (int i = 0; i < d; i++) {
                    double first = weights[p] * (x[i][p] - point[i]);
                    for (int j = 0; j <= i; j++) {
                        double second = first * (x[j][p] - point[j]);
                        for (int k = 0; k <= j; k++) {
                            double third = second * (x[k][p] - point[k]);
                            for (int m = 0; m <= k; m++) {
                                sums[i][j][k][m] += third * (x[m][p] - point[m]);
                            }
                        }
                    }
                }
            }
        });
        return FourthTensor.of(d, (i, j, k, m) -> sums[i][j][k][m]);
    }

    /** E|Delta - centre|^8. */
    private static double eighth(Dynamics dynamics, double[] point, double[] centre) {
        double[] sum = new double[1];
        PathEnumeration.visit(dynamics, point, 1, (x, weights, lanes) -> {
            for (int p = 0; p < lanes; p++) {
                double square = 0;
                for (int i = 0; i < point.length; i++) {
                    double delta = x[i][p] - point[i] - centre[i];
                    square += delta * delta;
                }
                sum[0] += weights[p] * square * square * square * square;
            }
        });
        return sum[0];
    }

    double[] mean() {
        return mean;
    }

    double[][] second() {
        return second;
    }

    double[][][] third() {
        return third;
    }

    double eighth() {
        return eighth;
    }

    double centredEighth() {
        return centredEighth;
    }
}
