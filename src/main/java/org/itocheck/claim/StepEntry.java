package org.itocheck.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.itocheck.observable.Observable;

/**
 * One independent entry of the moments of a step: the product of the named entries of the centred step c.
 *
 * @param indices i, i &lt;= j or i &lt;= j &lt;= k
 * @param variable what an entry of the step is called, see {@link StepPlace}
 */
record StepEntry(List<Integer> indices, String variable) {
    /** All entries up to an order, lower orders first; no more than {@code most} + 1 of them. */
    static List<StepEntry> upTo(int order, int dimension, int most, String variable) {
        List<List<Integer>> all = new ArrayList<>();
        for (int m = 1; m <= order; m++) {
            collect(all, new ArrayList<>(), 0, m, dimension, most);
        }
        return all.stream().map(indices -> new StepEntry(indices, variable)).toList();
    }

    private static void collect(
            List<List<Integer>> all, List<Integer> begun, int from, int left, int dimension, int most) {
        if (left == 0) {
            all.add(List.copyOf(begun));
            return;
        }
        for (int i = from; i < dimension && all.size() <= most; i++) {
            begun.add(i);
            collect(all, begun, i, left - 1, dimension, most);
            begun.remove(begun.size() - 1);
        }
    }

    /** The observables that measure these entries in the state after the step. */
    static List<Observable> centredAt(double[] expected, List<StepEntry> entries) {
        return entries.stream().map(e -> (Observable) new Product(e, expected)).toList();
    }

    int order() {
        return indices.size();
    }

    int[] array() {
        return indices.stream().mapToInt(Integer::intValue).toArray();
    }

    /** {@code E dx[0]}, {@code Cov dx[0] dx[1]} or {@code Skew dx[0] dx[1] dx[1]}; along directions {@code E u[0].dx}. */
    String name() {
        String moment = order() == 1 ? "E " : order() == 2 ? "Cov " : "Skew ";
        return moment + StepPlace.product(variable, indices);
    }

    private record Product(StepEntry entry, double[] expected) implements Observable {
        @Override
        public String name() {
            return entry.name();
        }

        @Override
        public Measure measure(int lanes) {
            int[] indices = entry.array();
            return (x, out) -> {
                Arrays.fill(out, 0, lanes, 1);
                for (int i : indices) {
                    multiply(x[i], expected[i], out, lanes);
                }
            };
        }

        private static void multiply(double[] x, double centre, double[] out, int lanes) {
            for (int j = 0; j < lanes; j++) {
                out[j] *= x[j] - centre;
            }
        }
    }
}
