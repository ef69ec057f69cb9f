package org.itocheck.training.experiment.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itocheck.claim.Numbers;
import org.itocheck.report.Axis;
import org.itocheck.report.Guide;
import org.itocheck.report.LineChart;
import org.itocheck.report.LineSeries;
import org.itocheck.report.ReportPart;
import org.itocheck.training.experiment.finding.BatchSizeRow;
import org.itocheck.training.experiment.finding.BatchSizeTable;
import org.itocheck.training.experiment.finding.NoiseBalance;

/** The two pictures of Figure 6: G/N and the test error against the batch size. */
final class BatchSizeCharts {
    private static final String RUNS = " Markers: means of the runs. Bars: from the least to the largest run.";

    private BatchSizeCharts() {}

    static List<ReportPart> of(BatchSizeTable table) {
        return List.of(balance(table), errors(table));
    }

    private static LineChart balance(BatchSizeTable table) {
        List<Guide> guides = new ArrayList<>();
        guides.add(Guide.horizontal(BatchSizeTable.C_SQUARED, "C\u00B2, as printed"));
        guides.add(Guide.horizontal(BatchSizeTable.C_SQUARED - 1, "C\u00B2 \u2212 1, sharp"));
        List<BatchSizeRow> bases =
                table.rows().stream().filter(BatchSizeRow::baseline).toList();
        if (!bases.isEmpty()) {
            guides.add(slope(bases.get(0)));
        }
        if (bases.size() > 1) {
            guides.add(slope(bases.get(bases.size() - 1)));
        }
        guides.addAll(predictions(table));
        return new LineChart(
                "Gradient against noise",
                batchSizes(table),
                Axis.logarithmic("G/N"),
                List.of(LineSeries.marked(
                        "G/N",
                        table.rows().stream()
                                .filter(row ->
                                        row.balance().filter(b -> b.ratio() > 0).isPresent())
                                .map(BatchSizeCharts::ratio)
                                .toList())),
                guides,
                "Theorem 6.6: from a baseline, G/N grows in proportion to the batch size until it meets a threshold, at B*."
                        + RUNS);
    }

    private static LineSeries.Point ratio(BatchSizeRow row) {
        NoiseBalance balance = row.balance().orElseThrow();
        return Curves.point(row.batchSize(), balance.ratio(), balance.ratios());
    }

    private static Guide slope(BatchSizeRow base) {
        double ratio = base.balance().map(NoiseBalance::ratio).orElseThrow();
        return Guide.proportional(base.batchSize(), ratio, "from B = " + base.batchSize());
    }

    private static LineChart errors(BatchSizeTable table) {
        List<Guide> guides = new ArrayList<>(predictions(table));
        table.failureError().ifPresent(error -> guides.add(Guide.badAbove(error, "fails: above 1.2 times the lowest")));
        return new LineChart(
                "Test error in the end",
                batchSizes(table),
                Axis.linear("test error"),
                List.of(LineSeries.marked(
                        "test error",
                        table.rows().stream()
                                .map(BatchSizeCharts::error)
                                .flatMap(Optional::stream)
                                .toList())),
                guides,
                "The learning rate is in proportion to the batch size." + RUNS);
    }

    private static Optional<LineSeries.Point> error(BatchSizeRow row) {
        return row.testError().isPresent()
                ? Optional.of(Curves.point(row.batchSize(), row.testError().getAsDouble(), row.testErrors()))
                : Optional.empty();
    }

    private static Axis batchSizes(BatchSizeTable table) {
        return Axis.logarithmic("batch size")
                .withTicks(table.rows().stream()
                        .map(row -> (double) row.batchSize())
                        .toList());
    }

    private static List<Guide> predictions(BatchSizeTable table) {
        List<Guide> guides = new ArrayList<>();
        table.sharpPredictions().stream()
                .distinct()
                .forEach(at -> guides.add(Guide.vertical(at, "B* sharp " + Numbers.brief(at))));
        table.printedPredictions().stream()
                .distinct()
                .forEach(at -> guides.add(Guide.vertical(at, "B* printed " + Numbers.brief(at))));
        return guides;
    }
}
