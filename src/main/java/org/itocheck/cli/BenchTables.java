package org.itocheck.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.itocheck.benchmark.BenchmarkResult;
import org.itocheck.benchmark.ImplementationResult;
import org.itocheck.benchmark.LongRun;
import org.itocheck.benchmark.Machine;
import org.itocheck.benchmark.PeerProblem;
import org.itocheck.benchmark.ProblemResult;
import org.itocheck.benchmark.Spread;
import org.itocheck.benchmark.SuiteResult;
import org.itocheck.claim.Numbers;

/** The tables of a benchmark. */
final class BenchTables {
    private BenchTables() {}

    static void print(PrintWriter out, BenchmarkResult result) {
        Machine machine = result.machine();
        out.println(machine.processor() + ", " + machine.processors() + " processors, " + machine.os() + ", Java "
                + machine.java() + ", " + machine.kernels() + ", heap at most " + machine.heapMegabytes() + " MB");
        result.notes().forEach(out::println);
        if (!result.problems().isEmpty()) {
            printProblems(out, result);
            printImplementations(out, result);
        }
        if (!result.suites().isEmpty()) {
            printSuite(out, result);
        }
        if (!result.longRuns().isEmpty()) {
            printLongRuns(out, result.longRuns());
        }
        if (!result.sound()) {
            out.println();
            out.println("WRONG: something that was timed does not compute what it should; see the rows marked with !");
        }
        out.flush();
    }

    private static void printProblems(PrintWriter out, BenchmarkResult result) {
        out.println();
        out.println("ItoCheck, trajectories of " + PeerProblem.STEPS + " steps, median of " + result.rounds()
                + (result.rounds() == 1 ? " round:" : " rounds:"));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "",
                "process",
                "CPU ns/step",
                "trajectories/s/thread",
                "bytes/step",
                "wall 1 : " + result.threads() + " threads",
                "CPU " + result.threads() + " : 1 threads"));
        for (ProblemResult problem : result.problems()) {
            rows.add(List.of(
                    problem.problem(),
                    problem.process(),
                    fixed(problem.implementations().get(0).nanos().median(), 2),
                    Numbers.count(Math.round(problem.trajectoriesPerSecond())),
                    fixed(problem.bytesPerStep(), 4),
                    spread(problem.speedup(), 2),
                    spread(problem.cpuGrowth(), 2)));
        }
        Columns.print(out, rows, "llrrrrr");
    }

    private static void printImplementations(PrintWriter out, BenchmarkResult result) {
        out.println();
        out.println("By implementation; time/ItoCheck is above 1 where ItoCheck is faster:");
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of("", "implementation", "CPU ns/step", "time/ItoCheck", "ItoCheck/time", "E|x|^2", "off by", ""));
        for (ProblemResult problem : result.problems()) {
            problem.implementations().forEach(i -> rows.add(row(problem.problem(), i)));
        }
        Columns.print(out, rows, "llrrrrrl");
        result.problems()
                .forEach(p -> out.println("  " + p.problem() + ": E|x|^2 = "
                        + (p.reference().standardError() == 0
                                ? fixed(p.reference().mean(), 6)
                                : Numbers.plusMinus(
                                        p.reference().mean(), p.reference().standardError()))));
    }

    private static List<String> row(String problem, ImplementationResult i) {
        return List.of(
                problem,
                i.name(),
                spread(i.nanos(), 2),
                spread(i.overItoCheck(), 2),
                fixed(1 / i.overItoCheck().median(), 2),
                Numbers.plusMinus(i.mean(), i.standardError()),
                deviations(i.deviations()),
                i.variant() + (i.sound() ? "" : " !"));
    }

    private static void printSuite(PrintWriter out, BenchmarkResult result) {
        for (SuiteResult suite : result.suites()) {
            out.println();
            out.println("Default suite on " + suite.threads() + (suite.threads() == 1 ? " thread" : " threads")
                    + (suite.warm() ? ", warm:" : ", the first time in this JVM:"));
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of(
                    "problem", "family", "means right", "trajectories", "ns/step", "wall s", "engine s", "CPU s", ""));
            suite.problems().forEach(row -> rows.add(row(row)));
            rows.add(List.of(
                    "all",
                    "",
                    "",
                    Numbers.count(suite.trajectories()),
                    "",
                    fixed(suite.wallSeconds(), 2),
                    fixed(suite.simulationSeconds(), 2),
                    fixed(suite.cpuSeconds(), 2),
                    Numbers.count(Math.round(suite.trajectories() / suite.wallSeconds())) + " trajectories/s"));
            Columns.print(out, rows, "llrrrrrrl");
        }
        result.suiteSpeedup()
                .ifPresent(ratio -> out.println(
                        "  engine, warm, wall time on 1 : " + result.threads() + " threads: " + fixed(ratio, 2)));
    }

    private static List<String> row(SuiteResult.Row row) {
        return List.of(
                row.problem(),
                row.family(),
                row.right() + " of " + row.means(),
                Numbers.count(row.trajectories()),
                fixed(row.cpuSeconds() * 1e9 / row.steps(), 1),
                fixed(row.wallSeconds(), 2),
                fixed(row.simulationSeconds(), 2),
                fixed(row.cpuSeconds(), 2),
                row.wrong() > 0 ? row.wrong() + " means wrong !" : "");
    }

    private static void printLongRuns(PrintWriter out, List<LongRun> runs) {
        out.println();
        out.println("Long runs, trajectories of " + PeerProblem.STEPS + " steps:");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "",
                "trajectories",
                "threads",
                "wall s",
                "trajectories/s",
                "CPU ns/step",
                "peak heap MB",
                "left MB",
                "E|x|^2",
                "off by"));
        for (LongRun run : runs) {
            rows.add(List.of(
                    run.problem(),
                    Numbers.count(run.trajectories()),
                    Integer.toString(run.threads()),
                    fixed(run.wallSeconds(), 1),
                    Numbers.count(Math.round(run.trajectoriesPerSecond())),
                    fixed(run.cpuNanos(), 2),
                    fixed(run.peakHeapMegabytes(), 1),
                    fixed(run.liveHeapMegabytes(), 1),
                    Numbers.plusMinus(run.mean(), run.standardError()),
                    deviations(run.deviations()) + (run.sound() ? "" : " !")));
        }
        Columns.print(out, rows, "lrrrrrrrrr");
    }

    private static String spread(Spread spread, int decimals) {
        return spread.least() == spread.most()
                ? fixed(spread.median(), decimals)
                : fixed(spread.median(), decimals) + " (" + fixed(spread.least(), decimals) + "-"
                        + fixed(spread.most(), decimals) + ")";
    }

    private static String deviations(double value) {
        return fixed(value, 1) + " se";
    }

    private static String fixed(double value, int decimals) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
