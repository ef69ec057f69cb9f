package org.itocheck.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.itocheck.claim.Outcome;
import org.itocheck.ensemble.Ensemble;
import org.itocheck.ensemble.Progress;
import org.itocheck.random.Seed;
import org.jspecify.annotations.Nullable;

/**
 * Progress on a terminal as one line that is rewritten; elsewhere as one line a claim, and one every ten seconds. The time left is that of
 * the level at work: how much a claim will need after it is not known before its pilots have run.
 */
final class ConsoleProgress implements Progress {
    private static final long TERMINAL_NANOS = 100_000_000L;
    private static final long LOG_NANOS = 10_000_000_000L;
    private static final int WIDTH = 79;

    private final PrintWriter out;
    private final boolean terminal;
    private final int claims;
    private int done;
    private long last = System.nanoTime();
    private @Nullable Seed current;
    private long began;
    private long before;

    ConsoleProgress(PrintWriter out, boolean terminal, int claims) {
        this.out = out;
        this.terminal = terminal;
        this.claims = claims;
    }

    @Override
    public synchronized void update(Ensemble ensemble, long trajectories) {
        update(ensemble, trajectories, System.nanoTime());
    }

    /** With the time, so that tests need not wait. */
    synchronized void update(Ensemble ensemble, long trajectories, long now) {
        if (!ensemble.seed().equals(current)) { // the first chunk of a level only starts its clock
            current = ensemble.seed();
            began = now;
            before = trajectories;
        }
        if (now - last < (terminal ? TERMINAL_NANOS : LOG_NANOS)) {
            return;
        }
        last = now;
        String line = String.format(
                Locale.ROOT,
                "[%d/%d] %s on %s: %d %%%s",
                done + 1,
                claims,
                ensemble.dynamics().name(),
                ensemble.problem().name(),
                100 * trajectories / ensemble.trajectories(),
                left(ensemble.trajectories() - trajectories, trajectories - before, now - began));
        if (terminal) {
            out.print("\r" + fit(line));
        } else {
            out.println(line);
        }
        out.flush();
    }

    synchronized void finished(Outcome outcome) {
        done++;
        out.printf(
                Locale.ROOT,
                "%s[%d/%d] %-12s  %s (%.1f s)%n",
                terminal ? "\r" + fit("") + "\r" : "",
                done,
                claims,
                outcome.verdict(),
                outcome.statement(),
                outcome.seconds());
        out.flush();
    }

    private static String left(long todo, long made, long nanos) {
        if (made <= 0 || nanos <= 0) {
            return "";
        }
        return ", " + time((double) todo / made * nanos * 1e-9) + " left at this level";
    }

    /** As people say it. */
    static String time(double duration) {
        long seconds = Math.round(duration);
        if (seconds < 100) {
            return seconds + " s";
        }
        long minutes = (seconds + 30) / 60;
        return minutes < 100 ? minutes + " min" : (minutes + 30) / 60 + " h";
    }

    /** To the width of the line, so that it hides the one before. */
    static String fit(String line) {
        return line.length() > WIDTH ? line.substring(0, WIDTH - 3) + "..." : line + " ".repeat(WIDTH - line.length());
    }
}
