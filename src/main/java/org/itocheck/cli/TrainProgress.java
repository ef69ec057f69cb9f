package org.itocheck.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import org.itocheck.training.Measurement;
import org.itocheck.training.RunProgress;
import org.itocheck.training.experiment.ExperimentMonitor;
import org.itocheck.training.experiment.ExperimentProgress;

/** Progress of training on a terminal as one line that is rewritten; elsewhere as a line every ten seconds. */
final class TrainProgress implements ExperimentMonitor {
    private static final long TERMINAL_NANOS = 200_000_000L;
    private static final long LOG_NANOS = 10_000_000_000L;

    private final PrintWriter out;
    private final boolean terminal;
    private final String name;
    private long last = System.nanoTime();

    TrainProgress(PrintWriter out, boolean terminal, String name) {
        this.out = out;
        this.terminal = terminal;
        this.name = name;
    }

    @Override
    public void update(ExperimentProgress progress) {
        update(progress, System.nanoTime());
    }

    /** With the time, so that tests need not wait. */
    void update(ExperimentProgress progress, long now) {
        if (now - last < (terminal ? TERMINAL_NANOS : LOG_NANOS)) {
            return;
        }
        last = now;
        String line = line(progress);
        if (terminal) {
            out.print("\r" + ConsoleProgress.fit(line));
        } else {
            out.println(line);
        }
        out.flush();
    }

    /** Clears the line. */
    void end() {
        if (terminal) {
            out.print("\r" + ConsoleProgress.fit("") + "\r");
            out.flush();
        }
    }

    private String line(ExperimentProgress progress) {
        String left = progress.secondsLeft() < 0 ? "" : ", " + ConsoleProgress.time(progress.secondsLeft()) + " left";
        return String.format(
                Locale.ROOT,
                "%s: %d of %d runs, %d %%%s%s",
                name,
                progress.ended(),
                progress.runs(),
                (int) (100 * progress.share()),
                left,
                progress.run().map(TrainProgress::run).orElse(""));
    }

    private static String run(RunProgress run) {
        Optional<Measurement> last = run.last();
        return "; " + run.name()
                + last.map(at -> String.format(
                                Locale.ROOT, " epoch %.1f, test accuracy %.3f", at.epoch(), at.testAccuracy()))
                        .orElse("");
    }
}
