package org.itocheck.objective;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.itocheck.math.VectorShapes;
import org.itocheck.random.NoiseRows;

/**
 * Steps of a linear model on contiguous points, on the Vector API: the same bits as {@link LinearModelEvaluator} and the steps on rows, without
 * gathering features into rows. Point j occupies {@code stride} entries, {@code size} for each output, with zeros up to a multiple of four;
 * four entries are one vector and the four partial sums of a score, so it wants vectors of four.
 * <p>The innermost loops run over the lanes of a tile that stays in the cache and do four samples a turn: loops over samples or entries would
 * be too short for the compiler to make them fast. No method takes a vector: where the compiler does not inline it, the vector becomes an object.
 */
final class VectorLinearDescent implements Descent {
    private static final VectorSpecies<Double> SPECIES = VectorShapes.DOUBLES;
    private static final int WIDTH = SPECIES.length();
    private static final int TWELVE = 3 * WIDTH;
    private static final int FOUR = 4;
    private static final int TILE = 32;
    /** Partial sums of one sample in a tile. */
    private static final int SUMS = WIDTH * TILE;

    private final double[] features;
    private final double[] targets;
    private final ScoreLoss loss;
    private final Step step;
    private final int[] order;
    private final int d;
    private final int size;
    private final int outputs;
    private final int stride;
    private final int lanes;
    private final int batchSize;
    private final int count;
    private final double[] points;
    private final double[][] gradients;
    private final int[] index;
    /** For sample b of lane j, at {@code b * lanes + j}: where its features begin, its target, its slopes. */
    private final int[] offset;

    private final double[] target;
    private final double[][] slope;
    private final double[] sums;

    VectorLinearDescent(LinearModel model, int batchSize, int lanes, Step step) {
        this.count = step.mixture().length * batchSize;
        this.targets = model.targets();
        this.loss = model.loss().apply(count * lanes);
        this.step = step;
        this.order = LinearModelEvaluator.order(batchSize);
        this.d = model.features()[0].length;
        this.size = (d + WIDTH - 1) / WIDTH * WIDTH;
        this.features = padded(model.features(), size);
        this.outputs = model.outputs();
        this.stride = outputs * size;
        this.lanes = lanes;
        this.batchSize = batchSize;
        this.points = new double[lanes * stride];
        this.gradients = new double[step.mixture().length][lanes * stride];
        this.index = new int[lanes];
        this.offset = new int[lanes * count];
        this.target = new double[lanes * count];
        this.slope = new double[outputs][lanes * count];
        this.sums = new double[SUMS * count];
    }

    private static double[] padded(double[][] features, int size) {
        double[] all = new double[features.length * size];
        for (int i = 0; i < features.length; i++) {
            System.arraycopy(features[i], 0, all, i * size, features[i].length);
        }
        return all;
    }

    @Override
    public void load(double[][] x) {
        for (int j = 0; j < lanes; j++) {
            for (int c = 0; c < outputs; c++) {
                for (int k = 0; k < d; k++) {
                    points[j * stride + c * size + k] = x[c * d + k][j];
                }
            }
        }
    }

    @Override
    public void store(double[][] x) {
        for (int j = 0; j < lanes; j++) {
            for (int c = 0; c < outputs; c++) {
                for (int k = 0; k < d; k++) {
                    x[c * d + k][j] = points[j * stride + c * size + k];
                }
            }
        }
    }

    @Override
    public void step(NoiseRows noise) {
        for (int b = 0; b < count; b++) {
            noise.index(targets.length, index);
            choose(b - b % batchSize + order[b % batchSize]);
        }
        for (int c = 0; c < outputs; c++) {
            for (int lane = 0; lane < lanes; lane += TILE) {
                scores(c * size, lane, Math.min(TILE, lanes - lane), slope[c]);
            }
        }
        loss.slopes(slope, target);
        for (double[] row : slope) {
            RowSums.scale(1.0 / batchSize, row, row.length);
        }
        for (int lane = 0; lane < lanes; lane += TILE) {
            move(lane, Math.min(TILE, lanes - lane));
        }
    }

