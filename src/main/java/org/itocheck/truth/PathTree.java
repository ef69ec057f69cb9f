package org.itocheck.truth;

import java.util.concurrent.RecursiveTask;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The sums over many pieces of a set of paths, on all threads of a fork-join pool. The tree in which partial sums are added depends on the
 * number of pieces alone: the result has the same bits on any number of threads, and a failure is that of the first piece that fails.
 */
final class PathTree extends RecursiveTask<PathTree.Part> {
    private static final long serialVersionUID = 1;

    /**
     * The sums over some pieces.
     *
     * @param sums of no use after a failure
     * @param failure what the first piece threw that failed; carried by hand, because a pool rethrows a copy with another message
     */
    record Part(PathSums sums, @Nullable RuntimeException failure) {
        Part plus(Part later) {
            return failure == null && later.failure == null
                    ? new Part(sums.plus(later.sums), null)
                    : failure == null ? later : this;
        }
    }

    private final transient IntFunction<PathSums> piece;
    private final int first;
    private final int last;

    private PathTree(IntFunction<PathSums> piece, int first, int last) {
        this.piece = piece;
        this.first = first;
        this.last = last;
    }

    /**
     * Adds up the pieces 0 to {@code pieces - 1}, in the pool of the calling thread or the common one.
     *
     * @param piece the sums over one piece; called by many threads
     * @param pieces at least 1
     */
    static double[] sum(IntFunction<PathSums> piece, int pieces) {
        Part all = new PathTree(piece, 0, pieces).invoke();
        if (all.failure != null) {
            throw all.failure;
        }
        return all.sums.values();
    }

    @Override
    protected Part compute() {
        if (last - first == 1) {
            return leaf();
        }
        int middle = (first + last) >>> 1;
        PathTree later = new PathTree(piece, middle, last);
        later.fork();
        Part earlier = new PathTree(piece, first, middle).compute();
        return earlier.plus(later.join());
    }

    private Part leaf() {
        try {
            return new Part(piece.apply(first), null);
        } catch (RuntimeException e) {
            return new Part(new PathSums(0), e);
        }
    }
}
