package org.itocheck.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.itocheck.training.Measurement;
import org.itocheck.training.RunRecord;
import org.itocheck.training.RunStatus;
import org.itocheck.training.experiment.ExperimentRecord;
import org.itocheck.training.experiment.PanelRecord;
import org.itocheck.training.experiment.SettingRecord;

/** Where the runs of an experiment ended: a line for each setting. */
final class TrainTable {
    private TrainTable() {}

    static void print(PrintWriter out, ExperimentRecord record) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("panel", "setting", "runs", "test accuracy", "train loss", "seconds a run"));
        for (PanelRecord panel : record.panels()) {
            for (SettingRecord setting : panel.settings()) {
                rows.add(row(panel, setting));
            }
        }
        Columns.print(out, rows, "llrrrr");
    }

    private static List<String> row(PanelRecord panel, SettingRecord setting) {
        List<RunRecord> begun = setting.runs().stream()
                .filter(run -> !run.measurements().isEmpty())
                .toList();
        long diverged =
                begun.stream().filter(run -> run.status() == RunStatus.DIVERGED).count();
        return List.of(
                panel.panel().name(),
                setting.plan().name(),
                begun.size() + (diverged == 0 ? "" : " (" + diverged + " diverged)"),
                mean("%.4f", begun, Measurement::testAccuracy),
                mean("%.4g", begun, Measurement::trainLoss),
                mean("%.1f", begun, last -> last.timing().seconds()));
    }

    private static String mean(String format, List<RunRecord> runs, ToDoubleFunction<Measurement> value) {
        return runs.isEmpty()
                ? "-"
                : String.format(
                        Locale.ROOT,
                        format,
                        runs.stream()
                                .mapToDouble(run -> value.applyAsDouble(run.last()))
                                .average()
                                .orElseThrow());
    }
}
