package org.itocheck.training;

import org.itocheck.network.data.BatchSampler;
import org.itocheck.network.data.Shuffled;
import org.itocheck.network.data.WithReplacement;
import org.itocheck.network.data.WithoutReplacement;
import org.itocheck.random.Seed;

/** Which images a mini-batch has. */
public enum Sampling {
    /** Every place independent of all others: what the theory assumes. */
    WITH_REPLACEMENT,
    /** No image twice in a batch, batches independent. */
    WITHOUT_REPLACEMENT,
    /** Every image once an epoch in a new order, the last incomplete batch dropped: what training programs do. */
    SHUFFLED;

    BatchSampler sampler(Seed seed, int samples, int batchSize) {
        return switch (this) {
            case WITH_REPLACEMENT -> new WithReplacement(seed, samples, batchSize);
            case WITHOUT_REPLACEMENT -> new WithoutReplacement(seed, samples, batchSize);
            case SHUFFLED -> new Shuffled(seed, samples, batchSize);
        };
    }
}
