package org.itocheck.claim.tail;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.itocheck.math.RowMath;
import org.itocheck.random.NoiseRows;

/**
 * One group of entries for each lane: the estimate from it, and how many of its entries and sums are 0, where log|.| does not exist.
 *
 * @param source makes what draws vectors of shape [dimension][lanes]
 * @param dimension d
 * @param vectors m, how many vectors are in a group
 * @param pooled whether all d m entries form one group; else the m entries of each coordinate form one, and the estimates are averaged
 * @param estimator what is made of the logarithms
 */
record TailGroups(
        IntFunction<Draws.Sampler> source, int dimension, int vectors, boolean pooled, TailEstimator estimator)
        implements IntFunction<Draws.Sampler> {
    /** K1. */
    int groupSize() {
        return pooled ? dimension * vectors : vectors;
    }

    @Override
    public Draws.Sampler apply(int lanes) {
        return new Sampler(this, lanes);
    }

    private static final class Sampler implements Draws.Sampler {
        private final TailGroups groups;
        private final int lanes;
        private final RowMath math;
        private final Draws.Sampler source;
        private final double[][] entries;
        private final double[][] sums;
        private final double[] logs;
        private final double[] total;
        private final double[] totalOfSums;
        private final double[] zeros;

        Sampler(TailGroups groups, int lanes) {
            this.groups = groups;
            this.lanes = lanes;
            this.math = new RowMath(lanes);
            this.source = groups.source.apply(lanes);
            this.entries = new double[groups.dimension][lanes];
            this.sums = new double[groups.pooled ? 1 : groups.dimension][lanes];
            this.logs = new double[lanes];
            this.total = new double[lanes];
            this.totalOfSums = new double[lanes];
            this.zeros = new double[lanes];
        }

        @Override
        public void draw(NoiseRows noise, double[][] out) {
            for (double[] sum : sums) {
                Arrays.fill(sum, 0);
            }
            Arrays.fill(total, 0);
            Arrays.fill(totalOfSums, 0);
            Arrays.fill(zeros, 0);
            for (int v = 0; v < groups.vectors; v++) {
                source.draw(noise, entries);
                for (int i = 0; i < entries.length; i++) {
                    addLog(entries[i], total);
                    add(entries[i], sums[groups.pooled ? 0 : i]);
                }
            }
            for (double[] sum : sums) {
                addLog(sum, totalOfSums);
            }
            int count = groups.vectors * groups.dimension;
            for (int j = 0; j < lanes; j++) {
                out[0][j] =
                        groups.estimator.estimate(totalOfSums[j] / sums.length, total[j] / count, groups.groupSize());
                out[1][j] = zeros[j];
            }
        }

        private void add(double[] row, double[] sum) {
            for (int j = 0; j < lanes; j++) {
                sum[j] += row[j];
            }
        }

        /** Adds log|row|; a zero counts as 1, and is counted. */
        private void addLog(double[] row, double[] sum) {
            for (int j = 0; j < lanes; j++) {
                double size = Math.abs(row[j]);
                zeros[j] += size == 0 ? 1 : 0;
                logs[j] = size == 0 ? 1 : size;
            }
            math.log(logs, logs);
            add(logs, sum);
        }
    }
}
