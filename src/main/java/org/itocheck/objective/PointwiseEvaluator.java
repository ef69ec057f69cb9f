package org.itocheck.objective;

import java.util.Arrays;
import org.itocheck.random.NoiseRows;
import org.ojalgo.matrix.decomposition.Eigenvalue;
import org.ojalgo.matrix.store.R064Store;

/** A user's loss behind the fast door, one lane at a time. */
final class PointwiseEvaluator implements Evaluator {
    private final StochasticObjective objective;
    private final int lanes;
    private final double[] point;
    private final double[] direction;
    private final double[] result;

    PointwiseEvaluator(StochasticObjective objective, int lanes) {
        this.objective = objective;
        this.lanes = lanes;
        this.point = new double[objective.dimension()];
        this.direction = new double[objective.dimension()];
        this.result = new double[objective.dimension()];
    }

    @Override
    public void sampleGradient(double[][] x, NoiseRows noise, double[][] gradient) {
        for (int j = 0; j < lanes; j++) {
            load(x, j, point);
            objective.sampleGradient(point, noise.lane(j), result);
            store(gradient, j);
        }
    }

    @Override
    public void gradient(double[][] x, double[][] gradient) {
        for (int j = 0; j < lanes; j++) {
            load(x, j, point);
            objective.gradient(point, result);
            store(gradient, j);
        }
    }

    @Override
    public void sampleDiffusion(double[][] x, NoiseRows noise, double[][] out) {
        for (double[] row : out) {
            noise.gaussian(row);
        }
        for (int j = 0; j < lanes; j++) {
            load(x, j, point);
            double[][] root = symmetricRoot(objective.covariance(point));
            Arrays.fill(result, 0);
            for (int i = 0; i < result.length; i++) {
                for (int k = 0; k < result.length; k++) {
                    result[i] = Math.fma(root[i][k], out[k][j], result[i]);
                }
            }
            store(out, j);
        }
    }

    @Override
    public void hessianProduct(double[][] x, double[][] v, double[][] out) {
        for (int j = 0; j < lanes; j++) {
            load(x, j, point);
            load(v, j, direction);
            objective.hessianProduct(point, direction, result);
            store(out, j);
        }
    }

    @Override
    public void value(double[][] x, double[] out) {
        for (int j = 0; j < lanes; j++) {
            load(x, j, point);
            out[j] = objective.value(point);
        }
    }

    /** The symmetric positive semidefinite root; eigenvalues that rounding made negative count as 0. */
    static double[][] symmetricRoot(double[][] covariance) {
        int d = covariance.length;
        if (d == 1) {
            return new double[][] {{Math.sqrt(Math.max(0, covariance[0][0]))}};
        }
        Eigenvalue<Double> eigen = Eigenvalue.R064.make(d, true);
        R064Store matrix = R064Store.FACTORY.make(d, d);
        for (int i = 0; i < d; i++) {
            for (int k = 0; k < d; k++) {
                matrix.set(i, k, covariance[i][k]);
            }
        }
        eigen.decompose(matrix);
        var vectors = eigen.getV();
        double[][] root = new double[d][d];
        for (int e = 0; e < d; e++) {
            double scale = Math.sqrt(Math.max(0, eigen.getD().doubleValue(e, e)));
            for (int i = 0; i < d; i++) {
                for (int k = 0; k < d; k++) {
                    root[i][k] += scale * vectors.doubleValue(i, e) * vectors.doubleValue(k, e);
                }
            }
        }
        return root;
    }

    private static void load(double[][] x, int lane, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = x[i][lane];
        }
    }

    private void store(double[][] out, int lane) {
        for (int i = 0; i < result.length; i++) {
            out[i][lane] = result[i];
        }
    }
}
