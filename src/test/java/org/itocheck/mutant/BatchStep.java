package org.itocheck.mutant;

import org.itocheck.dynamics.Stepper;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.objective.FiniteSum;
import org.itocheck.random.NoiseRows;

/**
 * SVAG on a finite sum with its indices in the open, so that they can be drawn in the wrong way. Both mini-batches are drawn together, at
 * every level; with {@link #draw} as it stands the step is right.
 */
class BatchStep implements Stepper {
    final int n;
    private final FiniteSum sum;
    private final int lanes;
    private final double step;
    private final double[] coefficients;
    private final int[][][] batches;
    private final double[] point;
    private final double[] gradient;
    private final double[] total;

    BatchStep(FiniteSum sum, int level, double learningRate, int lanes) {
        this.n = sum.samples();
        this.sum = sum;
        this.lanes = lanes;
        this.step = learningRate / level;
        this.coefficients = new double[] {Svag.first(level), Svag.second(level)};
        this.batches = new int[2][sum.batchSize()][lanes];
        this.point = new double[sum.dimension()];
        this.gradient = new double[sum.dimension()];
        this.total = new double[sum.dimension()];
    }

    /** Every index afresh and from all samples. What the arrays hold is what was drawn last time. */
    void draw(NoiseRows noise, int[][] first, int[][] second) {
        drawFrom(n, noise, first);
        drawFrom(n, noise, second);
    }

    static void drawFrom(int bound, NoiseRows noise, int[][] batch) {
        for (int[] row : batch) {
            noise.index(bound, row);
        }
    }

    static void copy(int[][] from, int[][] to) {
        for (int i = 0; i < from.length; i++) {
            System.arraycopy(from[i], 0, to[i], 0, from[i].length);
        }
    }

    @Override
    public void step(double[][] x, NoiseRows noise) {
        draw(noise, batches[0], batches[1]);
        for (int j = 0; j < lanes; j++) {
            for (int i = 0; i < point.length; i++) {
                point[i] = x[i][j];
                total[i] = 0;
            }
            for (int q = 0; q < 2; q++) {
                add(q, j);
            }
            for (int i = 0; i < point.length; i++) {
                x[i][j] -= step * total[i];
            }
        }
    }

    private void add(int batch, int lane) {
        double weight = coefficients[batch] / batches[batch].length;
        for (int[] row : batches[batch]) {
            sum.sampleGradient(row[lane], point, gradient);
            for (int i = 0; i < point.length; i++) {
                total[i] += weight * gradient[i];
            }
        }
    }
}
