package org.itocheck.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.itocheck.benchmark.Benchmark;
import org.itocheck.benchmark.BenchmarkPlan;
import org.itocheck.benchmark.BenchmarkResult;
import org.itocheck.benchmark.PeerProblem;
import org.itocheck.verify.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how fast the engine is, alone or beside programs in other languages. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures the engine on four processes of 100 steps and on the default suite.",
            "With --peers, programs in C++ and NumPy take turns with it in the same run."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything that was timed computes the right thing",
            "1:something does not, or a peer that is installed fails",
            "2:bad usage; one line says which option, and what it takes"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  itocheck bench                                     about two minutes",
            "  itocheck bench --peers DIR --json bench.json       ratios, about five minutes",
            "  itocheck bench --problems P1 --trajectories 1e8    is the heap flat?",
            "",
            "Times of one thread are CPU times. docs/performance.md says more."
        })
final class BenchCommand extends ConsoleCommand {
    private static final int MOST_ROUNDS = 1000;
    private static final int DEFAULT_ROUNDS = 5;

    @Option(names = "--problems", order = 1, paramLabel = "P,...", description = "Which of P1,P2,P3,P4. Default: all.")
    @Nullable String problemsOption;

    @Option(names = "--rounds", order = 2, paramLabel = "N", description = "Rounds of measurements. Default: 5.")
    @Nullable String roundsOption;

    @Option(
            names = "--threads",
            order = 3,
            paramLabel = "N",
            description = "What to compare one thread with. Default: all processors.")
    @Nullable String threadsOption;

    @Option(
            names = "--peers",
            order = 4,
            paramLabel = "DIR",
            description = "Folder of the peers' programs, with bench.cpp and bench_numpy.py.")
    @Nullable String peersOption;

    @Option(names = "--skip-suite", order = 5, description = "Leave out the default suite.")
    boolean skipSuite;

    @Option(
            names = "--trajectories",
            order = 6,
            paramLabel = "N",
            description = "Instead of rounds: one run of N trajectories a problem, and how much heap it took.")
    @Nullable String trajectoriesOption;

    @Option(names = "--json", order = 7, paramLabel = "FILE", description = "Also write all numbers to this file.")
    @Nullable String jsonOption;

    @Override
    public Integer call() {
        List<PeerProblem> problems = problems();
        Settings settings = Settings.ofSystemProperties();
        int threads = threadsOption == null
                ? settings.threads()
                : (int) Values.count("--threads", threadsOption, Terms.MOST_THREADS, "2");
        Path json = jsonOption == null ? null : Values.path("--json", jsonOption, "a path", "bench.json");
        Benchmark benchmark = new Benchmark(this::say);
        BenchmarkResult result = trajectoriesOption == null
                ? benchmark.run(new BenchmarkPlan(problems, rounds(), threads, !skipSuite, peers()))
                : benchmark.runLong(problems, trajectories(trajectoriesOption), threads);
        BenchTables.print(out(), result);
        if (json != null) {
            result.writeJson(json);
            out().println("json: " + json);
        }
        out().flush();
        return result.sound() ? Main.PASSED : Main.FAILED;
    }

    private List<PeerProblem> problems() {
        List<String> known = Arrays.stream(PeerProblem.values()).map(Enum::name).toList();
        if (problemsOption == null) {
            return List.of(PeerProblem.values());
        }
        return Arrays.stream(problemsOption.split(",", -1))
                .map(text -> {
                    String name = text.strip().toUpperCase(Locale.ROOT);
                    if (!known.contains(name)) {
                        throw Values.unknown("--problems", text.strip(), known);
                    }
                    return PeerProblem.valueOf(name);
                })
                .distinct()
                .toList();
    }

    private int rounds() {
        return roundsOption == null ? DEFAULT_ROUNDS : (int) Values.count("--rounds", roundsOption, MOST_ROUNDS, "5");
    }

    private long trajectories(String text) {
        if (peersOption != null || roundsOption != null) {
            throw new IllegalArgumentException("--trajectories is '" + text
                    + "', which asks for one long run instead of rounds; leave out --rounds and --peers");
        }
        return Values.count("--trajectories", text, Long.MAX_VALUE / (2 * PeerProblem.STEPS), "1e8");
    }

    private @Nullable Path peers() {
        if (peersOption == null) {
            return null;
        }
        Path folder = Values.path("--peers", peersOption, "a path", "../peers");
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("--peers is '" + peersOption
                    + "', expected the folder of the peers' programs, with bench.cpp and bench_numpy.py");
        }
        return folder;
    }

    private void say(String next) {
        PrintWriter err = commandLine().getErr();
        err.println(next);
        err.flush();
    }
}
