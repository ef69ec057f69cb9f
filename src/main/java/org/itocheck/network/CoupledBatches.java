package org.itocheck.network;

import org.itocheck.objective.Evaluator;
import org.itocheck.objective.Objective;
import org.itocheck.random.NoiseRows;

/**
 * A network with batch normalisation: a mini-batch has a loss, an image alone has none. L is the mean over all n^B mini-batches.
 *
 * @param loss network and images
 * @param batchSize B, at least 2
 */
record CoupledBatches(NetworkLoss loss, int batchSize) implements Objective {
    CoupledBatches {
        if (batchSize < 2) {
            throw new IllegalArgumentException("batchSize is " + batchSize + ", but "
                    + loss.network().name() + " normalises over the mini-batch; use at least 2");
        }
    }

    @Override
    public String name() {
        return loss.label();
    }

    @Override
    public String formula() {
        return "mean over batches of " + batchSize
                + " with replacement, each normalised by itself, of the cross-entropy of "
                + loss.network().name() + " on " + loss.images() + "; "
                + loss.network().description();
    }

    @Override
    public int dimension() {
        return loss.dimension();
    }

    @Override
    public Evaluator evaluator(int lanes) {
        NetworkEvaluator batches = new NetworkEvaluator(loss, batchSize, lanes);
        return new Evaluator() {
            @Override
            public void sampleGradient(double[][] x, NoiseRows noise, double[][] gradient) {
                batches.sampleGradient(x, noise, gradient);
            }
        };
    }
}
