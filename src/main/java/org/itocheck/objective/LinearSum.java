package org.itocheck.objective;

import java.util.Arrays;
import java.util.Optional;

/**
 * Linear losses L_i(x) = a_i . x: without a minimum of its own, it becomes the loss of a direction on the sphere in a {@link NormalisedSum}.
 *
 * @param name for messages
 * @param features a, shape [n][d]; copied
 * @param batchSize B
 */
public record LinearSum(String name, double[][] features, int batchSize) implements FiniteSum {
    /** Checks shapes and copies. */
    public LinearSum {
        FiniteSumChecks.data(features, features.length, batchSize);
        features = Arrays.stream(features).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public String formula() {
        return "L(x) = mean of a_i.x; n = " + samples() + ", batches of " + batchSize + " with replacement";
    }

    @Override
    public int dimension() {
        return features[0].length;
    }

    @Override
    public int samples() {
        return features.length;
    }

    @Override
    public double[][] features() {
        return Arrays.stream(features).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public Evaluator evaluator(int lanes) {
        return new LinearModelEvaluator(model(), batchSize, lanes) {
            @Override
            public void hessianProduct(double[][] x, double[][] v, double[][] out) {
                for (double[] row : out) {
                    Arrays.fill(row, 0, lanes, 0);
                }
            }
        };
    }

    @Override
    public Optional<Descent> descent(int lanes, Descent.Step step) {
        return model().descent(batchSize, lanes, step);
    }

    private LinearModel model() {
        return new LinearModel(features, new double[samples()], 1, ScoreLoss.Identity::new);
    }

    @Override
    public double sampleValue(int i, double[] x) {
        FiniteSumChecks.point(this, x);
        double value = 0;
        for (int k = 0; k < x.length; k++) {
            value = Math.fma(features[i][k], x[k], value);
        }
        return value;
    }

    @Override
    public void sampleGradient(int i, double[] x, double[] gradient) {
        FiniteSumChecks.point(this, x);
        System.arraycopy(features[i], 0, gradient, 0, gradient.length);
    }
}
