package org.itocheck.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.itocheck.claim.Outcome;
import org.itocheck.ensemble.Ensemble;
import org.itocheck.ensemble.Progress;

/** Progress on a terminal as one line that is rewritten; elsewhere as one line a claim, and one every ten seconds. */
final class ConsoleProgress implements Progress {
    private static final long TERMINAL_NANOS = 100_000_000L;
    private static final long LOG_NANOS = 10_000_000_000L;

    private final PrintStream out;
    private final boolean terminal;
    private final int claims;
    private int done;
    private long last = System.nanoTime();

    ConsoleProgress(PrintStream out, boolean terminal, int claims) {
        this.out = out;
        this.terminal = terminal;
        this.claims = claims;
    }

    @Override
    public synchronized void update(Ensemble ensemble, long trajectories) {
        long now = System.nanoTime();
        if (now - last < (terminal ? TERMINAL_NANOS : LOG_NANOS)) {
            return;
        }
        last = now;
        String line = String.format(
                Locale.ROOT,
                "[%d/%d] %s on %s: %d %%",
                done + 1,
                claims,
                ensemble.dynamics().name(),
                ensemble.problem().name(),
                100 * trajectories / ensemble.trajectories());
        if (terminal) {
            out.printf("\r%-76s", line);
        } else {
            out.println(line);
        }
        out.flush();
    }

    synchronized void finished(Outcome outcome) {
        done++;
        out.printf(
                Locale.ROOT,
                "%s[%d/%d] %-12s %s (%.1f s)%n",
                terminal ? "\r" + " ".repeat(76) + "\r" : "",
                done,
                claims,
                outcome.verdict(),
                outcome.statement(),
                outcome.seconds());
        out.flush();
    }
}
