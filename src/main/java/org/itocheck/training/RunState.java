package org.itocheck.training;

import java.util.OptionalDouble;

/** What a run carries from step to step apart from its parameters: the mean loss since the last line, and its clock. */
final class RunState {
    private static final double NANO = 1e-9;

    private final double secondsBefore;
    private final long firstStep;
    private final long began = System.nanoTime();
    private double lossSum;
    private long lossCount;
    private long savedAt = began;
    private long stepsTimed;
    private long stepNanos;
    private long mark = began;

    RunState(Checkpoint start) {
        secondsBefore = start.seconds();
        firstStep = start.step();
        lossSum = start.lossSum();
        lossCount = start.lossCount();
    }

    /** A step begins: what passed since the last one was not stepping. */
    void stepping() {
        mark = System.nanoTime();
    }

    void stepped(double loss) {
        lossSum += loss;
        lossCount++;
        stepNanos += System.nanoTime() - mark;
        stepsTimed++;
    }

    /** The mean loss since it was last taken. */
    OptionalDouble takeLoss() {
        OptionalDouble mean = lossCount == 0 ? OptionalDouble.empty() : OptionalDouble.of(lossSum / lossCount);
        lossSum = 0;
        lossCount = 0;
        return mean;
    }

    /** Images a second since it was last taken. */
    OptionalDouble takeSpeed(long imagesPerStep) {
        OptionalDouble speed = stepNanos == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(stepsTimed * imagesPerStep / (stepNanos * NANO));
        stepNanos = 0;
        stepsTimed = 0;
        return speed;
    }

    double seconds() {
        return secondsBefore + (System.nanoTime() - began) * NANO;
    }

    double secondsLeft(long step, long steps) {
        return (System.nanoTime() - began) * NANO / (step - firstStep) * (steps - step);
    }

    /** Whether so much time has passed since it last said yes. */
    boolean saveAfter(long nanos) {
        if (System.nanoTime() - savedAt < nanos) {
            return false;
        }
        savedAt = System.nanoTime();
        return true;
    }

    Checkpoint checkpoint(RunHeader header, long step, double[] x, long logLength) {
        return new Checkpoint(header, step, x, lossSum, lossCount, seconds(), logLength);
    }
}
