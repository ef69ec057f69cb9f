package org.itocheck.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/**
 * One long run on all threads, to see that the heap does not grow with the trajectories.
 *
 * @param problem P1 to P4
 * @param trajectories how many
 * @param threads that simulated
 * @param wallSeconds from start to end
 * @param cpuNanos CPU time of one trajectory-step, in nanoseconds
 * @param peakHeapMegabytes the sum of the peaks of all pools of the heap during the run: garbage included
 * @param liveHeapMegabytes what was left after a collection at its end
 * @param mean E|x_K|^2
 * @param standardError of the mean
 * @param deviations how many standard errors the mean is from where it should be
 */
public record LongRun(
        String problem,
        long trajectories,
        int threads,
        double wallSeconds,
        double cpuNanos,
        double peakHeapMegabytes,
        double liveHeapMegabytes,
        double mean,
        double standardError,
        double deviations) {
    private static final double MEGABYTE = 1 << 20;

    static LongRun of(PeerProblem problem, long trajectories, int threads) {
        collect();
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        Timing timing = Timing.of(problem.ensemble(trajectories), threads);
        long peak = pools().stream()
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        collect();
        double mean = timing.moments().mean();
        double error = timing.moments().standardError();
        return new LongRun(
                problem.name(),
                trajectories,
                threads,
                timing.wallSeconds(),
                timing.cpuNanos(),
                peak / MEGABYTE,
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE,
                mean,
                error,
                problem.reference().deviations(mean, error));
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static void collect() {
        ManagementFactory.getMemoryMXBean().gc();
    }

    /** Trajectories per second of wall time. */
    public double trajectoriesPerSecond() {
        return trajectories / wallSeconds;
    }

    /** Whether the mean is where it should be. */
    public boolean sound() {
        return Math.abs(deviations) <= ImplementationResult.MOST_DEVIATIONS;
    }
}
