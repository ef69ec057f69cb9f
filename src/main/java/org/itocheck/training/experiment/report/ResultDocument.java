package org.itocheck.training.experiment.report;

import java.util.List;
import org.itocheck.report.JsonReport;
import org.itocheck.report.StudyResult;
import org.itocheck.training.experiment.Comparison;
import org.itocheck.training.experiment.Experiment;
import org.itocheck.training.experiment.ExperimentRecord;
import org.itocheck.training.experiment.PanelRecord;
import org.itocheck.training.experiment.finding.BatchSizeRow;
import org.itocheck.training.experiment.finding.BatchSizeTable;
import org.itocheck.training.experiment.finding.NoiseBalance;
import org.itocheck.training.experiment.finding.PhaseDistance;
import org.itocheck.training.experiment.finding.SettingSummary;

/**
 * The shape of the JSON file of an experiment. What is not known is NaN.
 *
 * @param study verdicts and cells, in the shape of docs/report-schema.json
 */
record ResultDocument(
        int schemaVersion,
        String name,
        String title,
        String source,
        Comparison comparison,
        int replicates,
        double tolerance,
        boolean complete,
        Record study,
        List<PanelDocument> panels) {
    /** Raised when a field changes its meaning or goes. */
    private static final int SCHEMA_VERSION = 1;

    /** One panel; without levels it has no distances, and only batch sizes have a scaling. */
    record PanelDocument(
            String name,
            String data,
            String network,
            List<SettingSummary> settings,
            List<PhaseDistance> distances,
            List<Scaling> scaling) {
        static PanelDocument of(Comparison comparison, PanelRecord panel) {
            return new PanelDocument(
                    panel.panel().name(),
                    panel.panel().data().id(),
                    panel.panel().network(),
                    panel.settings().stream().map(SettingSummary::of).toList(),
                    comparison == Comparison.LEVELS ? PhaseDistance.of(panel) : List.of(),
                    comparison == Comparison.BATCH_SIZES ? List.of(Scaling.of(BatchSizeTable.of(panel))) : List.of());
        }
    }

    /** The batch sizes of a panel; predictions are the least and the largest. */
    record Scaling(
            double cSquared,
            double lowestError,
            double failureError,
            List<Double> printedPredictions,
            List<Double> sharpPredictions,
            List<BatchSize> batchSizes) {
        static Scaling of(BatchSizeTable table) {
            return new Scaling(
                    BatchSizeTable.C_SQUARED,
                    table.lowestError().orElse(Double.NaN),
                    table.failureError().orElse(Double.NaN),
                    table.printedPredictions(),
                    table.sharpPredictions(),
                    table.rows().stream().map(row -> BatchSize.of(table, row)).toList());
        }
    }

    /** One batch size. */
    record BatchSize(
            String setting,
            int batchSize,
            double learningRate,
            double factor,
            double gradient,
            double noise,
            double ratio,
            List<Double> ratios,
            double printedPrediction,
            double sharpPrediction,
            double testError,
            List<Double> testErrors,
            int diverged,
            boolean fails) {
        static BatchSize of(BatchSizeTable table, BatchSizeRow row) {
            return new BatchSize(
                    row.setting(),
                    row.batchSize(),
                    row.learningRate(),
                    row.factor(),
                    row.balance().map(NoiseBalance::gradient).orElse(Double.NaN),
                    row.balance().map(NoiseBalance::noise).orElse(Double.NaN),
                    row.balance().map(NoiseBalance::ratio).orElse(Double.NaN),
                    row.balance().map(NoiseBalance::ratios).orElse(List.of()),
                    row.printedPrediction().orElse(Double.NaN),
                    row.sharpPrediction().orElse(Double.NaN),
                    row.testError().orElse(Double.NaN),
                    row.testErrors(),
                    row.diverged(),
                    table.fails(row));
        }
    }

    static ResultDocument of(ExperimentRecord record, StudyResult result) {
        Experiment experiment = record.experiment();
        return new ResultDocument(
                SCHEMA_VERSION,
                experiment.name(),
                experiment.title(),
                experiment.source(),
                experiment.comparison(),
                experiment.replicates(),
                experiment.tolerance(),
                record.complete(),
                JsonReport.document(result),
                record.panels().stream()
                        .map(panel -> PanelDocument.of(experiment.comparison(), panel))
                        .toList());
    }
}
