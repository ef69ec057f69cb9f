package org.itocheck.network;

import org.itocheck.objective.Evaluator;
import org.itocheck.objective.FiniteSum;

/**
 * A network without batch normalisation as a finite sum over its images.
 *
 * @param loss network and images
 * @param batchSize B, at least 1
 */
record NetworkSum(NetworkLoss loss, int batchSize) implements FiniteSum {
    NetworkSum {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize is " + batchSize + ", expected at least 1");
        }
    }

    @Override
    public String name() {
        return loss.label();
    }

    @Override
    public String formula() {
        return "mean cross-entropy of " + loss.network().name() + " on " + loss.images()
                + "; batches of " + batchSize + " with replacement; "
                + loss.network().description();
    }

    @Override
    public int dimension() {
        return loss.dimension();
    }

    @Override
    public int samples() {
        return loss.samples();
    }

    @Override
    public FiniteSum withBatchSize(int newBatchSize) {
        return new NetworkSum(loss, newBatchSize);
    }

    @Override
    public double sampleValue(int i, double[] x) {
        return loss.network().value(x, loss.batch(i));
    }

    @Override
    public void sampleGradient(int i, double[] x, double[] gradient) {
        loss.network().gradient(x, loss.batch(i), gradient);
    }

    @Override
    public Evaluator evaluator(int lanes) {
        return new NetworkEvaluator(loss, batchSize, lanes);
    }
}
