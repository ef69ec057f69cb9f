package org.itocheck.training;

import org.itocheck.training.schedule.Schedule;

/**
 * What the steps of a method at level l count, as the paper plots them: SVAG(l) takes steps of eta/l, l of them where SGD takes one, so that its
 * "effective steps" are steps / l (Li, Malladi, Arora 2021, Figures 7 to 13). Steps of one epoch are those of full mini-batches; what is left
 * of the data is not used.
 *
 * @param samples n, at least B
 * @param batchSize B, at least 1
 * @param level l, at least 1; 1 for SGD, NGD and GD
 */
public record StepCount(int samples, int batchSize, int level) {
    /** Checks every argument. */
    public StepCount {
        if (batchSize < 1 || samples < batchSize) {
            throw new IllegalArgumentException("batchSize is " + batchSize + " and samples is " + samples
                    + ", expected 1 <= batchSize <= samples");
        }
        if (level < 1) {
            throw new IllegalArgumentException("level is " + level + ", expected at least 1; 1 is SGD");
        }
    }

    /** Steps in which SGD passes over the data once: n / B, rounded down. */
    public int effectiveStepsPerEpoch() {
        return samples / batchSize;
    }

    /**
     * The steps of a whole schedule in epochs.
     *
     * @param schedule in epochs
     */
    public long steps(Schedule schedule) {
        return (long) Math.floor(schedule.length() * effectiveStepsPerEpoch()) * level;
    }

    /**
     * Where a step stands on the axis on which levels are compared.
     *
     * @param step 0, 1, ...
     */
    public double effectiveStep(long step) {
        return (double) step / level;
    }

    /**
     * When a step begins, in epochs.
     *
     * @param step 0, 1, ...
     */
    public double epoch(long step) {
        return (double) step / ((long) effectiveStepsPerEpoch() * level);
    }

    /**
     * The length of a step: the learning rate of the schedule over l.
     *
     * @param schedule in epochs
     * @param step 0 to {@code steps(schedule) - 1}
     */
    public double stepSize(Schedule schedule, long step) {
        return schedule.at(epoch(step)) / level;
    }
}
