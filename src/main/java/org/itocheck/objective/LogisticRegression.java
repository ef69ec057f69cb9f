package org.itocheck.objective;

import java.util.Arrays;
import java.util.Optional;

/**
 * Logistic regression with two classes: L_i(x) = log(1 + exp(a_i . x)) - y_i a_i . x, with gradient (sigma(a_i . x) - y_i) a_i, where
 * sigma(u) = 1 / (1 + exp(-u)). Convex, smooth, with curvature at most |a_i|^2 / 4. Weight decay belongs to the dynamics.
 *
 * @param name for messages
 * @param features a, shape [n][d]; copied
 * @param labels y, shape [n], each 0 or 1; copied
 * @param batchSize B, at least 1
 */
public record LogisticRegression(String name, double[][] features, int[] labels, int batchSize) implements FiniteSum {
    /**
     * Checks shapes and copies.
     *
     * @throws IllegalArgumentException if features are ragged, empty or not finite, a label is neither 0 nor 1, or the numbers of samples
     *     and labels differ
     */
    public LogisticRegression {
        FiniteSumChecks.data(features, labels.length, batchSize);
        FiniteSumChecks.labels(labels, 2);
        features = Arrays.stream(features).map(double[]::clone).toArray(double[][]::new);
        labels = labels.clone();
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
    public String formula() {
        return "L(x) = mean of log(1 + exp(a_i.x)) - y_i a_i.x; n = " + samples() + ", batches of " + batchSize
                + " with replacement";
    }

    @Override
    public int samples() {
        return labels.length;
    }

    @Override
    public double[][] features() {
        return Arrays.stream(features).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public int[] labels() {
        return labels.clone();
    }

    @Override
    public LogisticRegression withBatchSize(int newBatchSize) {
        return new LogisticRegression(name, features, labels, newBatchSize);
    }

    @Override
    public Evaluator evaluator(int lanes) {
        return new LinearModelEvaluator(model(), batchSize, lanes);
    }

    /** log(1 + exp u) for the score u against the label: -a . x for label 1, a . x for label 0. */
    @Override
    public Optional<Descent> descent(int lanes, Descent.Step step) {
        return model().descent(batchSize, lanes, step);
    }

    private LinearModel model() {
        return new LinearModel(features, Arrays.stream(labels).asDoubleStream().toArray(), 1, ScoreLoss.Logistic::new);
    }

    @Override
    public double sampleValue(int i, double[] x) {
        double u = against(i, x);
        return Math.max(u, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(u)));
    }

    @Override
    public void sampleGradient(int i, double[] x, double[] gradient) {
        double slope = sign(i) / (1 + StrictMath.exp(-against(i, x)));
        double[] a = features[i];
        for (int k = 0; k < a.length; k++) {
            gradient[k] = slope * a[k];
        }
    }

    private double against(int i, double[] x) {
        FiniteSumChecks.point(this, x);
        double u = 0;
        double[] a = features[i];
        for (int k = 0; k < a.length; k++) {
            u = Math.fma(a[k], x[k], u);
        }
        return sign(i) * u;
    }

    private double sign(int i) {
        return labels[i] == 1 ? -1 : 1;
    }
}
