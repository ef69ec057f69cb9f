package org.itocheck.objective.catalogue;

import java.util.Arrays;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.FiniteSum;
import org.itocheck.objective.LogisticRegression;
import org.itocheck.objective.Objective;

/**
 * Problem D3, a finite sum on the line: {@code L_i(x) = log(1 + exp(-z_i x)) + mu x^2 / 2} (THEORY 3.D). Every noise of a mini-batch is one
 * of finitely many values that depend on x, and S stays above 0.
 *
 * @param name for messages
 * @param slopes z, at least one finite number; copied
 * @param curvature mu, at least 0
 * @param batchSize B, at least 1
 */
public record LogisticLine(String name, double[] slopes, double curvature, int batchSize) implements FiniteSum {
    /** Checks and copies. */
    public LogisticLine {
        if (slopes.length == 0) {
            throw new IllegalArgumentException("slopes is empty, expected at least one sample");
        }
        for (int i = 0; i < slopes.length; i++) {
            if (!Double.isFinite(slopes[i])) {
                throw new IllegalArgumentException("slopes[" + i + "] is " + slopes[i]
                        + ", expected a finite number; check where it was computed");
            }
        }
        if (!(curvature >= 0)) {
            throw new IllegalArgumentException("curvature is " + curvature + ", expected at least 0");
        }
        if (batchSize < 1) {
            throw new IllegalArgumentException(
                    "batchSize is " + batchSize + ", expected at least 1 (drawn with replacement)");
        }
        slopes = slopes.clone();
    }

    @Override
    public double[] slopes() {
        return slopes.clone();
    }

    @Override
    public String formula() {
        return "L(x) = mean of log(1 + exp(-z_i x)) + " + curvature + " x^2/2; z = " + Arrays.toString(slopes)
                + ", batches of " + batchSize + " with replacement";
    }

    @Override
    public int dimension() {
        return 1;
    }

    @Override
    public int samples() {
        return slopes.length;
    }

    @Override
    public LogisticLine withBatchSize(int newBatchSize) {
        return new LogisticLine(name, slopes, curvature, newBatchSize);
    }

    /** That of logistic regression with z_i as the only feature and the label 1, and the parabola. */
    @Override
    public Evaluator evaluator(int lanes) {
        double[][] features =
                Arrays.stream(slopes).mapToObj(z -> new double[] {z}).toArray(double[][]::new);
        int[] labels = new int[slopes.length];
        Arrays.fill(labels, 1);
        Objective scores = new LogisticRegression(name, features, labels, batchSize);
        return new RidgeEvaluator(scores.evaluator(lanes), curvature, lanes);
    }

    @Override
    public double sampleValue(int i, double[] x) {
        double u = -slopes[i] * x[0];
        return Math.max(u, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(u))) + curvature * x[0] * x[0] / 2;
    }

    @Override
    public void sampleGradient(int i, double[] x, double[] gradient) {
        double z = slopes[i];
        gradient[0] = curvature * x[0] - z / (1 + StrictMath.exp(z * x[0]));
    }
}
