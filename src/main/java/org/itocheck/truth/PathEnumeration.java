package org.itocheck.truth;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Stepper;
import org.itocheck.observable.Observable;

/**
 * The exact expectation of any dynamics with finitely many paths: its own step code runs along every one of them, with the noise source
 * injected. It finds every fault of a step to rounding; it cannot see faults of the random source (THEORY 5.1).
 * <p>Gaussian and uniform draws are served by five quadrature nodes, exact where the result is a polynomial of degree at most 9 in each
 * draw. Poisson and exponential draws cannot be enumerated.
 * <pre>{@code
 * Dynamics svag = Svag.family(problem).at(2, problem.objective());
 * PathEnumeration.expectations(svag, problem.start(), 8, List.of(Observable.power(0, 2)));     // 4^8 paths of A1/skew2pt
 * }</pre>
 */
public final class PathEnumeration {
    /** More paths than this are refused. */
    public static final long MAX_PATHS = 1L << 24;

    private static final int LANES = 256;
    /** The paths of one piece of work: long enough to be worth a thread, short enough that a few pieces are enough for many threads. */
    private static final int PIECE = 64 * LANES;

    private PathEnumeration() {}

    /** Sees paths, one block after the other. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * One block of paths.
         *
         * @param x the final states, shape [d][at least lanes]; valid until this method returns
         * @param weights the probabilities of the paths, shape [at least lanes]; over all blocks they add up to 1
         * @param lanes how many paths there are in this block
         */
        void block(double[][] x, double[] weights, int lanes);
    }

    /** What is summed over the paths: sees one block after the other, of some of them. */
    @FunctionalInterface
    public interface Summand {
        /** Adds what the paths of a block contribute; the first three arguments as for {@link Visitor#block}. */
        void add(double[][] x, double[] weights, int lanes, PathSums sums);
    }

    /**
     * Runs every path, in the calling thread and in order.
     *
     * @param dynamics what moves; the draws it makes must not depend on its state
     * @param start the state before the first step, shape [d]
     * @param steps how many of its steps to make, at least 0
     * @throws IllegalArgumentException if there are more than {@link #MAX_PATHS} paths
     * @throws UnsupportedOperationException if it draws from a law without finitely many values
     * @throws IllegalStateException if the sequence of draws depends on the state
     */
    public static void visit(Dynamics dynamics, double[] start, int steps, Visitor visitor) {
        Paths all = Paths.of(dynamics, start, steps);
        all.walk(0, all.count, visitor);
    }

    /**
     * Sums over all paths, on all threads of the fork-join pool that the caller runs in, or of the common pool. The result has the same bits on
     * any number of threads. The first three arguments and the exceptions are those of {@link #visit}.
     *
     * @param sums how many sums there are
     * @param summand makes what adds to them, given the number of lanes of a block; each is used by one thread and sees many paths
     */
    public static double[] sums(Dynamics dynamics, double[] start, int steps, int sums, IntFunction<Summand> summand) {
        Paths all = Paths.of(dynamics, start, steps);
        return PathTree.sum(
                piece -> {
                    PathSums result = new PathSums(sums);
                    Summand one = summand.apply(all.lanes());
                    long first = (long) piece * PIECE;
                    all.walk(
                            first,
                            Math.min(first + PIECE, all.count),
                            (x, weights, lanes) -> one.add(x, weights, lanes, result));
                    return result;
                },
                (int) ((all.count + PIECE - 1) / PIECE));
    }

    /** E g after the given number of steps, for each observable, by {@link #sums}. */
    public static double[] expectations(Dynamics dynamics, double[] start, int steps, List<Observable> observables) {
        return sums(dynamics, start, steps, observables.size(), width -> {
            double[] values = new double[width];
            List<Observable.Measure> measures =
                    observables.stream().map(g -> g.measure(width)).toList();
            return (x, weights, lanes, sums) -> {
                for (int g = 0; g < measures.size(); g++) {
                    measures.get(g).evaluate(x, values);
                    for (int j = 0; j < lanes; j++) {
                        sums.add(g, weights[j] * values[j]);
                    }
                }
            };
        });
    }

    /** The number of paths; {@code Long.MAX_VALUE} stands for any larger number. Arguments as for {@link #visit}. */
    public static long paths(Dynamics dynamics, double[] start, int steps) {
        return count(draws(dynamics, start, steps));
    }

    private static List<Atoms> draws(Dynamics dynamics, double[] start, int steps) {
        if (start.length != dynamics.objective().dimension()) {
            throw new IllegalArgumentException("start has " + start.length + " entries, objective "
                    + dynamics.objective().name() + " has dimension "
                    + dynamics.objective().dimension());
        }
        if (steps < 0) {
            throw new IllegalArgumentException("steps is " + steps + ", expected at least 0");
        }
        EnumeratedRows rows = EnumeratedRows.recording();
        rows.start(0);
        run(dynamics.stepper(1), start, steps, new double[start.length][1], rows);
        return rows.draws();
    }

    private static long count(List<Atoms> draws) {
        long paths = 1;
        for (Atoms atoms : draws) {
            if (paths > Long.MAX_VALUE / atoms.count()) {
                return Long.MAX_VALUE;
            }
            paths *= atoms.count();
        }
        return paths;
    }

    private static void run(Stepper stepper, double[] start, int steps, double[][] x, EnumeratedRows rows) {
        for (int i = 0; i < start.length; i++) {
            Arrays.fill(x[i], start[i]);
        }
        stepper.start();
        for (int s = 0; s < steps; s++) {
            stepper.step(x, rows);
        }
    }

    /** The paths of a dynamics, which many threads may walk at a time. */
    private record Paths(Dynamics dynamics, double[] start, int steps, List<Atoms> draws, long count) {
        static Paths of(Dynamics dynamics, double[] start, int steps) {
            List<Atoms> draws = List.copyOf(PathEnumeration.draws(dynamics, start, steps));
            long paths = PathEnumeration.count(draws);
            if (paths > MAX_PATHS) {
                throw new IllegalArgumentException(dynamics.name() + " has "
                        + (paths == Long.MAX_VALUE ? "more than 2^63" : paths) + " paths of " + steps
                        + " steps, expected at most " + MAX_PATHS
                        + "; take fewer steps, a smaller level or fewer samples");
            }
            return new Paths(dynamics, start, steps, draws, paths);
        }

        int lanes() {
            return (int) Math.min(LANES, count);
        }

        void walk(long first, long last, Visitor visitor) {
            int lanes = lanes();
            EnumeratedRows rows = EnumeratedRows.replaying(lanes, draws);
            Stepper stepper = dynamics.stepper(lanes);
            double[][] x = new double[start.length][lanes];
            for (long at = first; at < last; at += lanes) {
                rows.start(at);
                run(stepper, start, steps, x, rows);
                visitor.block(x, rows.weights(), (int) Math.min(lanes, last - at));
            }
        }
    }
}
