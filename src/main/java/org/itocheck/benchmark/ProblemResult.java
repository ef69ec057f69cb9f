package org.itocheck.benchmark;

import java.util.List;

/**
 * One problem, by every implementation.
 *
 * @param problem P1 to P4
 * @param process what it is
 * @param reference what E|x_K|^2 should be
 * @param bytesPerStep that ItoCheck allocates for a trajectory-step in the steady state; NaN if the JVM does not tell
 * @param speedup wall time on 1 thread over that on {@code threads}, both of ItoCheck
 * @param cpuGrowth CPU time on {@code threads} over that on 1 thread, both of ItoCheck: 1 if threads do not get in each other's way, which
 *     unlike the wall time can be seen on a busy machine too
 * @param implementations ItoCheck first, then the peers
 */
public record ProblemResult(
        String problem,
        String process,
        PeerProblem.Reference reference,
        double bytesPerStep,
        Spread speedup,
        Spread cpuGrowth,
        List<ImplementationResult> implementations) {
    /** Copies the list. */
    public ProblemResult {
        implementations = List.copyOf(implementations);
    }

    /** Trajectories of {@value PeerProblem#STEPS} steps per second and thread, by ItoCheck. */
    public double trajectoriesPerSecond() {
        return 1e9 / (implementations.get(0).nanos().median() * PeerProblem.STEPS);
    }

    /** Whether every implementation computes the right thing. */
    public boolean sound() {
        return implementations.stream().allMatch(ImplementationResult::sound);
    }
}
