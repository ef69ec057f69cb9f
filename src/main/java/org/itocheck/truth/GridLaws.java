package org.itocheck.truth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One-dimensional losses without closed form, problems D and H (THEORY 3.D, 3.H). Discrete steps: E u(x') is interpolated on a fine grid, and the
 * transpose of this map carries the weights of the start forward, so that one pass serves every observable and checkpoint. The SDE: the same
 * with the transpose of Kolmogorov's backward operator, by differences of order 12.
 */
final class GridLaws {
    static final Grid DISCRETE = Grid.of(12, 0.02);
    static final int POINTS = 10;
    private static final Grid CONTINUOUS = Grid.of(9, 0.05);
    private static final int ORDER = 6;

    private GridLaws() {}

    static List<StateLaw> discrete(ScalarModel model, Motion.Discrete motion, ScalarModel.Transition step) {
        double[][] rows = new double[DISCRETE.size()][];
        int[] first = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[rows.length];
            step.add(DISCRETE, model.state(DISCRETE.node(i)), rows[i]);
            first[i] = trim(rows, i);
        }
        double[] weights = start(DISCRETE, model.coordinate(motion.start()[0]), POINTS);
        double edge = DISCRETE.edgeMass(weights);
        List<StateLaw> laws = new ArrayList<>();
        for (int k = 0; k < motion.checkpoints(); k++) {
            for (int j = 0; j < motion.stepsPerCheckpoint(); j++) {
                double[] next = new double[weights.length];
                for (int i = 0; i < rows.length; i++) {
                    addRow(weights[i], rows[i], first[i], next);
                }
                weights = next;
                edge = Math.max(edge, DISCRETE.edgeMass(weights));
            }
            laws.add(GridLaw.of(model, DISCRETE, weights, edge));
        }
        return laws;
    }

    static List<StateLaw> continuous(ScalarModel model, Motion.Continuous motion) {
        double[][] band = generator(model, motion);
        LinearFlow flow = new LinearFlow(
                (in, out) -> {
                    Arrays.fill(out, 0);
                    for (int i = ORDER; i < in.length - ORDER; i++) {
                        addRow(in[i], band[i], i - ORDER, out);
                    }
                },
                CONTINUOUS.size());
        double[] weights = start(CONTINUOUS, motion.start()[0], 2 * ORDER);
        double edge = CONTINUOUS.edgeMass(weights);
        List<StateLaw> laws = new ArrayList<>();
        for (int k = 0; k < motion.checkpoints(); k++) {
            weights = flow.after(motion.duration(), weights);
            edge = Math.max(edge, CONTINUOUS.edgeMass(weights));
            laws.add(GridLaw.of(model, CONTINUOUS, weights, edge));
        }
        return laws;
    }

    /**
     * The backward operator {@code b u' + (noise/2) S u''}, with the drift b, at node i as weights of the nodes i - 6 to i + 6. The outermost
     * nodes keep their values: the state does not get there.
     */
    private static double[][] generator(ScalarModel model, Motion.Continuous motion) {
        double dx = CONTINUOUS.dx();
        double[][] band = new double[CONTINUOUS.size()][2 * ORDER + 1];
        for (int i = ORDER; i < band.length - ORDER; i++) {
            double x = CONTINUOUS.node(i);
            double slope = drift(model, motion, x) / dx;
            double curvature = motion.noise() / 2 * model.variance(x) / (dx * dx);
            double factor = 1;
            for (int k = 1; k <= ORDER; k++) {
                factor *= -(ORDER - k + 1.0) / (ORDER + k);
                band[i][ORDER + k] = -factor * (slope / k + 2 * curvature / (k * k));
                band[i][ORDER - k] = -factor * (-slope / k + 2 * curvature / (k * k));
                band[i][ORDER] -= 2 * curvature / (k * k);
            }
        }
        return band;
    }

    private static double drift(ScalarModel model, Motion.Continuous motion, double x) {
        double gradient = model.drift(x) + motion.weightDecay() * x;
        double bend = motion.correction() == 0
                ? 0
                : motion.correction() * (model.curvature(x) + motion.weightDecay()) * gradient;
        return -motion.speed() * (gradient + bend);
    }

    private static double[] start(Grid grid, double x, int points) {
        double[] weights = new double[grid.size()];
        grid.addInterpolation(x, 1, points, weights);
        return weights;
    }

    /** Cuts the zeros at both ends of a row. @return the node of its first entry */
    private static int trim(double[][] rows, int i) {
        double[] row = rows[i];
        int from = 0;
        int to = row.length;
        while (from < to && row[from] == 0) {
            from++;
        }
        while (to > from && row[to - 1] == 0) {
            to--;
        }
        rows[i] = Arrays.copyOfRange(row, from, to);
        return from;
    }

    private static void addRow(double factor, double[] row, int first, double[] out) {
        if (factor != 0) {
            for (int j = 0; j < row.length; j++) {
                out[first + j] += factor * row[j];
            }
        }
    }
}
