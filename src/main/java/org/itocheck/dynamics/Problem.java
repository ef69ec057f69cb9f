package org.itocheck.dynamics;

import org.itocheck.objective.Objective;

/**
 * Where a motion starts, on which loss, and how long it lasts: T = steps * learningRate. Time is counted in whole SGD steps
 * K = T / eta, never by rounding T / eta down (THEORY X42).
 *
 * @param name for messages, keys and the command line, for example {@code A1/skew2pt}
 * @param objective the loss
 * @param start x_0, shape [d]; copied
 * @param learningRate eta, positive
 * @param weightDecay lambda, at least 0, with eta * lambda less than 2
 * @param steps K, the number of SGD steps, at least 1
 */
public record Problem(
        String name, Objective objective, double[] start, double learningRate, double weightDecay, int steps) {
    /** Checks every argument. */
    public Problem {
        if (start.length != objective.dimension()) {
            throw new IllegalArgumentException("start has " + start.length + " entries, objective " + objective.name()
                    + " has dimension " + objective.dimension());
        }
        start = start.clone();
        for (int i = 0; i < start.length; i++) {
            if (!Double.isFinite(start[i])) {
                throw new IllegalArgumentException(
                        "start[" + i + "] is " + start[i] + ", expected a finite number; check where it was computed");
            }
        }
        Checks.learningRate(learningRate);
        Checks.weightDecay(weightDecay, learningRate);
        if (steps < 1) {
            throw new IllegalArgumentException("steps is " + steps + ", expected at least 1 SGD step");
        }
    }

    /** A problem without weight decay, named after its loss. */
    public static Problem of(Objective objective, double[] start, double learningRate, int steps) {
        return new Problem(objective.name(), objective, start, learningRate, 0, steps);
    }

    @Override
    public double[] start() {
        return start.clone();
    }

    /** The time T = K eta at which the motion ends. */
    public double horizon() {
        return steps * learningRate;
    }

    /** The same problem over another time. @throws IllegalArgumentException if it is no whole number of learning rates */
    public Problem withHorizon(double horizon) {
        return withSteps(Checks.wholeSteps(horizon, learningRate));
    }

    /**
     * The same motion over the same time with another learning rate.
     *
     * @throws IllegalArgumentException if the time is no whole number of the new learning rate
     */
    public Problem withLearningRate(double newLearningRate) {
        if (newLearningRate == learningRate) {
            return this;
        }
        int newSteps = Checks.wholeSteps(horizon(), Checks.learningRate(newLearningRate));
        return new Problem(name, objective, start, newLearningRate, weightDecay, newSteps);
    }

    /** The same problem over another number of SGD steps. */
    public Problem withSteps(int newSteps) {
        return new Problem(name, objective, start, learningRate, weightDecay, newSteps);
    }

    /** The same problem from another point. */
    public Problem withStart(double... newStart) {
        return new Problem(name, objective, newStart, learningRate, weightDecay, steps);
    }

    /** The same problem with another weight decay. */
    public Problem withWeightDecay(double newWeightDecay) {
        return new Problem(name, objective, start, learningRate, newWeightDecay, steps);
    }

    /** The same problem under another name. */
    public Problem named(String newName) {
        return new Problem(newName, objective, start, learningRate, weightDecay, steps);
    }
}
