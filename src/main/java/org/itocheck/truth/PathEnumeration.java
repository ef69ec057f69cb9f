package org.itocheck.truth;

import java.util.Arrays;
import java.util.List;
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

    private PathEnumeration() {}

    /** Sees all paths, one block after the other. */
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

    /**
     * Runs every path.
     *
     * @param dynamics what moves; the draws it makes must not depend on its state
     * @param start the state before the first step, shape [d]
     * @param steps how many of its steps to make, at least 0
     * @throws IllegalArgumentException if there are more than {@link #MAX_PATHS} paths
     * @throws UnsupportedOperationException if it draws from a law without finitely many values
     * @throws IllegalStateException if the sequence of draws depends on the state
     */
    public static void visit(Dynamics dynamics, double[] start, int steps, Visitor visitor) {
        List<Atoms> draws = draws(dynamics, start, steps);
        long paths = count(draws);
        if (paths > MAX_PATHS) {
            throw new IllegalArgumentException(dynamics.name() + " has "
                    + (paths == Long.MAX_VALUE ? "more than 2^63" : paths) + " paths of " + steps
                    + " steps, expected at most " + MAX_PATHS + "; take fewer steps, a smaller level or fewer samples");
        }
        int lanes = (int) Math.min(LANES, paths);
        EnumeratedRows rows = EnumeratedRows.replaying(lanes, draws);
        Stepper stepper = dynamics.stepper(lanes);
        double[][] x = new double[start.length][lanes];
        for (long first = 0; first < paths; first += lanes) {
            rows.start(first);
            run(stepper, start, steps, x, rows);
            visitor.block(x, rows.weights(), (int) Math.min(lanes, paths - first));
        }
    }

    /** E g after the given number of steps, for each observable, summed without loss of digits. Arguments as for {@link #visit}. */
    public static double[] expectations(Dynamics dynamics, double[] start, int steps, List<Observable> observables) {
        double[] sums = new double[observables.size()];
        double[] lost = new double[observables.size()];
        visit(dynamics, start, steps, new Visitor() {
            private final double[] values = new double[LANES];
            private List<Observable.Measure> measures = List.of();
            private int width;

            @Override
            public void block(double[][] x, double[] weights, int lanes) {
                if (width != weights.length) {
                    width = weights.length;
                    measures = observables.stream().map(g -> g.measure(width)).toList();
                }
                for (int g = 0; g < sums.length; g++) {
                    measures.get(g).evaluate(x, values);
                    for (int j = 0; j < lanes; j++) {
                        add(weights[j] * values[j], g, sums, lost);
                    }
                }
            }
        });
        for (int g = 0; g < sums.length; g++) {
            sums[g] += lost[g];
        }
        return sums;
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

    private static void run(Stepper stepper, double[] start, int steps, double[][] x, EnumeratedRows rows) {
        for (int i = 0; i < start.length; i++) {
            Arrays.fill(x[i], start[i]);
        }
        stepper.start();
        for (int s = 0; s < steps; s++) {
            stepper.step(x, rows);
        }
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

    /** Neumaier's compensated sum. */
    private static void add(double value, int g, double[] sums, double[] lost) {
        double sum = sums[g] + value;
        lost[g] += Math.abs(sums[g]) >= Math.abs(value) ? sums[g] - sum + value : value - sum + sums[g];
        sums[g] = sum;
    }
}
