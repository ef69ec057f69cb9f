package org.itocheck.claim.equilibrium;

import java.util.Arrays;
import java.util.List;
import org.itocheck.objective.MissingCapabilityException;
import org.itocheck.objective.Objective;
import org.itocheck.observable.Observable;

/** What is measured of a chain at its snapshot: |x|^2, |grad L|^2, tr S and whether gradients point along x, in this order. */
final class SnapshotObservables {
    static final int QUANTITIES = 3;
    static final int RADIAL = 3;
    static final List<String> NAMES = List.of("R = E|x|^2", "G = E|grad L|^2", "N = E tr S");

    private SnapshotObservables() {}

    /** Of chains that are looked at often, in states of a {@link ProbedLoss}: means over their looks, for a loss that may know little. */
    static List<Observable> averages(Objective loss) {
        int d = loss.dimension();
        return List.of(
                Observable.coordinate(d + ProbedLoss.SQUARE),
                Observable.coordinate(d + ProbedLoss.PRODUCT),
                Observable.coordinate(d + ProbedLoss.SPREAD),
                Observable.coordinate(d + ProbedLoss.RADIAL));
    }

    /** Of chains that are looked at once, in states of a {@link ProbedLoss}. */
    static List<Observable> of(Objective loss) {
        int d = loss.dimension();
        return List.of(
                new Head(Observable.squaredNorm(), d),
                knowsGradient(loss)
                        ? new Head(Observable.gradientSquaredNorm(loss), d)
                        : Observable.coordinate(d + ProbedLoss.PRODUCT),
                knowsNoiseTrace(loss)
                        ? new Head(Observable.noiseTrace(loss), d)
                        : Observable.coordinate(d + ProbedLoss.SPREAD),
                Observable.coordinate(d + ProbedLoss.RADIAL));
    }

    private static boolean knowsGradient(Objective loss) {
        return knows(() -> loss.evaluator(1).gradient(ones(loss), new double[loss.dimension()][1]));
    }

    private static boolean knowsNoiseTrace(Objective loss) {
        double[] point = new double[loss.dimension()];
        Arrays.fill(point, 1);
        return knows(() -> loss.noiseTrace(point));
    }

    private static double[][] ones(Objective loss) {
        double[][] rows = new double[loss.dimension()][1];
        for (double[] row : rows) {
            row[0] = 1;
        }
        return rows;
    }

    private static boolean knows(Runnable question) {
        try {
            question.run();
            return true;
        } catch (MissingCapabilityException e) {
            return false;
        }
    }

    /** An observable of the first rows of a state. */
    private record Head(Observable observable, int rows) implements Observable {
        @Override
        public String name() {
            return observable.name();
        }

        @Override
        public Measure measure(int lanes) {
            Measure measure = observable.measure(lanes);
            double[][] head = new double[rows][];
            return (x, out) -> {
                System.arraycopy(x, 0, head, 0, rows);
                measure.evaluate(head, out);
            };
        }
    }
}
