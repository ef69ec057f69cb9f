package org.itocheck.training;

import org.itocheck.network.NetworkLoss;

/**
 * What the numbers of a run depend on: the first line of its log. A run goes on from a checkpoint only if its header is the same.
 *
 * @param schemaVersion of the log
 * @param name of the run
 * @param network its architecture
 * @param backend what computes it: library, precision, device
 * @param parameters d
 * @param train training images
 * @param test test images
 * @param method SGD, SVAG(l), NGD or GD
 * @param level l
 * @param batchSize B
 * @param schedule the learning rate over epochs
 * @param weightDecay lambda
 * @param sampling which images a mini-batch has
 * @param augmentation what is done to training images
 * @param measuring when what is measured
 * @param seed of everything random
 * @param steps in all
 * @param stepsPerEpoch those of SGD
 */
public record RunHeader(
        int schemaVersion,
        String name,
        String network,
        String backend,
        int parameters,
        String train,
        String test,
        String method,
        int level,
        int batchSize,
        String schedule,
        double weightDecay,
        String sampling,
        String augmentation,
        String measuring,
        String seed,
        long steps,
        int stepsPerEpoch) {
    /** Raised when a field of the log changes its meaning or goes. */
    public static final int SCHEMA_VERSION = 1;

    static RunHeader of(RunPlan plan, NetworkLoss train, NetworkLoss test) {
        StepCount count = plan.count(train.samples());
        return new RunHeader(
                SCHEMA_VERSION,
                plan.name(),
                train.network().name(),
                train.network().description(),
                train.dimension(),
                train.images().toString(),
                test.images().toString(),
                plan.method().toString(),
                plan.method().level(),
                plan.batchSize(),
                plan.schedule().toString(),
                plan.weightDecay(),
                plan.sampling().toString(),
                plan.augmentation().toString(),
                plan.measuring().toString(),
                plan.seed().toString(),
                count.steps(plan.schedule()),
                count.effectiveStepsPerEpoch());
    }
}
