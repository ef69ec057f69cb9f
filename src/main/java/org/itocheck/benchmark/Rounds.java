package org.itocheck.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.itocheck.benchmark.peer.PeerProgram;
import org.itocheck.benchmark.peer.Sample;

/** The rounds of one problem: in each, ItoCheck runs on one thread, then on all, then every peer once. */
final class Rounds {
    private static final int RUNS = 3;
    private static final int WARMUPS = 3;
    private static final String OWN_NAME = "ItoCheck";
    /** Trajectories behind a mean that a peer prints without its error. */
    private static final double UNSAID = 16384;

    private final PeerProblem problem;
    private final long trajectories;
    private final int threads;
    private final List<PeerProgram> peers;
    private final List<Timing> onOne = new ArrayList<>();
    private final List<Timing> onAll = new ArrayList<>();
    private final Map<String, List<List<Sample>>> samples = new LinkedHashMap<>();

    Rounds(PeerProblem problem, long trajectories, int threads, List<PeerProgram> peers) {
        this.problem = problem;
        this.trajectories = trajectories;
        this.threads = threads;
        this.peers = List.copyOf(peers);
    }

    /** Lets the JVM compile. */
    void warmUp() {
        for (int i = 0; i < WARMUPS; i++) {
            run(1);
        }
    }

    void next() {
        Timing own = IntStream.range(0, RUNS)
                .mapToObj(i -> run(1))
                .sorted((a, b) -> Double.compare(a.cpuNanos(), b.cpuNanos()))
                .toList()
                .get(RUNS / 2);
        onOne.add(own);
        onAll.add(run(threads));
        double mean = own.moments().mean();
        add(List.of(new Sample(OWN_NAME, "", own.cpuNanos(), mean, own.moments().standardError())));
        peers.forEach(peer -> add(peer.measure(problem.number())));
    }

    private Timing run(int count) {
        return Timing.of(problem.ensemble(trajectories), count);
    }

    /** Sorts the samples of one program by implementation. */
    private void add(List<Sample> all) {
        Map<String, List<Sample>> round = new LinkedHashMap<>();
        all.forEach(s -> round.computeIfAbsent(s.implementation(), name -> new ArrayList<>())
                .add(s));
        round.forEach((name, variants) ->
                samples.computeIfAbsent(name, key -> new ArrayList<>()).add(variants));
    }

    private static double[] each(List<Timing> timings, ToDoubleFunction<Timing> number) {
        return timings.stream().mapToDouble(number).toArray();
    }

    ProblemResult result() {
        Timing last = onOne.get(onOne.size() - 1);
        PeerProblem.Reference reference = problem.reference();
        double unsaid = last.moments().standardDeviation() / Math.sqrt(UNSAID);
        double[] own = each(onOne, Timing::cpuNanos);
        return new ProblemResult(
                problem.name(),
                problem.process(),
                reference,
                last.bytes(),
                Spread.ofRatios(each(onOne, Timing::wallSeconds), each(onAll, Timing::wallSeconds)),
                Spread.ofRatios(each(onAll, Timing::cpuNanos), own),
                samples.values().stream()
                        .map(rounds -> ImplementationResult.of(rounds, own, reference, unsaid))
                        .toList());
    }
}
