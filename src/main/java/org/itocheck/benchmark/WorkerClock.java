package org.itocheck.benchmark;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.itocheck.ensemble.Ensemble;
import org.itocheck.ensemble.Progress;

/**
 * Reads the clocks of the threads of an engine whenever one of them has finished a chunk: CPU time since the thread began, and bytes
 * allocated between its first and its last chunk, which is the steady state. Compiler and collector have threads of their own, which do
 * not count.
 */
final class WorkerClock implements Progress {
    private static final java.lang.management.ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Map<Long, Reading> readings = new ConcurrentHashMap<>();

    /** What is known of one thread. The mark is where its steady state begins: its first chunk. */
    private static final class Reading {
        private long nanos;
        private final long markBytes;
        private final long markDone;
        private long bytes;
        private long done;

        Reading(long bytes, long done) {
            this.markBytes = bytes;
            this.markDone = done;
        }
    }

    @Override
    public void update(Ensemble ensemble, long done) {
        long bytes = allocated();
        Reading reading = readings.computeIfAbsent(Thread.currentThread().getId(), id -> new Reading(bytes, done));
        reading.bytes = bytes;
        reading.done = done;
        reading.nanos = THREADS.getCurrentThreadCpuTime();
    }

    /** CPU time of all threads together, in nanoseconds. */
    long cpuNanos() {
        return readings.values().stream().mapToLong(reading -> reading.nanos).sum();
    }

    /**
     * Bytes that a single thread allocated for each trajectory in its steady state.
     *
     * @return NaN if this JVM does not count bytes, if several threads worked, or if there was one chunk only
     */
    double bytesPerTrajectory() {
        if (readings.size() != 1) {
            return Double.NaN;
        }
        Reading only = readings.values().iterator().next();
        long trajectories = only.done - only.markDone;
        return trajectories == 0 || only.markBytes < 0
                ? Double.NaN
                : (double) (only.bytes - only.markBytes) / trajectories;
    }

    /** Bytes this thread has allocated so far; -1 if the JVM does not count them. */
    static long allocated() {
        return THREADS instanceof ThreadMXBean counting && counting.isThreadAllocatedMemoryEnabled()
                ? counting.getCurrentThreadAllocatedBytes()
                : -1;
    }
}
