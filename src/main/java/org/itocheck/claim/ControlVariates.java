package org.itocheck.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.itocheck.dynamics.Family;
import org.itocheck.ensemble.Control;
import org.itocheck.ensemble.Controls;
import org.itocheck.ensemble.Estimates;
import org.itocheck.observable.Observable;
import org.itocheck.truth.Expectation;
import org.itocheck.truth.Truth;
import org.itocheck.truth.Truths;

/** The control variates that a setting asks for: which of them are legal for a process, and what they saved. */
final class ControlVariates {
    private final Setting setting;
    private double least = Double.POSITIVE_INFINITY;
    private double most;

    ControlVariates(Setting setting) {
        this.setting = setting;
    }

    /** Those of the setting whose exact means at all checkpoints are known for one level of a law. */
    static Controls of(Setting setting, Family law, int level) {
        if (setting.controls().isEmpty() || law.stepsPerCheckpoint(level) != level) {
            return Controls.NONE;
        }
        Optional<Truth> truth = Truths.of(law.at(level, setting.problem().objective()), setting.problem());
        List<Control> all = new ArrayList<>();
        for (Observable c : setting.controls()) {
            truth.flatMap(t -> means(t, c, setting.problem().steps())).ifPresent(m -> all.add(new Control(c, m)));
        }
        return all.isEmpty() ? Controls.NONE : Controls.of(all);
    }

    private static Optional<List<Double>> means(Truth truth, Observable c, int checkpoints) {
        List<Double> means = IntStream.rangeClosed(1, checkpoints)
                .mapToObj(k -> truth.of(c, k))
                .flatMap(Optional::stream)
                .map(Expectation::mean)
                .toList();
        return means.size() == checkpoints ? Optional.of(means) : Optional.empty();
    }

    /** Takes note of what the controls saved in an ensemble. */
    Estimates note(Estimates estimates) {
        for (int k : setting.checkpoints()) {
            for (int g = 0; g < setting.observables().size(); g++) {
                if (!estimates.ensemble().controls().isEmpty()) {
                    double saving = estimates.savingAtEqualCost(k, g);
                    least = Math.min(least, saving);
                    most = Math.max(most, saving);
                }
            }
        }
        return estimates;
    }

    /** What they saved, to follow the error rates in an outcome; empty if none were asked for. */
    String describe() {
        if (setting.controls().isEmpty()) {
            return "";
        }
        return most == 0
                ? "; no control variate is known that takes fewer paths"
                : "; control variates save a factor of " + Numbers.brief(least) + " to " + Numbers.brief(most)
                        + " in paths";
    }
}
