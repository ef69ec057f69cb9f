package org.itocheck.objective.data;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.ojalgo.matrix.decomposition.Eigenvalue;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

/**
 * Points in the coordinates of their principal axes: centred, projected on the eigenvectors of the covariance (divided by n), largest
 * eigenvalue first, and divided by the root of the largest eigenvalue, so that the first coordinate has variance 1 and the others less.
 * <p>The sign of an axis is the one that makes its loading of largest magnitude positive. Coordinates are rounded to multiples of 2^-20,
 * about 1e-6: coarse enough that the last bits of an eigenvalue solver do not show, and so everything computed from them is the same on
 * every machine.
 */
final class PrincipalComponents {
    private static final double GRID = 0x1p20;

    private PrincipalComponents() {}

    /** The coordinates of all points on all axes, shape [n][d]. */
    static double[][] of(double[][] points) {
        int d = points[0].length;
        double[] mean = mean(points);
        Eigenvalue<Double> eigen = Eigenvalue.R064.make(d, true);
        eigen.decompose(covariance(points, mean));
        double[] values = new double[d];
        for (int k = 0; k < d; k++) {
            values[k] = eigen.getD().doubleValue(k, k);
        }
        int[] order = descending(values);
        double scale = 1 / Math.sqrt(values[order[0]]);
        double[][] coordinates = new double[points.length][d];
        for (int k = 0; k < d; k++) {
            double[] axis = axis(eigen.getV(), order[k]);
            for (int i = 0; i < points.length; i++) {
                coordinates[i][k] = round(scale * project(points[i], mean, axis));
            }
        }
        return coordinates;
    }

    private static double[] mean(double[][] points) {
        double[] mean = new double[points[0].length];
        for (double[] point : points) {
            for (int k = 0; k < mean.length; k++) {
                mean[k] += point[k];
            }
        }
        for (int k = 0; k < mean.length; k++) {
            mean[k] /= points.length;
        }
        return mean;
    }

    private static R064Store covariance(double[][] points, double[] mean) {
        int d = mean.length;
        R064Store covariance = R064Store.FACTORY.make(d, d);
        for (int i = 0; i < d; i++) {
            for (int k = 0; k <= i; k++) {
                double sum = 0;
                for (double[] point : points) {
                    sum += (point[i] - mean[i]) * (point[k] - mean[k]);
                }
                covariance.set(i, k, sum / points.length);
                covariance.set(k, i, sum / points.length);
            }
        }
        return covariance;
    }

    private static int[] descending(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -values[k]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double[] axis(MatrixStore<Double> vectors, int column) {
        double[] axis = new double[vectors.getRowDim()];
        double largest = 0;
        for (int k = 0; k < axis.length; k++) {
            axis[k] = vectors.doubleValue(k, column);
            if (Math.abs(axis[k]) > Math.abs(largest)) {
                largest = axis[k];
            }
        }
        if (largest < 0) {
            for (int k = 0; k < axis.length; k++) {
                axis[k] = -axis[k];
            }
        }
        return axis;
    }

    private static double project(double[] point, double[] mean, double[] axis) {
        double sum = 0;
        for (int k = 0; k < axis.length; k++) {
            sum += (point[k] - mean[k]) * axis[k];
        }
        return sum;
    }

    /** To the grid; never -0.0. */
    private static double round(double value) {
        return Math.rint(value * GRID) / GRID + 0.0;
    }
}
