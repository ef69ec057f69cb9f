package org.itocheck.claim;

import org.itocheck.dynamics.optimizer.Svag;

/**
 * Reads how often a sample is in each of the two mini-batches of a SVAG step from the number a c1 + b c2, 0 to B times each. At levels where
 * sqrt(2l - 1) is whole, such as 5, different counts give the same number and nothing can be read; at level 1 there is one mini-batch.
 */
final class BatchDecoder {
    /** Numbers nearer than this are not told apart. */
    private static final double NEAREST = 1e-4;

    private final int batchSize;
    private final double[] values;
    private final double gap;

    private BatchDecoder(int batchSize, double[] values) {
        this.batchSize = batchSize;
        this.values = values;
        this.gap = gap(values);
    }

    static BatchDecoder of(int level, int batchSize) {
        int second = level == 1 ? 0 : batchSize;
        double[] values = new double[(batchSize + 1) * (second + 1)];
        for (int i = 0; i < values.length; i++) {
            int one = i % (batchSize + 1);
            int other = i / (batchSize + 1);
            values[i] = Svag.first(level) * one + Svag.second(level) * other;
        }
        return new BatchDecoder(batchSize, values);
    }

    /** Whether all counts can be told apart. */
    boolean unique() {
        return gap > NEAREST;
    }

    /**
     * @param value a c1 + b c2
     * @return a code for {@link #first} and {@link #second}, or -1 if no counts give this number
     */
    int read(double value) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (Math.abs(value - values[i]) < Math.abs(value - values[best])) {
                best = i;
            }
        }
        return Math.abs(value - values[best]) < gap / 8 ? best : -1;
    }

    int first(int code) {
        return code % (batchSize + 1);
    }

    int second(int code) {
        return code / (batchSize + 1);
    }

    private static double gap(double[] values) {
        double gap = Double.POSITIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < i; j++) {
                gap = Math.min(gap, Math.abs(values[i] - values[j]));
            }
        }
        return gap;
    }
}
