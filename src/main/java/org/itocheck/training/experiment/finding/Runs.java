package org.itocheck.training.experiment.finding;

import java.util.List;
import org.itocheck.training.Measurement;
import org.itocheck.training.RunRecord;
import org.itocheck.training.RunStatus;
import org.itocheck.training.experiment.SettingRecord;

/** What is asked of a setting again and again. */
public final class Runs {
    private Runs() {}

    /** The runs that diverged. */
    public static List<RunRecord> diverged(SettingRecord setting) {
        return setting.runs().stream()
                .filter(run -> run.status() == RunStatus.DIVERGED)
                .toList();
    }

    /** The runs that have ended, at their last step or by divergence. */
    public static List<RunRecord> whole(SettingRecord setting) {
        return setting.runs().stream()
                .filter(run ->
                        run.status() != RunStatus.STOPPED && !run.measurements().isEmpty())
                .toList();
    }

    /** Wall time of all runs together, without what interruptions cost. */
    public static double seconds(SettingRecord setting) {
        return setting.runs().stream()
                .map(RunRecord::measurements)
                .filter(measurements -> !measurements.isEmpty())
                .map(measurements -> measurements.get(measurements.size() - 1))
                .map(Measurement::timing)
                .mapToDouble(Measurement.Timing::seconds)
                .sum();
    }

    /** The first learning rate. */
    public static double learningRate(SettingRecord setting) {
        return setting.plan().schedule().at(0);
    }
}
