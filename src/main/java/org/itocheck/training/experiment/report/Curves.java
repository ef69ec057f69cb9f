package org.itocheck.training.experiment.report;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.itocheck.report.Axis;
import org.itocheck.report.LineChart;
import org.itocheck.report.LineSeries;
import org.itocheck.training.Measurement;
import org.itocheck.training.experiment.SettingRecord;
import org.itocheck.training.experiment.finding.Curve;

/**
 * Pictures of curves, one for each setting.
 *
 * @param settings the first is drawn strongest
 * @param timeName of the axis to the right
 * @param time what stands on it
 */
record Curves(List<SettingRecord> settings, String timeName, ToDoubleFunction<Measurement> time) {
    /** What the paper smooths its curves of the training loss over. */
    static final int SMOOTHING = 100;

    /** At equal effective steps levels and methods are compared. */
    static Curves overSteps(List<SettingRecord> settings) {
        return new Curves(settings, "effective steps", Measurement::effectiveStep);
    }

    /** At equal epochs batch sizes are compared. */
    static Curves overEpochs(List<SettingRecord> settings) {
        return new Curves(settings, "epochs", Measurement::epoch);
    }

    LineChart testAccuracy() {
        return chart(
                "Test accuracy",
                Axis.linear("test accuracy"),
                setting -> Curve.of(setting, time, Measurement::testAccuracy),
                "After each interval, on all test images. ");
    }

    LineChart trainLoss() {
        return chart(
                "Training loss",
                Axis.logarithmic("training loss"),
                setting -> Curve.of(setting, time, Measurement::trainLoss),
                "On the training images measured, without augmentation. ");
    }

    LineChart smoothedLoss() {
        return chart(
                "Training loss of the steps",
                Axis.linear("training loss"),
                setting -> Curve.smoothedLoss(setting, SMOOTHING),
                "Loss of the mini-batches, of all images for GD, averaged over at least " + SMOOTHING + " steps. ");
    }

    LineChart squaredNorm() {
        return chart(
                "Squared norm of the parameters",
                Axis.linear("|x|^2"),
                setting -> Curve.of(setting, time, Measurement::squaredNorm),
                "With scale-invariant parameters and weight decay it tends to an equilibrium while the learning rate is"
                        + " constant. ");
    }

    private LineChart chart(String title, Axis y, Function<SettingRecord, Curve> curve, String caption) {
        return new LineChart(
                title,
                Axis.linear(timeName),
                y,
                settings.stream()
                        .map(setting -> series(setting, curve.apply(setting)))
                        .toList(),
                List.of(),
                caption + runs());
    }

    private static LineSeries series(SettingRecord setting, Curve curve) {
        return LineSeries.curve(
                setting.plan().name(),
                curve.points().stream()
                        .map(p -> new LineSeries.Point(p.time(), p.mean(), p.least(), p.most()))
                        .toList());
    }

    /** What lines and bands are. */
    private String runs() {
        int most = settings.stream().mapToInt(s -> s.runs().size()).max().orElse(0);
        return most > 1
                ? "Lines: means of " + most + " runs. Bands: from the least to the largest run."
                : "One run of each setting.";
    }

    /** Least and largest of some numbers around their mean. */
    static LineSeries.Point point(double x, double mean, List<Double> values) {
        var range = values.stream().mapToDouble(Double::doubleValue).summaryStatistics();
        return new LineSeries.Point(x, mean, Math.min(mean, range.getMin()), Math.max(mean, range.getMax()));
    }
}
