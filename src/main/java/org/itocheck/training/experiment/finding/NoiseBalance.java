package org.itocheck.training.experiment.finding;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.itocheck.training.GradientNoise;
import org.itocheck.training.Measurement;
import org.itocheck.training.RunRecord;
import org.itocheck.training.experiment.SettingRecord;

/**
 * G_t and N_t of a setting, averaged over the measurements of the noise window and over replicates.
 *
 * @param gradient G; may come out below 0 where noise hides it, see {@link GradientNoise}
 * @param noise N, above 0
 * @param ratios G/N of each replicate
 */
public record NoiseBalance(double gradient, double noise, List<Double> ratios) {
    /** Copies the list. */
    public NoiseBalance {
        ratios = List.copyOf(ratios);
    }

    /** Empty if no run measured them, or some run has a number that is not finite. */
    public static Optional<NoiseBalance> of(SettingRecord setting) {
        List<double[]> runs = setting.runs().stream()
                .map(NoiseBalance::ofRun)
                .flatMap(Optional::stream)
                .toList();
        if (runs.isEmpty() || runs.stream().flatMapToDouble(Arrays::stream).anyMatch(x -> !Double.isFinite(x))) {
            return Optional.empty();
        }
        double gradient = runs.stream().mapToDouble(run -> run[0]).sum() / runs.size();
        double noise = runs.stream().mapToDouble(run -> run[1]).sum() / runs.size();
        return noise > 0
                ? Optional.of(new NoiseBalance(
                        gradient,
                        noise,
                        runs.stream().map(run -> run[0] / run[1]).toList()))
                : Optional.empty();
    }

    /** {@return G/N} */
    public double ratio() {
        return gradient / noise;
    }

    private static Optional<double[]> ofRun(RunRecord run) {
        List<GradientNoise> measured = run.measurements().stream()
                .map(Measurement::noise)
                .flatMap(Optional::stream)
                .toList();
        return measured.isEmpty()
                ? Optional.empty()
                : Optional.of(new double[] {
                    measured.stream()
                            .mapToDouble(GradientNoise::gradient)
                            .average()
                            .orElseThrow(),
                    measured.stream()
                            .mapToDouble(GradientNoise::noise)
                            .average()
                            .orElseThrow()
                });
    }
}
