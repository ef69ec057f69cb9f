package org.itocheck.training.experiment.finding;

import java.util.ArrayList;
import java.util.List;
import org.itocheck.claim.Numbers;
import org.itocheck.training.Measurement;
import org.itocheck.training.schedule.Schedule;

/**
 * A part of a run between two turns of its learning rate. What is measured when it ends belongs to it, since the steps before were its own.
 *
 * @param number 1, 2, ...
 * @param from epoch, exclusive
 * @param to epoch, inclusive
 */
public record Phase(int number, double from, double to) {
    /** The phases of a schedule; one for a schedule without turns. */
    public static List<Phase> of(Schedule schedule) {
        List<Double> ends = new ArrayList<>(schedule.turns());
        ends.add(schedule.length());
        List<Phase> phases = new ArrayList<>();
        double from = 0;
        for (double to : ends) {
            phases.add(new Phase(phases.size() + 1, from, to));
            from = to;
        }
        return phases;
    }

    /** Whether a measurement belongs to it. */
    public boolean contains(Measurement measurement) {
        return measurement.epoch() > from && measurement.epoch() <= to;
    }

    /** {@code phase 2 (epochs 160 to 240)}. */
    public String name() {
        return "phase " + number + " (epochs " + Numbers.plain(from) + " to " + Numbers.plain(to) + ")";
    }
}
