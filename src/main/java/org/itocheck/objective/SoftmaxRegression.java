package org.itocheck.objective;

import java.util.Arrays;
import java.util.Optional;

/**
 * Multinomial logistic regression: with scores u_c = W_c . a_i, L_i(W) = log sum_c exp(u_c) - u_{y_i}, the cross-entropy of the softmax,
 * with gradient (exp(u_c) / sum exp(u) - [c = y_i]) a_i in W_c. The parameters are W, shape [C][d], one class after the other:
 * {@code x[c * d + k] = W[c][k]}. Convex and smooth with curvature at most |a_i|^2 / 2; adding one vector to every W_c changes nothing,
 * so some directions are flat unless the dynamics has weight decay.
 *
 * @param name for messages
 * @param features a, shape [n][d]; copied
 * @param labels y, shape [n], each 0 to C - 1; copied
 * @param classes C, at least 2
 * @param batchSize B, at least 1
 */
public record SoftmaxRegression(String name, double[][] features, int[] labels, int classes, int batchSize)
        implements FiniteSum {
    /**
     * Checks shapes and copies.
     *
     * @throws IllegalArgumentException if features are ragged, empty or not finite, a label is out of range, or the numbers of samples and
     *     labels differ
     */
    public SoftmaxRegression {
        FiniteSumChecks.data(features, labels.length, batchSize);
        FiniteSumChecks.labels(labels, classes);
        features = Arrays.stream(features).map(double[]::clone).toArray(double[][]::new);
        labels = labels.clone();
    }

    /** Smooth; the deviations of the n samples, over the root of n, are a smooth factor of S. */
    @Override
    public Regularity regularity() {
        return Regularity.SMOOTH;
    }

    /** C d. */
    @Override
    public int dimension() {
        return classes * features[0].length;
    }

    @Override
    public String formula() {
        return "L(W) = mean of log sum_c exp(W_c.a_i) - W_{y_i}.a_i; " + classes + " classes, n = " + samples()
                + ", batches of " + batchSize + " with replacement";
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
    public SoftmaxRegression withBatchSize(int newBatchSize) {
        return new SoftmaxRegression(name, features, labels, classes, newBatchSize);
    }

    @Override
    public Evaluator evaluator(int lanes) {
        return new LinearModelEvaluator(model(), batchSize, lanes);
    }

    @Override
    public Optional<Descent> descent(int lanes, Descent.Step step) {
        return model().descent(batchSize, lanes, step);
    }

    private LinearModel model() {
        return new LinearModel(
                features, Arrays.stream(labels).asDoubleStream().toArray(), classes, ScoreLoss.CrossEntropy::new);
    }

    @Override
    public double sampleValue(int i, double[] x) {
        double[] u = scores(i, x);
        double largest = Arrays.stream(u).max().orElseThrow();
        double sum = 0;
        for (double score : u) {
            sum += StrictMath.exp(score - largest);
        }
        return StrictMath.log(sum) + (largest - u[labels[i]]);
    }

    @Override
    public void sampleGradient(int i, double[] x, double[] gradient) {
        double[] u = scores(i, x);
        double largest = Arrays.stream(u).max().orElseThrow();
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            u[c] = StrictMath.exp(u[c] - largest);
            sum += u[c];
        }
        double[] a = features[i];
        for (int c = 0; c < classes; c++) {
            double slope = u[c] / sum - (c == labels[i] ? 1 : 0);
            for (int k = 0; k < a.length; k++) {
                gradient[c * a.length + k] = slope * a[k];
            }
        }
    }

    private double[] scores(int i, double[] x) {
        FiniteSumChecks.point(this, x);
        double[] a = features[i];
        double[] u = new double[classes];
        for (int c = 0; c < classes; c++) {
            for (int k = 0; k < a.length; k++) {
                u[c] = Math.fma(a[k], x[c * a.length + k], u[c]);
            }
        }
        return u;
    }
}
