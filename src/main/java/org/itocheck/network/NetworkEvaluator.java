package org.itocheck.network;

import org.itocheck.objective.Evaluator;
import org.itocheck.random.NoiseRows;

/**
 * A network on a block of lanes, one lane at a time. Draws what a finite sum draws, in the same order. The noise is one backward pass:
 * S^(1/2) z = grad sum_i w_i L_i with w_i = (z_i - mean z) / sqrt(n B).
 */
final class NetworkEvaluator implements Evaluator {
    private final NetworkLoss loss;
    private final int lanes;
    private final int n;
    private final int[][] batch;
    private final double[][] normals;
    private final int[] indices;
    private final double[] weights;
    private final double[] point;
    private final double[] direction;
    private final double[] result;

    NetworkEvaluator(NetworkLoss loss, int batchSize, int lanes) {
        this.loss = loss;
        this.lanes = lanes;
        this.n = loss.samples();
        this.batch = new int[batchSize][lanes];
        this.normals = new double[n][lanes];
        this.indices = new int[batchSize];
        this.weights = new double[n];
        this.point = new double[loss.dimension()];
        this.direction = new double[loss.dimension()];
        this.result = new double[loss.dimension()];
    }

    @Override
    public void sampleGradient(double[][] x, NoiseRows noise, double[][] gradient) {
        for (int[] row : batch) {
            noise.index(n, row);
        }
        for (int j = 0; j < lanes; j++) {
            load(x, j, point);
            for (int b = 0; b < indices.length; b++) {
                indices[b] = batch[b][j];
            }
            loss.network().gradient(point, loss.batch(indices), result);
            store(gradient, j);
        }
    }

    @Override
    public void gradient(double[][] x, double[][] gradient) {
        for (int j = 0; j < lanes; j++) {
            load(x, j, point);
            loss.gradient(point, result);
            store(gradient, j);
        }
    }

    @Override
    public void sampleDiffusion(double[][] x, NoiseRows noise, double[][] out) {
        sampleChange(x, noise, 0, 1, out);
    }

    @Override
    public boolean sampleChange(double[][] x, NoiseRows noise, double drift, double diffusion, double[][] out) {
        for (double[] row : normals) {
            noise.gaussian(row);
        }
        for (int j = 0; j < lanes; j++) {
            load(x, j, point);
            weigh(j, drift, diffusion);
            loss.weightedGradient(point, weights, result);
            store(out, j);
        }
        return true;
    }

    @Override
    public void hessianProduct(double[][] x, double[][] v, double[][] out) {
        for (int j = 0; j < lanes; j++) {
            load(x, j, point);
            load(v, j, direction);
            loss.hessianProduct(point, direction, result);
            store(out, j);
        }
    }

    @Override
    public void value(double[][] x, double[] out) {
        for (int j = 0; j < lanes; j++) {
            load(x, j, point);
            out[j] = loss.value(point);
        }
    }

    private void weigh(int lane, double drift, double diffusion) {
        double mean = 0;
        for (double[] row : normals) {
            mean += row[lane];
        }
        mean /= n;
        double root = diffusion / Math.sqrt((double) n * indices.length);
        for (int i = 0; i < n; i++) {
            weights[i] = root * (normals[i][lane] - mean) - drift / n;
        }
    }

    private static void load(double[][] x, int lane, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = x[i][lane];
        }
    }

    private void store(double[][] out, int lane) {
        for (int i = 0; i < result.length; i++) {
            out[i][lane] = result[i];
        }
    }
}
