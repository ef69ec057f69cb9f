package org.itocheck.training.experiment.finding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.itocheck.training.Measurement;
import org.itocheck.training.RunRecord;
import org.itocheck.training.experiment.PanelRecord;
import org.itocheck.training.experiment.SettingRecord;

/**
 * The MAE of Figure 2: how far the test accuracy at level l is from that at l*, as the mean over the measurements of a phase of
 * |Acc(t, l) - Acc(t, l*)|.
 *
 * @param level l
 * @param phase 1, 2, ...
 * @param ofRuns the mean over pairs of runs with one seed, as the paper has it from one run each; NaN if nothing was measured
 * @param ofMeans the same of the means over replicates
 * @param floor of runs of l* with different seeds: what chance alone makes of {@code ofRuns}; NaN with one replicate
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), Figure 2</a>
 */
public record PhaseDistance(int level, int phase, double ofRuns, double ofMeans, double floor) {
    /** Of every level below l* and every phase; none without levels. */
    public static List<PhaseDistance> of(PanelRecord panel) {
        SvagLevels levels = SvagLevels.of(panel);
        List<PhaseDistance> distances = new ArrayList<>();
        if (levels.comparable()) {
            for (SettingRecord setting : levels.coarser()) {
                for (Phase phase : Phase.of(levels.finest().plan().schedule())) {
                    distances.add(of(setting, levels.finest(), phase));
                }
            }
        }
        return distances;
    }

    private static PhaseDistance of(SettingRecord setting, SettingRecord finest, Phase phase) {
        List<Map<Double, Double>> here = accuracies(setting, phase);
        List<Map<Double, Double>> there = accuracies(finest, phase);
        List<Double> pairs = new ArrayList<>();
        for (int i = 0; i < Math.min(here.size(), there.size()); i++) {
            between(here.get(i), there.get(i)).ifPresent(pairs::add);
        }
        List<Double> chance = new ArrayList<>();
        for (int i = 0; i < there.size(); i++) {
            for (int j = 0; j < i; j++) {
                between(there.get(i), there.get(j)).ifPresent(chance::add);
            }
        }
        return new PhaseDistance(
                setting.plan().method().level(),
                phase.number(),
                mean(pairs),
                between(means(setting, phase), means(finest, phase)).orElse(Double.NaN),
                mean(chance));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    /** The mean distance where both were measured. */
    private static OptionalDouble between(Map<Double, Double> a, Map<Double, Double> b) {
        return a.entrySet().stream()
                .filter(entry -> b.containsKey(entry.getKey()))
                .mapToDouble(entry -> Math.abs(entry.getValue() - b.getOrDefault(entry.getKey(), Double.NaN)))
                .average();
    }

    private static List<Map<Double, Double>> accuracies(SettingRecord setting, Phase phase) {
        return setting.runs().stream()
                .map(run -> byStep(measured(run, phase), Measurement::testAccuracy))
                .toList();
    }

    private static Map<Double, Double> means(SettingRecord setting, Phase phase) {
        Map<Double, List<Double>> all = new HashMap<>();
        accuracies(setting, phase)
                .forEach(run -> run.forEach((step, value) ->
                        all.computeIfAbsent(step, s -> new ArrayList<>()).add(value)));
        Map<Double, Double> means = new HashMap<>();
        all.forEach((step, values) -> means.put(step, mean(values)));
        return means;
    }

    private static Stream<Measurement> measured(RunRecord run, Phase phase) {
        return run.measurements().stream().filter(phase::contains);
    }

    private static Map<Double, Double> byStep(Stream<Measurement> measured, ToDoubleFunction<Measurement> number) {
        Map<Double, Double> byStep = new HashMap<>();
        measured.forEach(m -> byStep.put(m.effectiveStep(), number.applyAsDouble(m)));
        return byStep;
    }
}
