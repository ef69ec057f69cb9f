package org.itocheck.objective;

import java.util.Arrays;
import org.itocheck.math.RowMath;

/**
 * What tells one linear model from another: the loss of one sample as a function of its scores u_c = W_c . a and its target y, on rows of
 * lanes. With working memory of one thread.
 */
interface ScoreLoss {
    /** Turns the scores, shape [outputs][lanes], into the slopes dL_i/du, in place. The targets have shape [lanes]. */
    void slopes(double[][] u, double[] targets);

    /** L_i, shape [lanes]; may spoil u. */
    void values(double[][] u, double[] targets, double[] out);

    /** u itself. */
    record Identity(int lanes) implements ScoreLoss {
        @Override
        public void slopes(double[][] u, double[] targets) {
            Arrays.fill(u[0], 0, lanes, 1);
        }

        @Override
        public void values(double[][] u, double[] targets, double[] out) {
            System.arraycopy(u[0], 0, out, 0, lanes);
        }
    }

    /** (u - y)^2 / 2. */
    record Squared(int lanes) implements ScoreLoss {
        @Override
        public void slopes(double[][] u, double[] targets) {
            double[] row = u[0];
            for (int j = 0; j < lanes; j++) {
                row[j] -= targets[j];
            }
        }

        @Override
        public void values(double[][] u, double[] targets, double[] out) {
            slopes(u, targets);
            double[] row = u[0];
            for (int j = 0; j < lanes; j++) {
                out[j] = 0.5 * row[j] * row[j];
            }
        }
    }

    /** log(1 + exp(s u)) with s = 1 - 2 y, for a label y of 0 or 1: log(1 + exp u) - y u. */
    final class Logistic implements ScoreLoss {
        private final RowMath math;
        private final int lanes;
        private final double[] against;

        Logistic(int lanes) {
            this.math = new RowMath(lanes);
            this.lanes = lanes;
            this.against = new double[lanes];
        }

        @Override
        public void slopes(double[][] u, double[] targets) {
            turn(u[0], targets, against);
            math.logistic(against, u[0]);
            turn(u[0], targets, u[0]);
        }

        @Override
        public void values(double[][] u, double[] targets, double[] out) {
            turn(u[0], targets, against);
            math.softplus(against, out);
        }

        private void turn(double[] row, double[] labels, double[] out) {
            for (int j = 0; j < lanes; j++) {
                out[j] = (1 - 2 * labels[j]) * row[j];
            }
        }
    }

    /** log sum_c exp(u_c) - u_y for a class y, shifted by the largest score so that no exponential overflows. */
    final class CrossEntropy implements ScoreLoss {
        private final RowMath math;
        private final int lanes;
        private final double[] largest;
        private final double[] sum;
        private final double[] work;

        CrossEntropy(int lanes) {
            this.math = new RowMath(lanes);
            this.lanes = lanes;
            this.largest = new double[lanes];
            this.sum = new double[lanes];
            this.work = new double[lanes];
        }

        @Override
        public void slopes(double[][] u, double[] targets) {
            exponentials(u);
            for (double[] row : u) {
                divide(row);
            }
            for (int j = 0; j < lanes; j++) {
                u[(int) targets[j]][j] -= 1;
            }
        }

        @Override
        public void values(double[][] u, double[] targets, double[] out) {
            for (int j = 0; j < lanes; j++) {
                out[j] = u[(int) targets[j]][j];
            }
            exponentials(u);
            math.log(sum, work);
            for (int j = 0; j < lanes; j++) {
                out[j] = work[j] + (largest[j] - out[j]);
            }
        }

        /** u_c becomes exp(u_c - max u); their sum and the maximum are kept. */
        private void exponentials(double[][] u) {
            System.arraycopy(u[0], 0, largest, 0, lanes);
            for (double[] row : u) {
                maximum(row);
            }
            Arrays.fill(sum, 0);
            for (double[] row : u) {
                subtract(row);
                math.exp(work, row);
                accumulate(row);
            }
        }

        private void maximum(double[] row) {
            for (int j = 0; j < lanes; j++) {
                largest[j] = Math.max(largest[j], row[j]);
            }
        }

        private void subtract(double[] row) {
            for (int j = 0; j < lanes; j++) {
                work[j] = row[j] - largest[j];
            }
        }

        private void accumulate(double[] row) {
            for (int j = 0; j < lanes; j++) {
                sum[j] += row[j];
            }
        }

        private void divide(double[] row) {
            for (int j = 0; j < lanes; j++) {
                row[j] /= sum[j];
            }
        }
    }
}
