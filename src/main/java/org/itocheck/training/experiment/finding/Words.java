package org.itocheck.training.experiment.finding;

import java.util.Comparator;
import java.util.List;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Numbers;
import org.itocheck.training.RunPlan;
import org.itocheck.training.experiment.PanelRecord;
import org.itocheck.training.experiment.SettingRecord;

/** What several claims say in the same words. */
final class Words {
    private Words() {}

    /** {@code preresnet-8 on digits, B = 64, eta = 0.8, lambda = 5e-4, 24 epochs, 4 runs}. */
    static String setting(PanelRecord panel, SettingRecord setting) {
        RunPlan plan = setting.plan();
        return panel.panel().network() + " on " + panel.panel().data().id() + ", B = " + plan.batchSize() + ", eta = "
                + Numbers.plain(Runs.learningRate(setting)) + ", lambda = " + Numbers.plain(plan.weightDecay()) + ", "
                + Numbers.plain(plan.schedule().length()) + " epochs, "
                + setting.runs().size() + " runs of each setting";
    }

    /** The largest difference of any phase. */
    static String largest(List<Cell> cells) {
        Cell largest = cells.stream()
                .max(Comparator.comparingDouble(cell -> Math.abs(cell.error()) + cell.halfWidth()))
                .orElseThrow();
        return "farthest " + largest.observable() + ": " + Numbers.plusMinus(largest.error(), largest.halfWidth())
                + " (allowed ± " + Numbers.like(largest.allowed(), largest.halfWidth()) + ")";
    }
}
