package org.itocheck.ensemble;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands chunks to threads and merges their results in chunk order.
 *
 * @param <R> what is left of a chunk
 */
final class Deal<R> {
    /** How far a thread may run ahead of the merge, in chunks: bounds the memory. */
    private static final int AHEAD = 64;

    private final Ensemble ensemble;
    private final Progress progress;
    private final Consumer<R> total;
    private final long chunks;
    private final Map<Long, R> waiting = new HashMap<>();
    private long next;
    private long merged;
    private long failedChunk = Long.MAX_VALUE;
    private @Nullable Throwable failure;
    private volatile boolean cancelled;

    /** @param total is given every result, in chunk order, by one thread at a time */
    Deal(Ensemble ensemble, Consumer<R> total, Progress progress) {
        this.ensemble = ensemble;
        this.progress = progress;
        this.total = total;
        this.chunks = (ensemble.trajectories() + ChunkMover.CHUNK - 1) / ChunkMover.CHUNK;
    }

    void work(ChunkMover mover, Reduction<R> reduction) throws InterruptedException {
        for (long chunk = claim(); chunk >= 0; chunk = claim()) {
            try {
                int count = size(chunk);
                if (!mover.move(chunk, count)) {
                    return;
                }
                merge(chunk, reduction.reduce(mover.values(), count));
            } catch (RuntimeException | Error e) {
                fail(chunk, e);
            }
        }
    }

    private int size(long chunk) {
        return (int) Math.min(ChunkMover.CHUNK, ensemble.trajectories() - chunk * ChunkMover.CHUNK);
    }

    /** The next chunk, or -1 when there is none left. Waits while the merge lags behind. */
    private synchronized long claim() throws InterruptedException {
        while (next - merged >= AHEAD && failure == null && !cancelled) {
            wait();
        }
        return cancelled || next >= chunks || next > failedChunk ? -1 : next++;
    }

    private synchronized void merge(long chunk, R result) {
        waiting.put(chunk, result);
        for (R ready = waiting.remove(merged); ready != null; ready = waiting.remove(merged)) {
            total.accept(ready);
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
        return Math.min(merged * ChunkMover.CHUNK, ensemble.trajectories());
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
