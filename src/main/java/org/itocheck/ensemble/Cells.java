package org.itocheck.ensemble;

import java.util.Arrays;
import org.itocheck.stats.Evidence;
import org.itocheck.stats.MeanTest;
import org.itocheck.stats.Moments;
import org.jspecify.annotations.Nullable;

/** One list of cells, by checkpoint and observable: the moments of their values and the evidence of their tests, merged chunk by chunk. */
final class Cells {
    private static final double WIDE = 4;

    final Moments[][] moments;
    final Evidence[][] evidence;
    private final long[][] wideChunks;
    private final @Nullable MeanTest[][] tests;
    private long chunks;

    /** @param tests shape [K][observables], or [0] at checkpoints that are not watched */
    Cells(@Nullable MeanTest[][] tests) {
        this.tests = tests;
        this.moments = new Moments[tests.length][];
        this.evidence = new Evidence[tests.length][];
        this.wideChunks = new long[tests.length][];
        for (int k = 0; k < tests.length; k++) {
            moments[k] = new Moments[tests[k].length];
            evidence[k] = new Evidence[tests[k].length];
            wideChunks[k] = new long[tests[k].length];
            Arrays.fill(moments[k], Moments.EMPTY);
            Arrays.fill(evidence[k], Evidence.NONE);
        }
    }

    /** One chunk: moments and the sum of the test's influence for every cell. */
    record Chunk(int count, Moments[][] moments, double[][] influence) {}

    /** Reduces the values of one chunk, shape [K][at least observables][at least count]. */
    static Chunk reduce(double[][][] values, int count, @Nullable MeanTest[][] tests, double[] scratch) {
        Moments[][] moments = new Moments[tests.length][];
        double[][] influence = new double[tests.length][];
        for (int k = 0; k < tests.length; k++) {
            moments[k] = new Moments[tests[k].length];
            influence[k] = new double[tests[k].length];
            for (int g = 0; g < tests[k].length; g++) {
                moments[k][g] = Moments.of(values[k][g], count, scratch);
                MeanTest test = tests[k][g];
                if (test != null) {
                    influence[k][g] = test.influence(values[k][g], count, scratch);
                }
            }
        }
        return new Chunk(count, moments, influence);
    }

    /** The share of chunks whose sample variance is more than {@link #WIDE} times that of the test. */
    double wideShare(int k, int g) {
        return chunks == 0 ? 0 : (double) wideChunks[k][g] / chunks;
    }

    void add(Chunk chunk) {
        chunks++;
        for (int k = 0; k < moments.length; k++) {
            for (int g = 0; g < moments[k].length; g++) {
                moments[k][g] = moments[k][g].merge(chunk.moments[k][g]);
                MeanTest test = tests[k][g];
                if (test != null) {
                    evidence[k][g] = test.accumulate(evidence[k][g], chunk.influence[k][g], chunk.count);
                    if (chunk.moments[k][g].variance() > WIDE * test.variance()) {
                        wideChunks[k][g]++;
                    }
                }
            }
        }
    }
}
