package org.itocheck.training;

import org.itocheck.network.Batch;
import org.itocheck.network.NetworkLoss;
import org.itocheck.network.data.Augmentation;
import org.itocheck.network.data.BatchSampler;
import org.itocheck.network.data.ViewSampler;
import org.itocheck.random.Seed;

/** The mini-batches of one purpose of a run: a function of its seed and of the number of the draw. Owned by one thread. */
final class MiniBatches {
    private final NetworkLoss loss;
    private final Augmentation augmentation;
    private final BatchSampler sampler;
    private final ViewSampler views;
    private final boolean byImage;
    private final int[] indices;
    private final int[] view;

    MiniBatches(NetworkLoss loss, Sampling sampling, Augmentation augmentation, int batchSize, Seed seed) {
        this.loss = loss.withAugmentation(augmentation);
        this.augmentation = augmentation;
        this.sampler = sampling.sampler(seed, loss.samples(), batchSize);
        this.views = new ViewSampler(seed, augmentation);
        this.byImage = sampling == Sampling.SHUFFLED;
        this.indices = new int[batchSize];
        this.view = new int[batchSize];
    }

    Batch draw(long draw) {
        sampler.batch(draw, indices);
        if (augmentation.views() == 1) {
            return loss.batch(indices);
        }
        if (byImage) {
            views.byImage(sampler.epoch(draw), indices, view);
        } else {
            views.byPlace(draw, view);
        }
        return loss.batch(indices, view);
    }
}
