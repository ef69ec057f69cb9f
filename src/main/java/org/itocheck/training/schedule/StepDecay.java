package org.itocheck.training.schedule;

import java.util.List;

/**
 * A constant learning rate that is multiplied at given times; from such a time on, the new rate holds.
 *
 * @param initial the first learning rate, above 0
 * @param factor above 0
 * @param length when training ends, above 0
 * @param times increasing, above 0 and below {@code length}
 */
public record StepDecay(double initial, double factor, double length, List<Double> times) implements Schedule {
    /** Checks and copies. */
    public StepDecay {
        Times.positive("initial", initial);
        Times.positive("factor", factor);
        Times.positive("length", length);
        times = List.copyOf(times);
        double before = 0;
        for (double time : times) {
            if (!(time > before && time < length)) {
                throw new IllegalArgumentException(
                        "times are " + times + ", expected increasing times above 0 and below the length " + length
                                + "; " + time + " is not");
            }
            before = time;
        }
    }

    @Override
    public double at(double time) {
        Times.within(time, length);
        double rate = initial;
        for (double decay : times) {
            rate = time >= decay ? rate * factor : rate;
        }
        return rate;
    }

    @Override
    public List<Double> turns() {
        return times;
    }

    @Override
    public Schedule scaledBy(double by) {
        return new StepDecay(initial * by, factor, length, times);
    }

    @Override
    public Schedule stretchedTo(double newLength) {
        return new StepDecay(
                initial,
                factor,
                newLength,
                times.stream().map(t -> t * newLength / length).toList());
    }
}
