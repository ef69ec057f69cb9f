package org.itocheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.itocheck.benchmark.BenchmarkResult;
import org.itocheck.benchmark.ImplementationResult;
import org.itocheck.benchmark.LongRun;
import org.itocheck.benchmark.Machine;
import org.itocheck.benchmark.PeerProblem;
import org.itocheck.benchmark.ProblemResult;
import org.itocheck.benchmark.Spread;
import org.itocheck.benchmark.SuiteResult;
import org.junit.jupiter.api.Test;

class BenchTablesTest {
    private static final Spread ONE = new Spread(1, 1, 1);

    @Test
    void rounds_and_suite_look_like_this() {
        BenchmarkResult result = result(List.of(problem(-0.5)), suites(0), List.of());

        assertThat(printed(result)).isEqualTo("""
                a processor, 2 processors, an OS, Java 17, plain loops, heap at most 256 MB
                a note

                ItoCheck, trajectories of 100 steps, median of 5 rounds:
                      process    CPU ns/step  trajectories/s/thread  bytes/step  wall 1 : 2 threads  CPU 2 : 1 threads
                  P4  a process        20.00                500 000      0.0034    1.90 (1.85-1.95)   1.01 (1.00-1.02)

                By implementation; time/ItoCheck is above 1 where ItoCheck is faster:
                      implementation          CPU ns/step     time/ItoCheck  ItoCheck/time             E|x|^2   off by
                  P4  ItoCheck        20.00 (19.00-22.00)              1.00           1.00  1.46010 ± 0.00020   0.5 se
                  P4  a peer          80.00 (79.00-81.00)  4.00 (3.90-4.10)           0.25  1.45990 ± 0.00020  -0.5 se  a variant
                  P4: E|x|^2 = 1.4599910 ± 0.0000024

                Default suite on 2 threads, the first time in this JVM:
                  problem  family  means right  trajectories  ns/step  wall s  engine s  CPU s
                  C2       SVAG       90 of 96       200 000     25.0    2.00      1.50   2.50
                  all                                200 000             2.00      1.50   2.50  100 000 trajectories/s

                Default suite on 1 thread, warm:
                  problem  family  means right  trajectories  ns/step  wall s  engine s  CPU s
                  C2       SVAG       90 of 96       200 000     25.0    3.25      2.75   2.50
                  all                                200 000             3.25      2.75   2.50  61 538 trajectories/s

                Default suite on 2 threads, warm:
                  problem  family  means right  trajectories  ns/step  wall s  engine s  CPU s
                  C2       SVAG       90 of 96       200 000     25.0    2.00      1.50   2.50
                  all                                200 000             2.00      1.50   2.50  100 000 trajectories/s
                  engine, warm, wall time on 1 : 2 threads: 1.83
                """);
    }

    @Test
    void what_is_wrong_is_marked_and_said_at_the_end() {
        BenchmarkResult result = result(List.of(problem(-6.5)), suites(3), List.of());

        assertThat(printed(result))
                .contains("-6.5 se  a variant !\n")
                .contains("2.50  3 means wrong !\n")
                .endsWith(
                        "WRONG: something that was timed does not compute what it should; see the rows marked with !\n");
    }

    @Test
    void a_long_run_looks_like_this() {
        LongRun run = new LongRun("P1", 100_000_000, 2, 12.5, 2.25, 14.7, 4.5, 0.569258, 0.000078, 1.2);

        assertThat(printed(result(List.of(), List.of(), List.of(run)))).endsWith("""

                Long runs, trajectories of 100 steps:
                      trajectories  threads  wall s  trajectories/s  CPU ns/step  peak heap MB  left MB               E|x|^2  off by
                  P1   100 000 000        2    12.5       8 000 000         2.25          14.7      4.5  0.569258 ± 0.000078  1.2 se
                """);
    }

    private static ProblemResult problem(double deviations) {
        Spread own = new Spread(20, 19, 22);
        Spread other = new Spread(80, 79, 81);
        return new ProblemResult(
                "P4",
                "a process",
                new PeerProblem.Reference(1.459991, 2.4e-6),
                0.0034,
                new Spread(1.9, 1.85, 1.95),
                new Spread(1.01, 1, 1.02),
                List.of(
                        new ImplementationResult("ItoCheck", "", own, ONE, 1.4601, 0.0002, 0.5),
                        new ImplementationResult(
                                "a peer", "a variant", other, new Spread(4, 3.9, 4.1), 1.4599, 0.0002, deviations)));
    }

    private static List<SuiteResult> suites(int wrong) {
        return List.of(suite(2, false, 2, wrong), suite(1, true, 3.25, wrong), suite(2, true, 2, wrong));
    }

    private static SuiteResult suite(int threads, boolean warm, double wall, int wrong) {
        return new SuiteResult(
                threads,
                warm,
                List.of(new SuiteResult.Row("C2", "SVAG", 96, 90, wrong, 200_000, 100_000_000, wall, wall - 0.5, 2.5)));
    }

    private static BenchmarkResult result(
            List<ProblemResult> problems, List<SuiteResult> suites, List<LongRun> longRuns) {
        Machine machine = new Machine("a processor", 2, "an OS", "17", "plain loops", 256);
        return new BenchmarkResult(1, machine, 2, 5, List.of("a note"), problems, suites, longRuns);
    }

    private static String printed(BenchmarkResult result) {
        StringWriter text = new StringWriter();
        BenchTables.print(new PrintWriter(text), result);
        return text.toString().replace("\r\n", "\n");
    }
}
