package org.itocheck.claim;

import java.util.Arrays;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.objective.FourthTensor;
import org.itocheck.truth.PathEnumeration;

/** The moments of one step Delta of a process from a point, over all its paths. */
final class StepMoments {
    private final double[] mean;
    private final double[][] second;
    private final double[][][] third;
    private final double eighth;

    private StepMoments(double[] mean, double[][] second, double[][][] third, double eighth) {
        this.mean = mean;
        this.second = second;
        this.third = third;
        this.eighth = eighth;
    }

    static StepMoments of(Dynamics dynamics, double[] point) {
        int d = point.length;
        int triples = d + number(d, 0);
        int last = triples + number(d, 0, 0);
        double[] centre = new double[d];
        double[] sums = PathEnumeration.sums(dynamics, point, 1, last + 1, width -> (x, weights, lanes, to) -> {
            for (int p = 0; p < lanes; p++) {
                to.add(last, weights[p] * eighth(x, p, point, centre));
                for (int i = 0; i < d; i++) {
                    double first = weights[p] * (x[i][p] - point[i]);
                    to.add(i, first);
                    for (int j = 0; j <= i; j++) {
                        double second = first * (x[j][p] - point[j]);
                        to.add(d + number(i, j), second);
                        for (int k = 0; k <= j; k++) {
                            to.add(triples + number(i, j, k), second * (x[k][p] - point[k]));
                        }
                    }
                }
            }
        });
        return new StepMoments(Arrays.copyOf(sums, d), second(sums, d), third(sums, d), sums[last]);
    }

    private static double[][] second(double[] sums, int d) {
        double[][] second = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                second[i][j] = sums[d + number(i, j)];
                second[j][i] = second[i][j];
            }
        }
        return second;
    }

    private static double[][][] third(double[] sums, int d) {
        double[][][] third = new double[d][d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                for (int k = 0; k < d; k++) {
                    int[] sorted = {i, j, k};
                    Arrays.sort(sorted);
                    third[i][j][k] = sums[d + number(d, 0) + number(sorted[2], sorted[1], sorted[0])];
                }
            }
        }
        return third;
    }

    /** E Delta^(x4). */
    static FourthTensor fourth(Dynamics dynamics, double[] point) {
        int d = point.length;
        double[] sums =
                PathEnumeration.sums(dynamics, point, 1, number(d, 0, 0, 0), width -> (x, weights, lanes, to) -> {
                    for (int p = 0; p < lanes; p++) {
                        int next = 0;
                        for (int i = 0; i < d; i++) {
                            double first = weights[p] * (x[i][p] - point[i]);
                            for (int j = 0; j <= i; j++) {
                                double second = first * (x[j][p] - point[j]);
                                for (int k = 0; k <= j; k++) {
                                    double third = second * (x[k][p] - point[k]);
                                    for (int m = 0; m <= k; m++) {
                                        to.add(next++, third * (x[m][p] - point[m]));
                                    }
                                }
                            }
                        }
                    }
                });
        return FourthTensor.of(d, (i, j, k, m) -> sums[number(i, j, k, m)]);
    }

    /** E|Delta - E Delta|^8. */
    static double centredEighth(Dynamics dynamics, double[] point) {
        double[] mean = of(dynamics, point).mean;
        return PathEnumeration.sums(dynamics, point, 1, 1, width -> (x, weights, lanes, to) -> {
            for (int p = 0; p < lanes; p++) {
                to.add(0, weights[p] * eighth(x, p, point, mean));
            }
        })[0];
    }

    /** |Delta - centre|^8 of one path. */
    private static double eighth(double[][] x, int path, double[] point, double[] centre) {
        double square = 0;
        for (int i = 0; i < point.length; i++) {
            double delta = x[i][path] - point[i] - centre[i];
            square += delta * delta;
        }
        return square * square * square * square;
    }

    /** The place of the entry i >= j of a symmetric matrix among all, row by row. */
    private static int number(int i, int j) {
        return i * (i + 1) / 2 + j;
    }

    /** The place of the entry i >= j >= k. */
    private static int number(int i, int j, int k) {
        return i * (i + 1) * (i + 2) / 6 + number(j, k);
    }

    /** The place of the entry i >= j >= k >= m. */
    private static int number(int i, int j, int k, int m) {
        return i * (i + 1) * (i + 2) * (i + 3) / 24 + number(j, k, m);
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
}
