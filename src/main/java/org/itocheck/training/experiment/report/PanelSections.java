package org.itocheck.training.experiment.report;

import java.util.ArrayList;
import java.util.List;
import org.itocheck.report.Axis;
import org.itocheck.report.DataTable;
import org.itocheck.report.Guide;
import org.itocheck.report.LineChart;
import org.itocheck.report.LineSeries;
import org.itocheck.report.ReportPart;
import org.itocheck.report.ReportSection;
import org.itocheck.training.experiment.Comparison;
import org.itocheck.training.experiment.PanelRecord;
import org.itocheck.training.experiment.SettingRecord;
import org.itocheck.training.experiment.finding.BatchSizeTable;
import org.itocheck.training.experiment.finding.PhaseDistance;
import org.itocheck.training.experiment.finding.SvagLevels;

/** What is shown of a panel, after what its settings differ in. */
final class PanelSections {
    private PanelSections() {}

    static ReportSection of(Comparison comparison, PanelRecord panel) {
        String lead = panel.panel().network() + " on " + panel.panel().data().id() + ", "
                + Words.schedule(panel.settings().get(0).plan().schedule()) + ".";
        return new ReportSection(panel.panel().name(), lead, parts(comparison, panel));
    }

    private static List<ReportPart> parts(Comparison comparison, PanelRecord panel) {
        List<ReportPart> parts = new ArrayList<>(tables(comparison, panel));
        switch (comparison) {
            case LEVELS -> {
                Curves curves = Curves.overSteps(finestFirst(panel));
                parts.add(curves.testAccuracy());
                parts.add(curves.trainLoss());
                if (SvagLevels.of(panel).comparable()) {
                    parts.add(1, distances(panel));
                }
                parts.add(curves.squaredNorm());
            }
            case METHODS -> {
                Curves curves = Curves.overSteps(panel.settings());
                parts.add(curves.smoothedLoss());
                parts.add(curves.testAccuracy());
                parts.add(curves.squaredNorm());
            }
            case BATCH_SIZES -> {
                parts.addAll(1, BatchSizeCharts.of(BatchSizeTable.of(panel)));
                Curves curves = Curves.overEpochs(panel.settings());
                parts.add(curves.testAccuracy());
                parts.add(curves.squaredNorm());
            }
        }
        return parts;
    }

    /** The tables alone, for a terminal too. */
    static List<DataTable> tables(Comparison comparison, PanelRecord panel) {
        List<DataTable> tables = new ArrayList<>(List.of(Tables.accuracies(panel)));
        if (comparison == Comparison.LEVELS && SvagLevels.of(panel).comparable()) {
            tables.add(0, Tables.distances(panel));
        }
        if (comparison == Comparison.BATCH_SIZES) {
            tables.add(0, Tables.batchSizes(BatchSizeTable.of(panel)));
        }
        return tables;
    }

    /** The limit is drawn strongest. */
    private static List<SettingRecord> finestFirst(PanelRecord panel) {
        return panel.settings().stream()
                .sorted((a, b) -> b.plan().method().level() - a.plan().method().level())
                .toList();
    }

    /** The MAE against l, a line for each phase. */
    private static LineChart distances(PanelRecord panel) {
        List<PhaseDistance> all = PhaseDistance.of(panel);
        List<Integer> phases = all.stream().map(PhaseDistance::phase).distinct().toList();
        List<Guide> chance = all.stream()
                .limit(phases.size())
                .filter(one -> one.floor() > 0)
                .map(one -> Guide.horizontal(one.floor(), "chance, phase " + one.phase()))
                .toList();
        return new LineChart(
                "Distance of SVAG(l) to the largest l, by phase",
                Axis.logarithmic("l")
                        .withTicks(all.stream()
                                .map(one -> (double) one.level())
                                .distinct()
                                .toList()),
                Axis.linear("mean of |Acc(t, l) \u2212 Acc(t, l*)|"),
                phases.stream().map(phase -> distances(all, phase)).toList(),
                chance,
                "Of runs with one seed, averaged over them. Dashed: what two runs of l* with different seeds differ by.");
    }

    private static LineSeries distances(List<PhaseDistance> all, int phase) {
        return LineSeries.marked(
                "phase " + phase,
                all.stream()
                        .filter(one -> one.phase() == phase)
                        .map(one -> new LineSeries.Point(one.level(), one.ofRuns()))
                        .toList());
    }
}
