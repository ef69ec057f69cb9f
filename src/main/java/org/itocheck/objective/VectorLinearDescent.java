package org.itocheck.objective;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
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
    /** Where numbers begin in an array, so that vectors do not cross cache lines where the JVM aligns objects to 32 bytes. */
    private static final int BEGIN = 2;

    private static final VectorMask<Double> UPPER = VectorMask.fromValues(SPECIES, false, false, true, true);
    private static final VectorMask<Double> ODD = VectorMask.fromValues(SPECIES, false, true, false, true);
    private static final VectorShuffle<Double> HALVES = VectorShuffle.fromValues(SPECIES, 2, 3, 0, 1);
    private static final VectorShuffle<Double> NEIGHBOURS = VectorShuffle.fromValues(SPECIES, 1, 0, 3, 2);
    /** Partial sums of four samples in a tile. */
    private static final int SUMS = FOUR * WIDTH * TILE;

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
    /** Quadruples of samples in a mini-batch, the last of which may not be full. */
    private final int groups;

    private final double[] points;
    /** The gradients of a tile, and behind them as many zeros. */
    private final double[][] gradients;

    private final int[] index;
    /** For sample r of quadruple q of lane j, at {@code 4 (q lanes + j) + r}: where its features begin, its target, its slopes. */
    private final int[] offset;

    private final double[] target;
    private final double[][] slope;
    /** The partial sums of one quadruple of a tile, and behind them as many zeros. */
    private final double[] sums;

    VectorLinearDescent(LinearModel model, int batchSize, int lanes, Step step) {
        this.batchSize = batchSize;
        this.groups = (batchSize + FOUR - 1) / FOUR;
        int quadruples = step.mixture().length * groups;
        this.targets = model.targets();
        this.loss = model.loss().apply(FOUR * quadruples * lanes);
        this.step = step;
        this.order = LinearModelEvaluator.order(batchSize);
        this.d = model.features()[0].length;
        this.size = (d + WIDTH - 1) / WIDTH * WIDTH;
        this.features = padded(model.features(), size);
        this.outputs = model.outputs();
        this.stride = outputs * size;
        this.lanes = lanes;
        this.points = new double[BEGIN + lanes * stride];
        this.gradients = new double[step.mixture().length][BEGIN + 2 * TILE * stride];
        this.index = new int[lanes];
        this.offset = new int[FOUR * quadruples * lanes];
        this.target = new double[FOUR * quadruples * lanes];
        this.slope = new double[outputs][FOUR * quadruples * lanes];
        this.sums = new double[BEGIN + 2 * SUMS];
    }

    private static double[] padded(double[][] features, int size) {
        double[] all = new double[BEGIN + features.length * size];
        for (int i = 0; i < features.length; i++) {
            System.arraycopy(features[i], 0, all, BEGIN + i * size, features[i].length);
        }
        return all;
    }

    @Override
    public void load(double[][] x) {
        for (int j = 0; j < lanes; j++) {
            for (int c = 0; c < outputs; c++) {
                for (int k = 0; k < d; k++) {
                    points[BEGIN + j * stride + c * size + k] = x[c * d + k][j];
                }
            }
        }
    }

    @Override
    public void store(double[][] x) {
        for (int j = 0; j < lanes; j++) {
            for (int c = 0; c < outputs; c++) {
                for (int k = 0; k < d; k++) {
                    x[c * d + k][j] = points[BEGIN + j * stride + c * size + k];
                }
            }
        }
    }

    @Override
    public void step(NoiseRows noise) {
        for (int m = 0; m < gradients.length; m++) {
            for (int b : order) {
                noise.index(targets.length, index);
                choose(targets, index, size, target, offset, FOUR * (m * groups + b / FOUR) * lanes + b % FOUR, lanes);
            }
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

    /** Notes for one sample of every lane its target and where its features begin. */
    private static void choose(
            double[] targets, int[] index, int size, double[] target, int[] offset, int at, int lanes) {
        for (int j = 0; j < lanes; j++) {
            int sample = index[j];
            target[at + FOUR * j] = targets[sample];
            offset[at + FOUR * j] = sample * size + BEGIN;
        }
    }

    private void scores(int first, int lane, int some, double[] out) {
        for (int q = 0; q < gradients.length * groups; q++) {
            int sample = FOUR * (q * lanes + lane);
            int full = batchSize - q % groups * FOUR;
            for (int k = 0, wide; k < size; k += wide) {
                int at = BEGIN + lane * stride + first + k;
                int before = k == 0 ? SUMS : 0;
                wide = full >= FOUR && k + TWELVE <= size ? TWELVE : WIDTH;
                if (wide == TWELVE) {
                    score(features, k, offset, sample, points, at, stride, sums, BEGIN, before, some);
                } else {
                    for (int r = 0; r < Math.min(FOUR, full); r++) {
                        scoreOne(
                                features,
                                k,
                                offset,
                                sample + r,
                                points,
                                at,
                                stride,
                                sums,
                                BEGIN + WIDTH * r,
                                before,
                                some);
                    }
                }
            }
            fold(sums, BEGIN, out, sample, some);
        }
    }

    /** Adds twelve products to the partial sums of the scores of four samples of some lanes. */
    private static void score(
            double[] a,
            int k,
            int[] offset,
            int sample,
            double[] x,
            int at,
            int stride,
            double[] sums,
            int sum,
            int before,
            int lanes) {
        for (int j = 0; j < lanes; j++) {
            int h = sample + FOUR * j;
            int m = at + j * stride;
            int s = sum + FOUR * WIDTH * j;
            int v = s + before;
            DoubleVector p = fromArray(SPECIES, x, m);
            DoubleVector q = fromArray(SPECIES, x, m + 4);
            DoubleVector r = fromArray(SPECIES, x, m + 8);
            int i = offset[h] + k;
            DoubleVector dot = fromArray(SPECIES, a, i).fma(p, fromArray(SPECIES, sums, v));
            dot = fromArray(SPECIES, a, i + 4).fma(q, dot);
            fromArray(SPECIES, a, i + 8).fma(r, dot).intoArray(sums, s);
            i = offset[h + 1] + k;
            dot = fromArray(SPECIES, a, i).fma(p, fromArray(SPECIES, sums, v + 4));
            dot = fromArray(SPECIES, a, i + 4).fma(q, dot);
            fromArray(SPECIES, a, i + 8).fma(r, dot).intoArray(sums, s + 4);
            i = offset[h + 2] + k;
            dot = fromArray(SPECIES, a, i).fma(p, fromArray(SPECIES, sums, v + 8));
            dot = fromArray(SPECIES, a, i + 4).fma(q, dot);
            fromArray(SPECIES, a, i + 8).fma(r, dot).intoArray(sums, s + 8);
            i = offset[h + 3] + k;
            dot = fromArray(SPECIES, a, i).fma(p, fromArray(SPECIES, sums, v + 12));
            dot = fromArray(SPECIES, a, i + 4).fma(q, dot);
            fromArray(SPECIES, a, i + 8).fma(r, dot).intoArray(sums, s + 12);
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
            int before,
            int lanes) {
        for (int j = 0; j < lanes; j++) {
            int i = offset[sample + FOUR * j] + k;
            int s = sum + FOUR * WIDTH * j;
            fromArray(SPECIES, a, i)
                    .fma(fromArray(SPECIES, x, at + j * stride), fromArray(SPECIES, sums, s + before))
                    .intoArray(sums, s);
        }
    }

    /** The scores (p_0 + p_2) + (p_1 + p_3) of quadruples of samples from their partial sums p. */
    private static void fold(double[] sums, int from, double[] out, int at, int quadruples) {
        for (int i = 0; i < quadruples; i++) {
            int s = from + FOUR * WIDTH * i;
            DoubleVector p = fromArray(SPECIES, sums, s);
            DoubleVector q = fromArray(SPECIES, sums, s + 8);
            DoubleVector even = p.blend(q, UPPER).add(q.blend(p, UPPER).rearrange(HALVES));
            p = fromArray(SPECIES, sums, s + 4);
            q = fromArray(SPECIES, sums, s + 12);
            DoubleVector odd = p.blend(q, UPPER).add(q.blend(p, UPPER).rearrange(HALVES));
            even.blend(odd, ODD).add(odd.blend(even, ODD).rearrange(NEIGHBOURS)).intoArray(out, at + FOUR * i);
        }
    }

    /** Adds up the gradients of the lanes of a tile and steps along them. */
    private void move(int lane, int some) {
        double[] mixture = step.mixture();
        int n = some * stride;
        for (int m = 0; m < gradients.length; m++) {
            for (int c = 0; c < outputs; c++) {
                gradient(gradients[m], c, FOUR * (m * groups * lanes + lane), some);
            }
            if (m > 0) {
                combine(gradients[0], m == 1 ? mixture[0] : 1, gradients[m], mixture[m], n);
            }
        }
        update(points, BEGIN + lane * stride, gradients[0], step.decay(), step.size(), n);
    }

    private void gradient(double[] g, int c, int first, int some) {
        for (int b = 0; b < batchSize; b += FOUR) {
            int sample = first + b * lanes;
            for (int k = 0, wide; k < size; k += wide) {
                int at = BEGIN + c * size + k;
                int before = b == 0 ? TILE * stride : 0;
                wide = b + FOUR <= batchSize && k + TWELVE <= size ? TWELVE : WIDTH;
                if (wide == TWELVE) {
                    add(features, k, offset, slope[c], sample, g, at, stride, before, some);
                } else {
                    for (int r = 0; r < Math.min(FOUR, batchSize - b); r++) {
                        addOne(features, k, offset, slope[c], sample + r, g, at, stride, r == 0 ? before : 0, some);
                    }
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
            double[] g,
            int at,
            int stride,
            int before,
            int lanes) {
        for (int j = 0; j < lanes; j++) {
            int h = sample + FOUR * j;
            int m = at + j * stride;
            int v = m + before;
            int i = offset[h] + k;
            DoubleVector w = broadcast(SPECIES, slope[h]);
            DoubleVector p = fromArray(SPECIES, a, i).fma(w, fromArray(SPECIES, g, v));
            DoubleVector q = fromArray(SPECIES, a, i + 4).fma(w, fromArray(SPECIES, g, v + 4));
            DoubleVector r = fromArray(SPECIES, a, i + 8).fma(w, fromArray(SPECIES, g, v + 8));
            i = offset[h + 1] + k;
            w = broadcast(SPECIES, slope[h + 1]);
            p = fromArray(SPECIES, a, i).fma(w, p);
            q = fromArray(SPECIES, a, i + 4).fma(w, q);
            r = fromArray(SPECIES, a, i + 8).fma(w, r);
            i = offset[h + 2] + k;
            w = broadcast(SPECIES, slope[h + 2]);
            p = fromArray(SPECIES, a, i).fma(w, p);
            q = fromArray(SPECIES, a, i + 4).fma(w, q);
            r = fromArray(SPECIES, a, i + 8).fma(w, r);
            i = offset[h + 3] + k;
            w = broadcast(SPECIES, slope[h + 3]);
            fromArray(SPECIES, a, i).fma(w, p).intoArray(g, m);
            fromArray(SPECIES, a, i + 4).fma(w, q).intoArray(g, m + 4);
            fromArray(SPECIES, a, i + 8).fma(w, r).intoArray(g, m + 8);
        }
    }

    /** Adds four entries of slope times features of one sample of some lanes. */
    private static void addOne(
            double[] a,
            int k,
            int[] offset,
            double[] slope,
            int sample,
            double[] g,
            int at,
            int stride,
            int before,
            int lanes) {
        for (int j = 0; j < lanes; j++) {
            int h = sample + FOUR * j;
            int m = at + j * stride;
            fromArray(SPECIES, a, offset[h] + k)
                    .fma(broadcast(SPECIES, slope[h]), fromArray(SPECIES, g, m + before))
                    .intoArray(g, m);
        }
    }

    private static void combine(double[] g, double a, double[] h, double b, int n) {
        for (int i = BEGIN; i < BEGIN + n; i += WIDTH) {
            fromArray(SPECIES, g, i).mul(a).add(fromArray(SPECIES, h, i).mul(b)).intoArray(g, i);
        }
    }

    private static void update(double[] x, int from, double[] g, double decay, double size, int n) {
        for (int i = 0; i < n; i += WIDTH) {
            fromArray(SPECIES, x, from + i)
                    .mul(decay)
                    .sub(fromArray(SPECIES, g, BEGIN + i).mul(size))
                    .intoArray(x, from + i);
        }
    }
}
