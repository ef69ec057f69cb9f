package org.itocheck.training.experiment.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.itocheck.training.Measurement;
import org.itocheck.training.RunRecord;
import org.itocheck.training.experiment.SettingRecord;

/**
 * One number along the runs of a setting.
 *
 * @param points by increasing time
 */
public record Curve(List<Point> points) {
    /** Copies the list. */
    public Curve {
        points = List.copyOf(points);
    }

    /**
     * The runs at one time: those that came so far.
     *
     * @param time effective steps, or epochs
     * @param mean over them
     * @param least of them
     * @param most of them
     */
    public record Point(double time, double mean, double least, double most) {}

    /**
     * A number that every line of the log has.
     *
     * @param time against what: effective steps for levels, epochs for batch sizes
     * @param number what
     */
    public static Curve of(
            SettingRecord setting, ToDoubleFunction<Measurement> time, ToDoubleFunction<Measurement> number) {
        Gathered gathered = new Gathered();
        for (RunRecord run : setting.runs()) {
            run.measurements().forEach(m -> gathered.add(time.applyAsDouble(m), number.applyAsDouble(m)));
        }
        return gathered.curve();
    }

    /**
     * The loss of the mini-batches, averaged over intervals of so many effective steps, as the paper smooths its curves; over longer ones
     * where the log has fewer lines.
     *
     * @param steps at least 1
     */
    public static Curve smoothedLoss(SettingRecord setting, int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("steps is " + steps + ", expected at least 1; the paper takes 100");
        }
        Gathered gathered = new Gathered();
        for (RunRecord run : setting.runs()) {
            double sum = 0;
            double from = 0;
            double before = 0;
            for (Measurement m : run.measurements()) {
                double at = m.effectiveStep();
                sum += m.batchLoss().orElse(0) * (at - before);
                before = at;
                if (at - from >= steps) {
                    gathered.add(at, sum / (at - from));
                    sum = 0;
                    from = at;
                }
            }
        }
        return gathered.curve();
    }

    /** Values of several runs by their place. */
    private static final class Gathered {
        private final TreeMap<Double, List<Double>> values = new TreeMap<>();

        void add(double time, double value) {
            values.computeIfAbsent(time, key -> new ArrayList<>()).add(value);
        }

        Curve curve() {
            List<Point> points = new ArrayList<>();
            values.forEach((time, all) -> {
                var runs = all.stream().mapToDouble(Double::doubleValue).summaryStatistics();
                points.add(new Point(time, runs.getAverage(), runs.getMin(), runs.getMax()));
            });
            return new Curve(points);
        }
    }
}