    private void choose(int b) {
        times(size, index, offset, b * lanes, lanes);
        gather(targets, index, target, b * lanes, lanes);
    }

    private static void times(int size, int[] index, int[] out, int at, int n) {
        for (int j = 0; j < n; j++) {
            out[at + j] = index[j] * size;
        }
    }

    private static void gather(double[] targets, int[] index, double[] out, int at, int n) {
        for (int j = 0; j < n; j++) {
            out[at + j] = targets[index[j]];
        }
    }

    private void scores(int first, int lane, int some, double[] out) {
        Arrays.fill(sums, 0);
        for (int b = 0; b < count; b += FOUR) {
            int k = 0;
            if (b + FOUR <= count) {
                for (; k + TWELVE <= size; k += TWELVE) {
                    int at = lane * stride + first + k;
                    score(features, k, offset, b * lanes + lane, lanes, points, at, stride, sums, SUMS * b, some);
                }
            }
            for (; k < size; k += WIDTH) {
                for (int q = b; q < Math.min(b + FOUR, count); q++) {
                    int at = lane * stride + first + k;
                    scoreOne(features, k, offset, q * lanes + lane, points, at, stride, sums, SUMS * q, some);
                }
            }
        }
        for (int b = 0; b < count; b++) {
            fold(sums, SUMS * b, out, b * lanes + lane, some);
        }
    }

    /** Adds twelve products to the partial sums of the scores of four samples of some lanes. */
    private static void score(
            double[] a,
            int k,
            int[] offset,
            int sample,
            int next,
            double[] x,
            int at,
            int stride,
            double[] sums,
            int sum,
            int lanes) {
        for (int j = 0; j < lanes; j++) {
            int h = sample + j;
            int m = at + j * stride;
            int s = sum + WIDTH * j;
            DoubleVector p = load(x, m);
            DoubleVector q = load(x, m + 4);
            DoubleVector r = load(x, m + 8);
            int i = offset[h] + k;
            DoubleVector dot = load(a, i).fma(p, load(sums, s));
            dot = load(a, i + 4).fma(q, dot);
            load(a, i + 8).fma(r, dot).intoArray(sums, s);
            i = offset[h + next] + k;
            dot = load(a, i).fma(p, load(sums, s + SUMS));
            dot = load(a, i + 4).fma(q, dot);
            load(a, i + 8).fma(r, dot).intoArray(sums, s + SUMS);
            i = offset[h + 2 * next] + k;
            dot = load(a, i).fma(p, load(sums, s + 2 * SUMS));
            dot = load(a, i + 4).fma(q, dot);
            load(a, i + 8).fma(r, dot).intoArray(sums, s + 2 * SUMS);
            i = offset[h + 3 * next] + k;
            dot = load(a, i).fma(p, load(sums, s + 3 * SUMS));
            dot = load(a, i + 4).fma(q, dot);
            load(a, i + 8).fma(r, dot).intoArray(sums, s + 3 * SUMS);
        }
    }

    /** Adds four products to the partial sums of the scores of one sample of some lanes. */
    private static void scoreOne(
            double[] a,
            int k,
            int[] offset,
            int sample,
            double[] x,
            int at,
            int stride,
            double[] sums,
            int sum,
            int lanes) {
        for (int j = 0; j < lanes; j++) {
            int i = offset[sample + j] + k;
            int s = sum + WIDTH * j;
            load(a, i).fma(load(x, at + j * stride), load(sums, s)).intoArray(sums, s);
        }
    }

    private static void fold(double[] sums, int from, double[] out, int at, int n) {
        for (int j = 0; j < n; j++) {
            int s = from + 4 * j;
            out[at + j] = (sums[s] + sums[s + 2]) + (sums[s + 1] + sums[s + 3]);
        }
    }

