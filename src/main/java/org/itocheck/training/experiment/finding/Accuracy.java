package org.itocheck.training.experiment.finding;

import java.util.OptionalDouble;
import org.itocheck.training.Measurement;
import org.itocheck.training.RunRecord;
import org.itocheck.training.RunStatus;

/**
 * The test accuracy of one run. A run that diverged has no parameters left: in the end it counts as the network did before the first step,
 * which is what guessing reaches.
 */
public final class Accuracy {
    private Accuracy() {}

    /** The mean over the measurements of a phase; empty if it has none. */
    public static OptionalDouble mean(RunRecord run, Phase phase) {
        return run.measurements().stream()
                .filter(phase::contains)
                .mapToDouble(Measurement::testAccuracy)
                .average();
    }

    /**
     * After the last step.
     *
     * @throws IllegalStateException if nothing was measured yet
     */
    public static double last(RunRecord run) {
        Measurement last = run.last();
        return run.status() == RunStatus.DIVERGED ? run.measurements().get(0).testAccuracy() : last.testAccuracy();
    }

    /**
     * The best one on the way.
     *
     * @throws IllegalStateException if nothing was measured yet
     */
    public static double best(RunRecord run) {
        return run.measurements().stream()
                .mapToDouble(Measurement::testAccuracy)
                .max()
                .orElseThrow(() -> new IllegalStateException(
                        "the log of " + run.header().name() + " has no measurement yet; let it run on"));
    }
}
