package org.itocheck.training.experiment.report;

import java.util.List;
import java.util.stream.Collectors;
import org.itocheck.claim.Numbers;
import org.itocheck.training.schedule.Cosine;
import org.itocheck.training.schedule.PiecewiseLinear;
import org.itocheck.training.schedule.Schedule;
import org.itocheck.training.schedule.StepDecay;

/** Schedules in words. */
final class Words {
    private Words() {}

    /** {@code 320 epochs, learning rate 0.8, times 0.1 at epochs 160, 240}. */
    static String schedule(Schedule schedule) {
        return Numbers.plain(schedule.length()) + " epochs, learning rate " + rates(schedule);
    }

    private static String rates(Schedule schedule) {
        if (schedule instanceof StepDecay decay) {
            return Numbers.plain(decay.initial())
                    + (decay.times().isEmpty()
                            ? ""
                            : ", times " + Numbers.plain(decay.factor()) + " at epochs " + list(decay.times()));
        }
        if (schedule instanceof PiecewiseLinear lines) {
            return "along lines through "
                    + list(lines.corners().stream()
                            .map(PiecewiseLinear.Corner::rate)
                            .toList());
        }
        return schedule instanceof Cosine wave
                ? "from " + Numbers.plain(wave.highest()) + " to " + Numbers.plain(wave.lowest()) + " along a cosine"
                : schedule.toString();
    }

    private static String list(List<Double> numbers) {
        return numbers.stream().map(Numbers::plain).collect(Collectors.joining(", "));
    }
}
