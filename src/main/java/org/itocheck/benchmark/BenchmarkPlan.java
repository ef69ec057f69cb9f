package org.itocheck.benchmark;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to measure.
 *
 * @param problems of the four processes, at least one
 * @param rounds in each of which every implementation is measured once, at least 1
 * @param threads "all threads" of this benchmark, at least 1
 * @param suite whether the default suite runs too
 * @param peers the folder of the peers' programs, or null to measure ItoCheck alone
 */
public record BenchmarkPlan(
        List<PeerProblem> problems,
        int rounds,
        int threads,
        boolean suite,
        @Nullable Path peers) {
    /** Checks the counts. */
    public BenchmarkPlan {
        problems = List.copyOf(problems);
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("problems is empty, expected at least one of P1 to P4");
        }
        if (rounds < 1) {
            throw new IllegalArgumentException("rounds is " + rounds + ", expected at least 1");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads is " + threads + ", expected at least 1");
        }
    }
}
