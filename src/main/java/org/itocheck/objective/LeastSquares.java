package org.itocheck.objective;

import java.util.Arrays;
import java.util.Optional;

/**
 * Linear least squares: L_i(x) = (a_i . x - y_i)^2 / 2.
 *
 * @param name for messages
 * @param features a, shape [n][d]; copied
 * @param targets y, shape [n]; copied
 * @param batchSize B
 */
public record LeastSquares(String name, double[][] features, double[] targets, int batchSize) implements FiniteSum {
    /** Checks shapes and copies. */
    public LeastSquares {
        FiniteSumChecks.data(features, targets.length, batchSize);
        for (int i = 0; i < targets.length; i++) {
            if (!Double.isFinite(targets[i])) {
                FiniteSumChecks.finite("targets[" + i + "]", targets[i]);
            }
        }
        features = Arrays.stream(features).map(double[]::clone).toArray(double[][]::new);
        targets = targets.clone();
    }

    @Override
    public String formula() {
        return "L(x) = mean of (a_i.x - y_i)^2/2; n = " + samples() + ", batches of " + batchSize + " with replacement";
    }

    /** Smooth; the deviations of the n samples, over the root of n, are a smooth factor of S. */
    @Override
    public Regularity regularity() {
        return Regularity.SMOOTH;
    }

    @Override
    public int dimension() {
        return features[0].length;
    }

    @Override
    public int samples() {
        return targets.length;
    }

    @Override
    public double[][] features() {
        return Arrays.stream(features).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public double[] targets() {
        return targets.clone();
    }

    @Override
    public LeastSquares withBatchSize(int newBatchSize) {
        return new LeastSquares(name, features, targets, newBatchSize);
    }

    @Override
    public Evaluator evaluator(int lanes) {
        QuadraticValue value = new QuadraticValue(features, targets, lanes);
        return new LinearModelEvaluator(model(), batchSize, lanes) {
            @Override
            public void value(double[][] x, double[] out) {
                value.at(x, out);
            }

            @Override
            public void hessianProduct(double[][] x, double[][] v, double[][] out) {
                value.hessianProduct(v, out);
            }
        };
    }

    @Override
    public Optional<Descent> descent(int lanes, Descent.Step step) {
        return model().descent(batchSize, lanes, step);
    }

    private LinearModel model() {
        return new LinearModel(features, targets, 1, ScoreLoss.Squared::new);
    }

    @Override
    public double sampleValue(int i, double[] x) {
        double r = residual(i, x);
        return r * r / 2;
    }

    @Override
    public void sampleGradient(int i, double[] x, double[] gradient) {
        double r = residual(i, x);
        double[] a = features[i];
        for (int k = 0; k < a.length; k++) {
            gradient[k] = r * a[k];
        }
    }

    private double residual(int i, double[] x) {
        FiniteSumChecks.point(this, x);
        double r = -targets[i];
        double[] a = features[i];
        for (int k = 0; k < a.length; k++) {
            r = Math.fma(a[k], x[k], r);
        }
        return r;
    }
}
