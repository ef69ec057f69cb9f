package org.itocheck.training;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where a run stands before a step: one line of its log. All but {@code timing} is the same whenever the run is made again.
 *
 * @param step how many steps were made
 * @param effectiveStep {@code step / l}
 * @param epoch passes over the data that SGD would have made
 * @param learningRate eta of the schedule here, not divided by l
 * @param batchLoss mean loss of the mini-batches of the steps since the last line; empty before the first step
 * @param trainLoss mean loss on the training images measured, without augmentation
 * @param trainAccuracy share of them classified rightly
 * @param testLoss mean loss on all test images
 * @param testAccuracy share of them classified rightly
 * @param squaredNorm |x|^2
 * @param squaredNorms |x|^2 of each group of parameters, by its name
 * @param noise G_t and N_t where the plan asks for them
 * @param timing how long it took
 */
public record Measurement(
        long step,
        double effectiveStep,
        double epoch,
        double learningRate,
        OptionalDouble batchLoss,
        double trainLoss,
        double trainAccuracy,
        double testLoss,
        double testAccuracy,
        double squaredNorm,
        Map<String, Double> squaredNorms,
        Optional<GradientNoise> noise,
        Timing timing) {
    /**
     * How long it took.
     *
     * @param seconds since the run began, measuring included, without the time between an interruption and its end
     * @param imagesPerSecond images whose gradients were taken since the last line, over the time of these steps
     */
    public record Timing(double seconds, OptionalDouble imagesPerSecond) {}
}
