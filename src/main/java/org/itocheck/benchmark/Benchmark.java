package org.itocheck.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.itocheck.benchmark.peer.PeerProgram;
import org.itocheck.benchmark.peer.Peers;

/**
 * Measures the engine through its public face. Times of single threads are CPU times and comparable between implementations that take
 * turns in one run; wall times are comparable on an idle machine only.
 */
public final class Benchmark {
    /** The small run beside a long one. */
    private static final long SMALLER = 100;

    private final Consumer<String> progress;

    /**
     * @param progress told in a few words what comes next
     */
    public Benchmark(Consumer<String> progress) {
        this.progress = progress;
    }

    /**
     * Rounds of the four processes, then the default suite.
     *
     * @throws IllegalArgumentException if the folder of the peers is none
     * @throws org.itocheck.benchmark.peer.PeerException if a peer that is installed fails
     */
    public BenchmarkResult run(BenchmarkPlan plan) {
        if (plan.peers() == null) {
            return run(plan, List.of(), List.of());
        }
        progress.accept("building the peers");
        try (Peers peers = Peers.in(plan.peers())) {
            return run(plan, peers.programs(), peers.notes());
        }
    }

    private BenchmarkResult run(BenchmarkPlan plan, List<PeerProgram> peers, List<String> notes) {
        List<Rounds> all = plan.problems().stream()
                .map(problem -> new Rounds(problem, problem.trajectories(), plan.threads(), peers))
                .toList();
        progress.accept("warming up");
        all.forEach(Rounds::warmUp);
        for (int round = 1; round <= plan.rounds(); round++) {
            for (int p = 0; p < all.size(); p++) {
                progress.accept("round " + round + " of " + plan.rounds() + ": "
                        + plan.problems().get(p));
                all.get(p).next();
            }
        }
        List<SuiteResult> suites = plan.suite() ? suites(plan.threads()) : List.of();
        List<ProblemResult> results = all.stream().map(Rounds::result).toList();
        return new BenchmarkResult(
                BenchmarkResult.SCHEMA_VERSION,
                Machine.current(),
                plan.threads(),
                plan.rounds(),
                notes,
                results,
                suites,
                List.of());
    }

    /** As a build sees it, then warm on one thread and on all. */
    private List<SuiteResult> suites(int threads) {
        List<SuiteResult> suites = new ArrayList<>();
        suites.add(new Suite(Suite.TRAJECTORIES, threads).run(false, progress));
        suites.add(new Suite(Suite.TRAJECTORIES, 1).run(true, progress));
        if (threads > 1) {
            suites.add(new Suite(Suite.TRAJECTORIES, threads).run(true, progress));
        }
        return suites;
    }

    /**
     * Each problem once with many trajectories, and before that with a hundredth of them: the heap must not see the difference.
     *
     * @param trajectories how many, at least 1
     */
    public BenchmarkResult runLong(List<PeerProblem> problems, long trajectories, int threads) {
        List<LongRun> runs = new ArrayList<>();
        for (PeerProblem problem : problems) {
            for (long count : new long[] {Math.max(1, trajectories / SMALLER), trajectories}) {
                progress.accept(problem + ": " + count + " trajectories");
                runs.add(LongRun.of(problem, count, threads));
            }
        }
        return new BenchmarkResult(
                BenchmarkResult.SCHEMA_VERSION, Machine.current(), threads, 1, List.of(), List.of(), List.of(), runs);
    }
}
