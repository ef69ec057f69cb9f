package org.itocheck.training.experiment.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.itocheck.claim.Numbers;
import org.itocheck.report.DataTable;
import org.itocheck.training.experiment.PanelRecord;
import org.itocheck.training.experiment.SettingRecord;
import org.itocheck.training.experiment.finding.BatchSizeRow;
import org.itocheck.training.experiment.finding.BatchSizeTable;
import org.itocheck.training.experiment.finding.NoiseBalance;
import org.itocheck.training.experiment.finding.Phase;
import org.itocheck.training.experiment.finding.PhaseDistance;
import org.itocheck.training.experiment.finding.SettingSummary;
import org.itocheck.training.experiment.finding.SvagLevels;

/** The numbers of a panel as tables. */
final class Tables {
    private static final String NONE = "-";

    private Tables() {}

    /** Final and best accuracy of every setting. */
    static DataTable accuracies(PanelRecord panel) {
        return new DataTable(
                "Test accuracy in the end",
                List.of("setting", "method", "B", "eta", "runs", "diverged", "final", "best on the way", "time"),
                panel.settings().stream()
                        .map(SettingSummary::of)
                        .map(Tables::accuracy)
                        .toList(),
                "Means over runs, ± a 95 % interval by Student's t. A run that diverged counts as guessing.");
    }

    private static List<String> accuracy(SettingSummary s) {
        String last = Double.isFinite(s.halfWidth())
                ? Numbers.plusMinus(s.finalAccuracy(), s.halfWidth())
                : share(s.finalAccuracy());
        return List.of(
                s.setting(),
                s.method(),
                String.valueOf(s.batchSize()),
                Numbers.plain(s.learningRate()),
                String.valueOf(s.ended()),
                String.valueOf(s.diverged()),
                last,
                share(s.bestAccuracy()),
                Math.round(s.seconds()) + " s");
    }

    /** The MAE of Figure 2. */
    static DataTable distances(PanelRecord panel) {
        List<PhaseDistance> all = PhaseDistance.of(panel);
        SvagLevels levels = SvagLevels.of(panel);
        List<Phase> phases = Phase.of(levels.finest().plan().schedule());
        List<String> columns = new ArrayList<>(List.of("l"));
        phases.forEach(phase -> columns.add("runs, phase " + phase.number()));
        phases.forEach(phase -> columns.add("means, phase " + phase.number()));
        List<List<String>> rows = new ArrayList<>();
        for (SettingRecord setting : levels.coarser()) {
            int level = setting.plan().method().level();
            List<PhaseDistance> here =
                    all.stream().filter(one -> one.level() == level).toList();
            List<String> row = new ArrayList<>(List.of(String.valueOf(level)));
            here.forEach(one -> row.add(share(one.ofRuns())));
            here.forEach(one -> row.add(share(one.ofMeans())));
            rows.add(row);
        }
        List<String> chance = new ArrayList<>(List.of("chance"));
        all.stream().limit(phases.size()).forEach(one -> chance.add(share(one.floor())));
        phases.forEach(phase -> chance.add(NONE));
        rows.add(chance);
        return new DataTable(
                "Distance to l* = " + levels.finest().plan().method().level() + " by phase (MAE of Figure 2)",
                columns,
                rows,
                "Mean over the phase of |Acc(t, l) - Acc(t, l*)|: of runs with one seed, and of the means over runs."
                        + " Chance: two runs of l* with different seeds.");
    }

    /** The numbers behind Figure 6. */
    static DataTable batchSizes(BatchSizeTable table) {
        return new DataTable(
                "Linear scaling",
                List.of("B", "eta", "kappa", "G", "N", "G/N", "B* printed", "B* sharp", "test error", "fails"),
                table.rows().stream().map(row -> batchSize(table, row)).toList(),
                "G and N: means over the noise window and runs. B* printed: C^2 B N/G. B* sharp: B (C^2 + (C^2 - 1) N/G)."
                        + " C^2 = 2. Predicted where 0 < G/N < 1. Fails: mean test error above 1.2 times the lowest."
                        + predictions(table));
    }

    private static String predictions(BatchSizeTable table) {
        return table.printedPredictions().isEmpty()
                ? ""
                : " B* printed: " + range(table.printedPredictions()) + "; sharp: " + range(table.sharpPredictions())
                        + ".";
    }

    private static String range(List<Double> ends) {
        return Numbers.brief(ends.get(0)) + " to " + Numbers.brief(ends.get(1));
    }

    private static List<String> batchSize(BatchSizeTable table, BatchSizeRow row) {
        return List.of(
                String.valueOf(row.batchSize()),
                Numbers.plain(row.learningRate()),
                Numbers.plain(row.factor()),
                number(row.balance().map(NoiseBalance::gradient).orElse(Double.NaN)),
                number(row.balance().map(NoiseBalance::noise).orElse(Double.NaN)),
                number(row.balance().map(NoiseBalance::ratio).orElse(Double.NaN)),
                number(row.printedPrediction().orElse(Double.NaN)),
                number(row.sharpPrediction().orElse(Double.NaN)),
                share(row.testError().orElse(Double.NaN)),
                table.fails(row) ? "yes" : "no");
    }

    /** An accuracy or an error rate: they stand below each other. */
    private static String share(double value) {
        return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, "%.4f", value);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? NONE : Numbers.brief(value);
    }
}
