package org.itocheck.claim.equilibrium;

import java.util.Arrays;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Stepper;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.Objective;
import org.itocheck.random.NoiseRows;

/**
 * A family that makes many steps to a checkpoint and draws two fresh mini-batches at the state it has reached, after the last or after each
 * of the last SGD steps; see {@link ProbedLoss}.
 *
 * @param family what moves
 * @param sgdSteps after how many SGD steps a chain is looked at first
 * @param looks how often it is looked at, each time an SGD step later; at least 1
 */
record ProbedFamily(Family family, int sgdSteps, int looks) implements Family {
    @Override
    public String name() {
        return family.name();
    }

    @Override
    public double learningRate() {
        return family.learningRate();
    }

    @Override
    public int stepsPerCheckpoint(int level) {
        return Math.multiplyExact(Math.addExact(sgdSteps, looks - 1), family.stepsPerCheckpoint(level));
    }

    @Override
    public Dynamics at(int level, Objective objective) {
        if (!(objective instanceof ProbedLoss probed)) {
            throw new IllegalArgumentException("objective " + objective.name() + " has no rows for the probe");
        }
        int each = family.stepsPerCheckpoint(level);
        return new Probed(family.at(level, probed.loss()), probed, sgdSteps * each, each, looks);
    }

    private record Probed(Dynamics dynamics, ProbedLoss objective, int first, int each, int looks) implements Dynamics {
        @Override
        public String name() {
            return dynamics.name();
        }

        @Override
        public double stepDuration() {
            return dynamics.stepDuration();
        }

        @Override
        public Stepper stepper(int lanes) {
            return new ProbedStepper(this, lanes);
        }
    }

    private static final class ProbedStepper implements Stepper {
        /** The squared share along x to which rounding alone bends a gradient. */
        private static final double ROUNDING = 1e-20;

        private final Probed process;
        private final Stepper stepper;
        private final Evaluator evaluator;
        private final int lanes;
        private final double[][] state;
        private final double[][] rows = new double[ProbedLoss.ROWS][];
        private final double[][] first;
        private final double[][] second;
        private final double[] squares;
        private final double[] products;
        private final double[] spreads;
        private int done;

        ProbedStepper(Probed process, int lanes) {
            Objective loss = process.objective().loss();
            this.process = process;
            this.stepper = process.dynamics().stepper(lanes);
            this.evaluator = loss.evaluator(lanes);
            this.lanes = lanes;
            this.state = new double[loss.dimension()][];
            this.first = new double[loss.dimension()][lanes];
            this.second = new double[loss.dimension()][lanes];
            this.squares = new double[lanes];
            this.products = new double[lanes];
            this.spreads = new double[lanes];
        }

        @Override
        public void start() {
            done = 0;
            stepper.start();
        }

        @Override
        public void step(double[][] x, NoiseRows noise) {
            System.arraycopy(x, 0, state, 0, state.length);
            stepper.step(state, noise);
            done++;
            int past = done - process.first();
            if (past >= 0 && past % process.each() == 0) {
                evaluator.sampleGradient(state, noise, first);
                evaluator.sampleGradient(state, noise, second);
                probe();
                System.arraycopy(x, state.length, rows, 0, rows.length);
                add(past == 0);
            }
        }

        private void probe() {
            Arrays.fill(products, 0);
            Arrays.fill(spreads, 0);
            Arrays.fill(squares, 0);
            for (int i = 0; i < state.length; i++) {
                addProducts(first[i], second[i], products, spreads, lanes);
                addSquare(state[i], squares, lanes);
            }
        }

        /** One look as its share of the mean over all. */
        private void add(boolean anew) {
            for (int j = 0; j < lanes; j++) {
                for (double[] row : rows) {
                    row[j] = anew ? 0 : row[j];
                }
                rows[ProbedLoss.PRODUCT][j] += products[j] / process.looks();
                rows[ProbedLoss.SPREAD][j] += spreads[j] / process.looks();
                rows[ProbedLoss.SQUARE][j] += squares[j] / process.looks();
                if (leansTowardsX(j, squares[j], spreads[j] + products[j])) {
                    rows[ProbedLoss.RADIAL][j] += 1.0 / process.looks();
                }
            }
        }

        /** The product of two rows, and half their squared difference. */
        private static void addProducts(double[] a, double[] b, double[] product, double[] spread, int lanes) {
            for (int j = 0; j < lanes; j++) {
                double difference = a[j] - b[j];
                product[j] += a[j] * b[j];
                spread[j] += 0.5 * difference * difference;
            }
        }

        private static void addSquare(double[] a, double[] square, int lanes) {
            for (int j = 0; j < lanes; j++) {
                square[j] += a[j] * a[j];
            }
        }

        /** Whether |x.g1|^2 + |x.g2|^2 is a larger share of |x|^2 (|g1|^2 + |g2|^2); the last factor is twice {@code halfSquares}. */
        private boolean leansTowardsX(int lane, double square, double halfSquares) {
            double a = 0;
            double b = 0;
            for (int i = 0; i < state.length; i++) {
                a += state[i][lane] * first[i][lane];
                b += state[i][lane] * second[i][lane];
            }
            return a * a + b * b > ROUNDING * 2 * square * halfSquares;
        }
    }
}
