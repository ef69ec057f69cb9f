package org.itocheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.ensemble.Ensemble;
import org.itocheck.observable.Observable;
import org.itocheck.random.Seed;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {
    private static final long SECOND = 1_000_000_000L;

    private final StringWriter text = new StringWriter();
    private final long start = System.nanoTime();

    @Test
    void a_log_gets_a_line_every_ten_seconds_with_the_time_left() {
        ConsoleProgress progress = new ConsoleProgress(new PrintWriter(text), false, 3);

        progress.update(level(16), 1000, start);
        progress.update(level(16), 2000, start + 5 * SECOND);
        progress.update(level(16), 6000, start + 11 * SECOND);
        progress.update(level(16), 7000, start + 12 * SECOND);
        progress.update(level(16), 8000, start + 22 * SECOND);

        assertThat(text.toString().lines())
                .containsExactly(
                        "[1/3] SVAG(16) on C2: 60 %, 9 s left at this level",
                        "[1/3] SVAG(16) on C2: 80 %, 6 s left at this level");
    }

    @Test
    void a_terminal_gets_one_line_that_is_rewritten() {
        ConsoleProgress progress = new ConsoleProgress(new PrintWriter(text), true, 3);

        progress.update(level(16), 1000, start + SECOND);
        progress.update(level(16), 2000, start + 400 * SECOND);

        assertThat(text.toString())
                .isEqualTo("\r" + pad("[1/3] SVAG(16) on C2: 10 %") + "\r"
                        + pad("[1/3] SVAG(16) on C2: 20 %, 53 min left at this level"));
    }

    @Test
    void the_next_level_starts_its_own_clock() {
        ConsoleProgress progress = new ConsoleProgress(new PrintWriter(text), false, 1);

        progress.update(level(1), 5000, start + 11 * SECOND);
        progress.update(level(2), 1000, start + 22 * SECOND);

        assertThat(text.toString().lines()).containsExactly("[1/1] SVAG(1) on C2: 50 %", "[1/1] SVAG(2) on C2: 10 %");
    }

    private static String pad(String line) {
        return line + " ".repeat(79 - line.length());
    }

    private static Ensemble level(int level) {
        Problem problem = Problems.named("C2");
        return new Ensemble(
                Svag.family(problem).at(level, problem.objective()),
                problem,
                level,
                level,
                List.of(Observable.squaredNorm()),
                new Seed(level),
                10_000);
    }
}
