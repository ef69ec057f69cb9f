package org.itocheck.objective;

import java.util.Arrays;
import org.itocheck.random.NoiseRows;

/**
 * A finite sum on a block of lanes, one lane at a time with its point contiguous. The diffusion is a weighted sum of per-sample gradients
 * as in {@link LinearModelEvaluator}: S^(1/2) z = sum_i w_i grad L_i with w_i = (z_i - mean z) / sqrt(n B).
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
        for (int j = 0; j < lanes; j++) {
            load(x, j);
            Arrays.fill(total, 0);
            for (int[] row : batch) {
                sum.sampleGradient(row[j], point, sample);
                add(1, total);
            }
            store(1.0 / batch.length, total, gradient, j);
        }
    }

    @Override
    public void gradient(double[][] x, double[][] gradient) {
        for (int j = 0; j < lanes; j++) {
            load(x, j);
            Arrays.fill(total, 0);
            for (int i = 0; i < n; i++) {
                sum.sampleGradient(i, point, sample);
                add(1, total);
            }
            store(1.0 / n, total, gradient, j);
        }
    }

    @Override
    public void sampleDiffusion(double[][] x, NoiseRows noise, double[][] out) {
        draw(noise);
        for (int j = 0; j < lanes; j++) {
            diffuse(x, j);
            store(1, weighted, out, j);
        }
    }

    @Override
    public void gradientAndDiffusion(double[][] x, NoiseRows noise, double[][] gradient, double[][] diffusion) {
        draw(noise);
        for (int j = 0; j < lanes; j++) {
            diffuse(x, j);
            store(1.0 / n, total, gradient, j);
            store(1, weighted, diffusion, j);
        }
    }

    @Override
    public void value(double[][] x, double[] out) {
        for (int j = 0; j < lanes; j++) {
            load(x, j);
            double value = 0;
            for (int i = 0; i < n; i++) {
                value += sum.sampleValue(i, point);
            }
            out[j] = value / n;
        }
    }

    private void draw(NoiseRows noise) {
        for (double[] row : normals) {
            noise.gaussian(row);
        }
    }

    /** Leaves the sum of all gradients in total and the diffusion in weighted. */
    private void diffuse(double[][] x, int lane) {
        load(x, lane);
        double mean = 0;
        for (double[] row : normals) {
            mean += row[lane];
        }
        mean /= n;
        double root = 1 / Math.sqrt((double) n * batch.length);
        Arrays.fill(total, 0);
        Arrays.fill(weighted, 0);
        for (int i = 0; i < n; i++) {
            sum.sampleGradient(i, point, sample);
            add(1, total);
            add(root * (normals[i][lane] - mean), weighted);
        }
    }

    private void load(double[][] x, int lane) {
        for (int i = 0; i < point.length; i++) {
            point[i] = x[i][lane];
        }
    }

    private static void store(double factor, double[] from, double[][] to, int lane) {
        for (int i = 0; i < from.length; i++) {
            to[i][lane] = factor * from[i];
        }
    }

    private void add(double weight, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = Math.fma(weight, sample[i], to[i]);
        }
    }
}
