package org.itocheck.training.experiment.finding;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.itocheck.training.experiment.PanelRecord;
import org.itocheck.training.experiment.SettingRecord;

/**
 * Batch sizes with their learning rates in proportion, and the critical batch size B* that Theorem 6.6 predicts from each baseline. Every
 * batch size at which noise outweighs the gradient is a baseline.
 *
 * @param rows by increasing batch size
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), Theorem 6.6, Appendix E.2, Figures 6 and 14 to 16</a>
 */
public record BatchSizeTable(List<BatchSizeRow> rows) {
    /** C^2 of the paper's figures. */
    public static final double C_SQUARED = 2;

    /** Linear scaling has failed where the test error exceeds the lowest by this factor. */
    public static final double FAILURE = 1.2;

    static final double C = Math.sqrt(C_SQUARED);

    /** Copies the list. */
    public BatchSizeTable {
        rows = List.copyOf(rows);
    }

    /** Of all settings of a panel. */
    public static BatchSizeTable of(PanelRecord panel) {
        double least = panel.settings().stream()
                .mapToDouble(setting -> setting.plan().batchSize())
                .min()
                .orElse(1);
        return new BatchSizeTable(panel.settings().stream()
                .map(setting -> row(setting, least))
                .sorted(Comparator.comparingInt(BatchSizeRow::batchSize))
                .toList());
    }

    private static BatchSizeRow row(SettingRecord setting, double least) {
        return new BatchSizeRow(
                setting.plan().name(),
                setting.plan().batchSize(),
                Runs.learningRate(setting),
                setting.plan().batchSize() / least,
                NoiseBalance.of(setting),
                Runs.whole(setting).stream().map(run -> 1 - Accuracy.last(run)).toList(),
                Runs.diverged(setting).size());
    }

    /** The lowest mean test error; empty as long as no run has ended. */
    public OptionalDouble lowestError() {
        return errors().min();
    }

    /** Above this mean test error linear scaling has failed, in the paper's sense. */
    public OptionalDouble failureError() {
        OptionalDouble lowest = lowestError();
        return lowest.isPresent() ? OptionalDouble.of(FAILURE * lowest.getAsDouble()) : lowest;
    }

    /** Whether the mean test error of a row is that high. A description; {@code SCALING_FAILS_BEYOND} gives the verdict. */
    public boolean fails(BatchSizeRow row) {
        return row.testError().isPresent()
                && row.testError().getAsDouble() > failureError().orElseThrow();
    }

    /** The least and the largest B* as printed, C^2 B N/G; empty without a baseline. */
    public List<Double> printedPredictions() {
        return range(BatchSizeRow::printedPrediction);
    }

    /** The least and the largest B* of the sharp form; empty without a baseline. */
    public List<Double> sharpPredictions() {
        return range(BatchSizeRow::sharpPrediction);
    }

    /** The largest B* of all baselines and both forms: batch sizes above lie beyond all that was predicted. */
    public OptionalDouble largestPrediction() {
        return DoubleStream.concat(
                        printedPredictions().stream().mapToDouble(Double::doubleValue),
                        sharpPredictions().stream().mapToDouble(Double::doubleValue))
                .max();
    }

    private List<Double> range(Function<BatchSizeRow, OptionalDouble> prediction) {
        var all = rows.stream()
                .map(prediction)
                .flatMapToDouble(OptionalDouble::stream)
                .summaryStatistics();
        return all.getCount() == 0 ? List.of() : List.of(all.getMin(), all.getMax());
    }

    private DoubleStream errors() {
        return rows.stream().map(BatchSizeRow::testError).flatMapToDouble(OptionalDouble::stream);
    }
}
