package org.itocheck.objective;

import org.itocheck.random.NoiseRows;

/**
 * A finite sum on a block of lanes, one lane at a time with its point contiguous. The diffusion is a weighted sum of per-sample gradients:
 * S^(1/2) z = sum_i w_i grad L_i with w_i = (z_i - mean z) / sqrt(n B), so no d x d square root is needed.
 */
final class FiniteSumEvaluator implements Evaluator {
    private final FiniteSum sum;
    private final int lanes;
    private final int n;
    private final int[][] batch;
    private final double[][] normals;
    private final double[] point;
    private final double[] sample;
    private final double[] total;
    private final double[] weighted;

    FiniteSumEvaluator(FiniteSum sum, int lanes) {
        this.sum = sum;
        this.lanes = lanes;
        this.n = sum.samples();
        this.batch = new int[sum.batchSize()][lanes];
        this.normals = new double[n][lanes];
        this.point = new double[sum.dimension()];
        this.sample = new double[sum.dimension()];
        this.total = new double[sum.dimension()];
        this.weighted = new double[sum.dimension()];
    }

    @Override
    public void sampleGradient(double[][] x, NoiseRows noise, double[][] gradient) {
        for (int[] row : batch) {
            noise.index(n, row);
        }
        double weight = 1.0 / batch.length;
        for (int j = 0; j < lanes; j++) {
            load(x, j);
            java.util.Arrays.fill(total, 0);
            for (int[] row : batch) {
                sum.sampleGradient(row[j], point, sample);
                add(weight, total);
            }
            store(total, gradient, j);
        }
    }

    @Override
    public void gradient(double[][] x, double[][] gradient) {
        for (int j = 0; j < lanes; j++) {
            load(x, j);
            java.util.Arrays.fill(total, 0);
            for (int i = 0; i < n; i++) {
                sum.sampleGradient(i, point, sample);
                add(1.0 / n, total);
            }
            store(total, gradient, j);
        }
    }

    @Override
    public void sampleDiffusion(double[][] x, NoiseRows noise, double[][] out) {
        for (double[] row : normals) {
            noise.gaussian(row);
        }
        double scale = 1 / Math.sqrt((double) n * batch.length);
        for (int j = 0; j < lanes; j++) {
            load(x, j);
            double mean = 0;
            for (double[] row : normals) {
                mean += row[j] / n;
            }
            java.util.Arrays.fill(weighted, 0);
            for (int i = 0; i < n; i++) {
                sum.sampleGradient(i, point, sample);
                add(scale * (normals[i][j] - mean), weighted);
            }
            store(weighted, out, j);
        }
    }

    @Override
    public void value(double[][] x, double[] out) {
        for (int j = 0; j < lanes; j++) {
            load(x, j);
            double value = 0;
            for (int i = 0; i < n; i++) {
                value += sum.sampleValue(i, point) / n;
            }
            out[j] = value;
        }
    }

    private void load(double[][] x, int lane) {
        for (int i = 0; i < point.length; i++) {
            point[i] = x[i][lane];
        }
    }

    private static void store(double[] from, double[][] to, int lane) {
        for (int i = 0; i < from.length; i++) {
            to[i][lane] = from[i];
        }
    }

    private void add(double weight, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = Math.fma(weight, sample[i], to[i]);
        }
    }
}
