package org.itocheck.training.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The learning rate as a function of time. Time is counted in epochs, or in steps where a method has no epochs; a schedule does not know which.
 * <pre>{@code
 * Schedule decayed = Schedule.decayed(0.8, 0.1, 320, 160, 240);   // 0.8, from 160 on 0.08, from 240 on 0.008
 * decayed.at(200);                                                // 0.08
 * }</pre>
 */
public sealed interface Schedule permits StepDecay, PiecewiseLinear, Cosine {
    /**
     * The learning rate.
     *
     * @param time 0 to {@link #length()}
     * @throws IllegalArgumentException if the time is outside
     */
    double at(double time);

    /** When training ends. */
    double length();

    /** The times between its phases, increasing: decays and corners; none for one smooth curve. */
    List<Double> turns();

    /**
     * The same shape with every learning rate multiplied, as linear scaling does.
     *
     * @param factor above 0
     */
    Schedule scaledBy(double factor);

    /**
     * The same shape on another time scale, as a small twin of a long experiment has it.
     *
     * @param newLength above 0
     */
    Schedule stretchedTo(double newLength);

    /**
     * A constant rate that is multiplied at given times.
     *
     * @param initial the first learning rate, above 0
     * @param factor above 0, in the paper 0.1
     * @param length above 0
     * @param times when it is multiplied, increasing, above 0 and below {@code length}
     */
    static Schedule decayed(double initial, double factor, double length, double... times) {
        return new StepDecay(
                initial, factor, length, Arrays.stream(times).boxed().toList());
    }

    /**
     * Straight lines of equal duration from each rate to the next.
     *
     * @param length above 0
     * @param rates at least two, each above 0
     */
    static Schedule triangle(double length, double... rates) {
        if (rates.length < 2) {
            throw new IllegalArgumentException("rates has " + rates.length
                    + " entries, expected at least 2: where a line begins and where it ends");
        }
        Times.positive("length", length);
        List<PiecewiseLinear.Corner> corners = new ArrayList<>();
        for (int i = 0; i < rates.length; i++) {
            corners.add(new PiecewiseLinear.Corner(length * i / (rates.length - 1), rates[i]));
        }
        return new PiecewiseLinear(corners);
    }

    /**
     * Half a wave of the cosine.
     *
     * @param highest the first learning rate
     * @param lowest the last one, above 0 and at most {@code highest}
     * @param length above 0
     */
    static Schedule cosine(double highest, double lowest, double length) {
        return new Cosine(highest, lowest, length);
    }
}
