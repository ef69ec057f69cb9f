package org.itocheck.claim;

import java.util.ArrayList;
import java.util.List;

/**
 * What is counted of the mini-batches of two steps in a row, with the exact mean and variance of each count under uniform and independent
 * draws: all pairs of draws are independent, so every share of equal pairs has mean 1/n and, as equalities of pairs are uncorrelated, the
 * variance (1/n)(1 - 1/n) over the number of pairs (THEORY 5.8).
 */
final class BatchStatistics {
    /**
     * One count, a share between 0 and 1.
     *
     * @param name in words
     * @param mean its expectation
     * @param variance of one trajectory
     */
    record Share(String name, double mean, double variance) {}

    private final int samples;
    private final int batchSize;
    private final int batches;
    private final List<Share> shares = new ArrayList<>();

    /**
     * @param batches how many mini-batches a step can be seen to draw, 1 or 2
     */
    BatchStatistics(int samples, int batchSize, int batches) {
        this.samples = samples;
        this.batchSize = batchSize;
        this.batches = batches;
        for (int q = 1; q <= batches; q++) {
            for (int i = 0; i < samples; i++) {
                add("share of sample " + i + " in batch " + q, batchSize);
            }
            if (batchSize > 1) {
                add("equal pairs inside batch " + q, batchSize * (batchSize - 1) / 2);
            }
        }
        if (batches > 1) {
            add("equal pairs of batches 1 and 2", batchSize * batchSize);
        }
        for (int before = 1; before <= batches; before++) {
            for (int after = 1; after <= batches; after++) {
                add("equal pairs of batch " + before + " and the next batch " + after, batchSize * batchSize);
            }
        }
    }

    int batches() {
        return batches;
    }

    int batchSize() {
        return batchSize;
    }

    List<Share> shares() {
        return shares;
    }

    /**
     * The counts of one trajectory.
     *
     * @param before how often each sample is in each mini-batch of the step before, shape [batches][n]
     * @param now the same for this step
     * @param out shape [at least the number of shares][lanes]
     * @param lane the column to write
     */
    void count(int[][] before, int[][] now, double[][] out, int lane) {
        int next = 0;
        for (int[] batch : now) {
            for (int c : batch) {
                out[next++][lane] = (double) c / batchSize;
            }
            if (batchSize > 1) {
                out[next++][lane] = (products(batch, batch) - batchSize) / (double) (batchSize * (batchSize - 1));
            }
        }
        if (batches > 1) {
            out[next++][lane] = equal(now[0], now[1]);
        }
        for (int[] old : before) {
            for (int[] batch : now) {
                out[next++][lane] = equal(old, batch);
            }
        }
    }

    private double equal(int[] one, int[] other) {
        return products(one, other) / (double) (batchSize * batchSize);
    }

    private static int products(int[] one, int[] other) {
        int sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private void add(String name, int pairs) {
        double p = 1.0 / samples;
        shares.add(new Share(name, p, p * (1 - p) / pairs));
    }
}
