package org.itocheck.claim.equilibrium;

import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Stepper;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.Objective;
import org.itocheck.random.NoiseRows;

/**
 * A family that makes many steps to a checkpoint and, after the last, draws two fresh mini-batches at the state it has reached; see
 * {@link ProbedLoss}.
 *
 * @param family what moves
 * @param sgdSteps how many SGD steps lie before the checkpoint
 */
record ProbedFamily(Family family, int sgdSteps) implements Family {
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
        return Math.multiplyExact(sgdSteps, family.stepsPerCheckpoint(level));
    }

    @Override
    public Dynamics at(int level, Objective objective) {
        if (!(objective instanceof ProbedLoss probed)) {
            throw new IllegalArgumentException("objective " + objective.name() + " has no rows for the probe");
        }
        return new Probed(family.at(level, probed.loss()), probed, stepsPerCheckpoint(level));
    }

    private record Probed(Dynamics dynamics, ProbedLoss objective, int steps) implements Dynamics {
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
            return new ProbedStepper(dynamics.stepper(lanes), objective.loss(), steps, lanes);
        }
    }

    private static final class ProbedStepper implements Stepper {
        /** The squared share along x to which rounding alone bends a gradient. */
        private static final double ROUNDING = 1e-20;

        private final Stepper stepper;
        private final Evaluator evaluator;
        private final int steps;
        private final int lanes;
        private final double[][] state;
        private final double[][] first;
        private final double[][] second;
        private final double[] squares;
        private int done;

        ProbedStepper(Stepper stepper, Objective loss, int steps, int lanes) {
            this.stepper = stepper;
            this.evaluator = loss.evaluator(lanes);
            this.steps = steps;
            this.lanes = lanes;
            this.state = new double[loss.dimension()][];
            this.first = new double[loss.dimension()][lanes];
            this.second = new double[loss.dimension()][lanes];
            this.squares = new double[lanes];
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
            if (done == steps) {
                evaluator.sampleGradient(state, noise, first);
                evaluator.sampleGradient(state, noise, second);
                probe(x);
            }
        }

        private void probe(double[][] x) {
            double[] product = x[state.length + ProbedLoss.PRODUCT];
            double[] spread = x[state.length + ProbedLoss.SPREAD];
            double[] radial = x[state.length + ProbedLoss.RADIAL];
            for (int j = 0; j < lanes; j++) {
                product[j] = 0;
                spread[j] = 0;
                squares[j] = 0;
            }
            for (int i = 0; i < state.length; i++) {
                addProducts(first[i], second[i], product, spread, lanes);
                addSquare(state[i], squares, lanes);
            }
            for (int j = 0; j < lanes; j++) {
                radial[j] = leansTowardsX(j, squares[j], spread[j] + product[j]) ? 1 : 0;
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
