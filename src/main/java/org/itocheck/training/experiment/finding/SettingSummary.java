package org.itocheck.training.experiment.finding;

import java.util.Arrays;
import java.util.List;
import org.itocheck.stats.StudentMean;
import org.itocheck.training.RunRecord;
import org.itocheck.training.experiment.SettingRecord;

/**
 * What came of a setting.
 *
 * @param setting its name
 * @param method for example {@code SVAG(4)}
 * @param batchSize B
 * @param learningRate the first one
 * @param ended how many runs have ended
 * @param diverged how many of them diverged
 * @param finalAccuracies test accuracy of each run that has ended; guessing for one that diverged
 * @param finalAccuracy their mean; NaN without any
 * @param halfWidth of its 95 % interval by Student's t; infinite with one run, NaN without any
 * @param bestAccuracy the mean over runs of the highest test accuracy on the way
 * @param seconds wall time of all runs together
 */
public record SettingSummary(
        String setting,
        String method,
        int batchSize,
        double learningRate,
        int ended,
        int diverged,
        List<Double> finalAccuracies,
        double finalAccuracy,
        double halfWidth,
        double bestAccuracy,
        double seconds) {
    private static final double ALPHA = 0.05;

    /** Copies the list. */
    public SettingSummary {
        finalAccuracies = List.copyOf(finalAccuracies);
    }

    /** Of all runs that have ended. */
    public static SettingSummary of(SettingRecord setting) {
        List<RunRecord> ended = Runs.whole(setting);
        double[] last = ended.stream().mapToDouble(Accuracy::last).toArray();
        return new SettingSummary(
                setting.plan().name(),
                setting.plan().method().toString(),
                setting.plan().batchSize(),
                Runs.learningRate(setting),
                ended.size(),
                Runs.diverged(setting).size(),
                Arrays.stream(last).boxed().toList(),
                Arrays.stream(last).average().orElse(Double.NaN),
                last.length == 0
                        ? Double.NaN
                        : last.length == 1
                                ? Double.POSITIVE_INFINITY
                                : StudentMean.of(last).interval(ALPHA).halfWidth(),
                ended.stream().mapToDouble(Accuracy::best).average().orElse(Double.NaN),
                Runs.seconds(setting));
    }
}