    /** Adds up the gradients of the lanes of a tile and steps along them. */
    private void move(int lane, int some) {
        int from = lane * stride;
        int to = from + some * stride;
        for (int m = 0; m < gradients.length; m++) {
            Arrays.fill(gradients[m], from, to, 0);
            for (int c = 0; c < outputs; c++) {
                gradient(gradients[m], c, m * batchSize, lane, some);
            }
        }
        mix(gradients, step.mixture(), from, to);
        update(points, gradients[0], step.decay(), step.size(), from, to);
    }

    private void gradient(double[] g, int c, int first, int lane, int some) {
        int at = lane * stride + c * size;
        for (int b = 0; b < batchSize; b += FOUR) {
            int k = 0;
            if (b + FOUR <= batchSize) {
                for (; k + TWELVE <= size; k += TWELVE) {
                    int sample = (first + b) * lanes + lane;
                    add(features, k, offset, slope[c], sample, lanes, g, at + k, stride, some);
                }
            }
            for (; k < size; k += WIDTH) {
                for (int q = b; q < Math.min(b + FOUR, batchSize); q++) {
                    int sample = (first + q) * lanes + lane;
                    addOne(features, k, offset, slope[c], sample, g, at + k, stride, some);
                }
            }
        }
    }

    /** Adds twelve entries of slope times features of four samples of some lanes. */
    private static void add(
            double[] a,
            int k,
            int[] offset,
            double[] slope,
            int sample,
            int next,
            double[] g,
            int at,
            int stride,
            int lanes) {
        for (int j = 0; j < lanes; j++) {
            int s = sample + j;
            int m = at + j * stride;
            int i = offset[s] + k;
            DoubleVector w = all(slope[s]);
            DoubleVector p = load(a, i).fma(w, load(g, m));
            DoubleVector q = load(a, i + 4).fma(w, load(g, m + 4));
            DoubleVector r = load(a, i + 8).fma(w, load(g, m + 8));
            i = offset[s + next] + k;
            w = all(slope[s + next]);
            p = load(a, i).fma(w, p);
            q = load(a, i + 4).fma(w, q);
            r = load(a, i + 8).fma(w, r);
            i = offset[s + 2 * next] + k;
            w = all(slope[s + 2 * next]);
            p = load(a, i).fma(w, p);
            q = load(a, i + 4).fma(w, q);
            r = load(a, i + 8).fma(w, r);
            i = offset[s + 3 * next] + k;
            w = all(slope[s + 3 * next]);
            load(a, i).fma(w, p).intoArray(g, m);
            load(a, i + 4).fma(w, q).intoArray(g, m + 4);
            load(a, i + 8).fma(w, r).intoArray(g, m + 8);
        }
    }

    /** Adds four entries of slope times features of one sample of some lanes. */
    private static void addOne(
            double[] a, int k, int[] offset, double[] slope, int sample, double[] g, int at, int stride, int lanes) {
        for (int j = 0; j < lanes; j++) {
            int s = sample + j;
            int m = at + j * stride;
            load(a, offset[s] + k).fma(all(slope[s]), load(g, m)).intoArray(g, m);
        }
    }

    private static void mix(double[][] gradients, double[] mixture, int from, int to) {
        if (mixture.length > 1) {
            combine(gradients[0], mixture[0], gradients[1], mixture[1], from, to);
        }
        for (int m = 2; m < mixture.length; m++) {
            combine(gradients[0], 1, gradients[m], mixture[m], from, to);
        }
    }

    private static void combine(double[] g, double a, double[] h, double b, int from, int to) {
        for (int i = from; i < to; i++) {
            g[i] = a * g[i] + b * h[i];
        }
    }

    private static void update(double[] x, double[] g, double decay, double size, int from, int to) {
        for (int i = from; i < to; i++) {
            x[i] = decay * x[i] - size * g[i];
        }
    }

    private static DoubleVector load(double[] from, int at) {
        return DoubleVector.fromArray(SPECIES, from, at);
    }

    private static DoubleVector all(double value) {
        return DoubleVector.broadcast(SPECIES, value);
    }
}
