package org.itocheck.training.experiment.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Verdict;
import org.itocheck.stats.StudentMean;
import org.itocheck.training.RunRecord;
import org.itocheck.training.RunStatus;
import org.itocheck.training.experiment.SettingRecord;

/**
 * The mean test accuracy of two settings, phase by phase. Runs of one replicate share their seed, so that their differences are pairs; the
 * difference of a phase is taken to be normal over replicates. Pairs of which a run has not made its last step do not count.
 *
 * @param setting what is compared
 * @param reference with what
 * @param alpha error rate of the interval of one phase
 * @param tolerance differences that do not matter
 */
record PhaseComparison(SettingRecord setting, SettingRecord reference, double alpha, double tolerance) {
    private static final String NO_SCATTER = "all pairs of runs differ by exactly the same: no scatter to judge by";

    /** One cell for each phase: PASS if its interval lies within the tolerance, FAIL if outside. */
    List<Cell> judged() {
        return Phase.of(reference.plan().schedule()).stream().map(this::judged).toList();
    }

    /** The same cells for the picture, without a say in the verdict; none where nothing can be shown. */
    List<Cell> shown() {
        return judged().stream()
                .filter(cell -> Double.isFinite(cell.error()))
                .map(cell -> cell.judged(Double.NaN, Verdict.PASS, "shown, not judged"))
                .toList();
    }

    /** How many replicates, scattered as these are, would settle every phase that is open. */
    int needed() {
        int needed = setting.runs().size() + 1;
        for (Phase phase : Phase.of(reference.plan().schedule())) {
            double[] pairs = pairs(phase);
            if (pairs.length >= 2 && judged(phase).verdict() == Verdict.INCONCLUSIVE) {
                StudentMean difference = StudentMean.of(pairs);
                double margin = Math.abs(tolerance - Math.abs(difference.mean()));
                needed = Math.max(needed, difference.countFor(alpha, Math.max(margin, tolerance / 100)));
            }
        }
        return needed;
    }

    private Cell judged(Phase phase) {
        double[] pairs = pairs(phase);
        if (pairs.length < 2) {
            return Cell.open(
                    name(phase),
                    level(),
                    stepSize(),
                    phase.number(),
                    pairs.length == 0 ? "nothing was measured in both" : "one pair of runs has no scatter");
        }
        StudentMean difference = StudentMean.of(pairs);
        Cell cell = Cell.estimated(
                name(phase),
                level(),
                stepSize(),
                phase.number(),
                referenceMean(phase),
                difference.interval(alpha),
                tolerance,
                difference.standardDeviation(),
                difference.count());
        return difference.standardDeviation() > 0 ? cell : cell.judged(tolerance, Verdict.INCONCLUSIVE, NO_SCATTER);
    }

    /** Differences of the mean accuracy, one for each replicate of which both runs are whole. */
    private double[] pairs(Phase phase) {
        List<Double> pairs = new ArrayList<>();
        for (int i = 0; i < replicates(); i++) {
            OptionalDouble here = mean(setting, i, phase);
            OptionalDouble there = mean(reference, i, phase);
            if (here.isPresent() && there.isPresent()) {
                pairs.add(here.getAsDouble() - there.getAsDouble());
            }
        }
        return pairs.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private double referenceMean(Phase phase) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < replicates(); i++) {
            OptionalDouble there = mean(reference, i, phase);
            if (there.isPresent() && mean(setting, i, phase).isPresent()) {
                sum += there.getAsDouble();
                count++;
            }
        }
        return sum / count;
    }

    private static OptionalDouble mean(SettingRecord of, int replicate, Phase phase) {
        RunRecord run = of.runs().get(replicate);
        return run.status() == RunStatus.FINISHED ? Accuracy.mean(run, phase) : OptionalDouble.empty();
    }

    private int replicates() {
        return Math.min(setting.runs().size(), reference.runs().size());
    }

    private static String name(Phase phase) {
        return "test accuracy in " + phase.name();
    }

    private int level() {
        return setting.plan().method().level();
    }

    private double stepSize() {
        return Runs.learningRate(setting) / level();
    }
}
