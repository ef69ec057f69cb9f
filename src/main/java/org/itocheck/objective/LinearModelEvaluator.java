package org.itocheck.objective;

import java.util.Arrays;
import org.itocheck.random.NoiseRows;

/**
 * A {@link LinearModel} on a block of lanes. Everything goes over rows, up to five samples at a time: the features of a mini-batch are gathered
 * into rows, those of a sum over all samples are plain numbers. {@code VectorLinearDescent} takes the same steps on contiguous points.
 * <p>The diffusion is a weighted sum of per-sample gradients, so no d x d root is needed: {@code S^(1/2) z = sum_i w_i grad L_i} with
 * {@code w_i = (z_i - mean z) / sqrt(n B)}. One pass that adds up {@code grad L_i}, {@code z_i grad L_i} and {@code z_i} gives it together
 * with the full gradient, in memory that does not grow with n.
 */
class LinearModelEvaluator implements Evaluator {
    private static final int GROUP = 5;

    private final double[] features;
    private final double[] targets;
    private final ScoreLoss loss;
    private final int n;
    private final int d;
    private final int outputs;
    private final int batchSize;
    private final int lanes;
    private final int[] index;
    private final double[] target;
    private final double[] normal;
    private final double[] normalSum;
    private final double[][] sum;
    /** Slopes, z times slopes, and gathered features of the samples of a group. */
    private final double[][][] slopes;

    private final double[][][] noisy;
    private final double[][][] gathered;
    private final double[] weights = new double[GROUP];
    private final double[][] partial;
    private final double[][] left = new double[GROUP][];
    private final double[][] right = new double[GROUP][];

    LinearModelEvaluator(LinearModel model, int batchSize, int lanes) {
        this.features =
                Arrays.stream(model.features()).flatMapToDouble(Arrays::stream).toArray();
        this.targets = model.targets();
        this.loss = model.loss().apply(lanes);
        this.n = targets.length;
        this.d = model.features()[0].length;
        this.outputs = model.outputs();
        this.batchSize = batchSize;
        this.lanes = lanes;
        this.index = new int[lanes];
        this.target = new double[lanes];
        this.normal = new double[lanes];
        this.normalSum = new double[lanes];
        this.partial = new double[RowSums.PARTIAL][lanes];
        this.sum = new double[outputs * d][lanes];
        this.slopes = new double[GROUP][outputs][lanes];
        this.noisy = new double[GROUP][outputs][lanes];
        this.gathered = new double[Math.min(GROUP, batchSize)][d][lanes];
    }

    @Override
    public void sampleGradient(double[][] x, NoiseRows noise, double[][] gradient) {
        clear(gradient);
        for (int b = 0; b < batchSize; b += GROUP) {
            int count = Math.min(GROUP, batchSize - b);
            for (int q = 0; q < count; q++) {
                noise.index(n, index);
                gather(gathered[q]);
                batchSlopes(x, gathered[q], slopes[q]);
            }
            addBatch(count, gradient);
        }
    }

    @Override
    public void gradient(double[][] x, double[][] gradient) {
        clear(gradient);
        for (int i = 0; i < n; i += GROUP) {
            addSamples(i, slopes(x, i), slopes, gradient);
        }
        average(gradient);
    }

    @Override
    public void sampleDiffusion(double[][] x, NoiseRows noise, double[][] out) {
        sums(x, noise, sum, out);
    }

    @Override
    public void gradientAndDiffusion(double[][] x, NoiseRows noise, double[][] gradient, double[][] diffusion) {
        sums(x, noise, gradient, diffusion);
        average(gradient);
    }

    @Override
    public void value(double[][] x, double[] out) {
        Arrays.fill(out, 0, lanes, 0);
        for (int i = 0; i < n; i++) {
            scores(x, i, slopes[0]);
            loss.values(slopes[0], target, normal);
            plus(normal, out);
        }
        RowSums.scale(1.0 / n, out, lanes);
    }

    /** The sum of the gradients of all samples, and the diffusion. */
    private void sums(double[][] x, NoiseRows noise, double[][] gradientSum, double[][] diffusion) {
        clear(gradientSum);
        clear(diffusion);
        Arrays.fill(normalSum, 0);
        for (int i = 0; i < n; i += GROUP) {
            int count = slopes(x, i);
            for (int q = 0; q < count; q++) {
                noise.gaussian(normal);
                plus(normal, normalSum);
                for (int c = 0; c < outputs; c++) {
                    product(normal, slopes[q][c], noisy[q][c]);
                }
            }
            addSamples(i, count, slopes, gradientSum);
            addSamples(i, count, noisy, diffusion);
        }
        for (int p = 0; p < diffusion.length; p++) {
            centre(gradientSum[p], diffusion[p]);
        }
    }

