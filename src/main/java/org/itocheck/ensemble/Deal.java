package org.itocheck.ensemble;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands chunks to threads and merges their results in chunk order. */
final class Deal {
    /** How far a thread may run ahead of the merge, in chunks: bounds the memory. */
    private static final int AHEAD = 64;

    private final Ensemble ensemble;
    private final Progress progress;
    private final ChunkRunner.Total total;
    private final long chunks;
    private final Map<Long, ChunkRunner.Result> waiting = new HashMap<>();
    private long next;
    private long merged;
    private long failedChunk = Long.MAX_VALUE;
    private @Nullable Throwable failure;
    private volatile boolean cancelled;

    Deal(Ensemble ensemble, CellTests tests, Progress progress) {
        this.ensemble = ensemble;
        this.progress = progress;
        this.total = new ChunkRunner.Total(ensemble, tests);
        this.chunks = (ensemble.trajectories() + ChunkRunner.CHUNK - 1) / ChunkRunner.CHUNK;
    }

    void work(ChunkRunner runner) throws InterruptedException {
        for (long chunk = claim(); chunk >= 0; chunk = claim()) {
            try {
                ChunkRunner.Result result = runner.run(chunk, size(chunk));
                if (result == null) {
                    return;
                }
                merge(chunk, result);
            } catch (RuntimeException | Error e) {
                fail(chunk, e);
            }
        }
    }

    private int size(long chunk) {
        return (int) Math.min(ChunkRunner.CHUNK, ensemble.trajectories() - chunk * ChunkRunner.CHUNK);
    }

    /** The next chunk, or -1 when there is none left. Waits while the merge lags behind. */
    private synchronized long claim() throws InterruptedException {
        while (next - merged >= AHEAD && failure == null && !cancelled) {
            wait();
        }
        return cancelled || next >= chunks || next > failedChunk ? -1 : next++;
    }

    private synchronized void merge(long chunk, ChunkRunner.Result result) {
        waiting.put(chunk, result);
        for (ChunkRunner.Result ready = waiting.remove(merged); ready != null; ready = waiting.remove(merged)) {
            total.add(ready);
            merged++;
        }
        notifyAll();
        progress.update(ensemble, done());
    }

    /** Keeps the failure of the lowest chunk: all chunks below it are already dealt and will finish. */
    synchronized void fail(long chunk, Throwable cause) {
        if (chunk < failedChunk) {
            failedChunk = chunk;
            failure = cause;
        }
        notifyAll();
    }

    synchronized void cancel() {
        cancelled = true;
        notifyAll();
    }

    boolean cancelled() {
        return cancelled;
    }

    synchronized long done() {
        return Math.min(merged * ChunkRunner.CHUNK, ensemble.trajectories());
    }

    synchronized ChunkRunner.Total total() {
        return total;
    }

    synchronized void rethrow() {
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
        if (failure != null) {
            throw new IllegalStateException("a worker ended: " + failure, failure);
        }
    }
}