    /** The slopes of up to five samples from i on; returns how many. */
    private int slopes(double[][] x, int i) {
        int count = Math.min(GROUP, n - i);
        for (int q = 0; q < count; q++) {
            scores(x, i + q, slopes[q]);
            loss.slopes(slopes[q], target);
        }
        return count;
    }

    private void scores(double[][] x, int i, double[][] u) {
        Arrays.fill(target, targets[i]);
        for (int c = 0; c < outputs; c++) {
            Arrays.fill(u[c], 0);
            RowSums.addWeighted(features, i * d, x, c * d, d, u[c], lanes);
        }
    }

    /** Adds slope times feature of up to five samples from i on. */
    private void addSamples(int i, int count, double[][][] factors, double[][] out) {
        for (int c = 0; c < outputs; c++) {
            for (int q = 0; q < count; q++) {
                left[q] = factors[q][c];
            }
            for (int k = 0; k < d; k++) {
                for (int q = 0; q < count; q++) {
                    weights[q] = features[(i + q) * d + k];
                }
                RowSums.addWeighted(weights, 0, left, 0, count, out[c * d + k], lanes);
            }
        }
    }

    private void batchSlopes(double[][] x, double[][] a, double[][] u) {
        for (int c = 0; c < outputs; c++) {
            RowSums.dot(a, x, c * d, d, partial, u[c], lanes);
        }
        loss.slopes(u, target);
        for (double[] row : u) {
            RowSums.scale(1.0 / batchSize, row, lanes);
        }
    }

    /** The order in which the samples of a mini-batch are added up. */
    static int[] order(int batchSize) {
        int[] order = new int[batchSize];
        for (int b = 0; b < batchSize; b++) {
            int inGroup = b % GROUP;
            boolean paired = (inGroup | 1) < Math.min(GROUP, batchSize - (b - inGroup));
            order[paired ? b - inGroup + (inGroup ^ 1) : b] = b;
        }
        return order;
    }

    private void addBatch(int count, double[][] out) {
        for (int c = 0; c < outputs; c++) {
            for (int k = 0; k < d; k++) {
                for (int q = 0; q < count; q++) {
                    left[q] = slopes[q][c];
                    right[q] = gathered[q][k];
                }
                RowSums.addProducts(left, right, 0, count, out[c * d + k], lanes);
            }
        }
    }

    /** The features and the target of the sample that each lane drew. */
    private void gather(double[][] a) {
        gatherOne(targets, 1, 0, target);
        int k = 0;
        for (; k + 5 <= d; k += 5) {
            gatherFive(features, index, d, lanes, k, a[k], a[k + 1], a[k + 2], a[k + 3], a[k + 4]);
        }
        for (; k < d; k++) {
            gatherOne(features, d, k, a[k]);
        }
    }

    private static void gatherFive(
            double[] features,
            int[] index,
            int d,
            int lanes,
            int k,
            double[] p,
            double[] q,
            double[] r,
            double[] s,
            double[] t) {
        for (int j = 0; j < lanes; j++) {
            int at = index[j] * d + k;
            p[j] = features[at];
            q[j] = features[at + 1];
            r[j] = features[at + 2];
            s[j] = features[at + 3];
            t[j] = features[at + 4];
        }
    }

    private void gatherOne(double[] from, int stride, int k, double[] out) {
        for (int j = 0; j < lanes; j++) {
            out[j] = from[index[j] * stride + k];
        }
    }

    private void clear(double[][] rows) {
        for (double[] row : rows) {
            Arrays.fill(row, 0, lanes, 0);
        }
    }

    private void average(double[][] rows) {
        for (double[] row : rows) {
            RowSums.scale(1.0 / n, row, lanes);
        }
    }

    private void plus(double[] row, double[] out) {
        for (int j = 0; j < lanes; j++) {
            out[j] += row[j];
        }
    }

    private void product(double[] a, double[] b, double[] out) {
        for (int j = 0; j < lanes; j++) {
            out[j] = a[j] * b[j];
        }
    }

    /** out = (sum z_i g_i - mean z sum g_i) / sqrt(n B). */
    private void centre(double[] gradientSum, double[] out) {
        double each = -1.0 / n;
        double root = 1 / Math.sqrt((double) n * batchSize);
        for (int j = 0; j < lanes; j++) {
            out[j] = root * Math.fma(each * normalSum[j], gradientSum[j], out[j]);
        }
    }
}
