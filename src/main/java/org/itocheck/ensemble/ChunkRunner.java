package org.itocheck.ensemble;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.itocheck.dynamics.Stepper;
import org.itocheck.observable.Observable;
import org.itocheck.random.KeyedRows;
import org.itocheck.stats.Evidence;
import org.itocheck.stats.MeanTest;
import org.itocheck.stats.Moments;
import org.jspecify.annotations.Nullable;

/**
 * The working memory of one thread: moves one chunk of trajectories block by block, stores every observable in trajectory order, and
 * reduces the chunk. Nothing is allocated while trajectories move.
 */
final class ChunkRunner {
    /** Trajectories in a chunk: part of the definition of a result, since moments merge chunk by chunk. */
    static final int CHUNK = 1024;

    private final Ensemble ensemble;
    private final BooleanSupplier cancelled;
    private final int lanes;
    private final double[] start;
    private final double[][] x;
    private final KeyedRows noise;
    private final Stepper stepper;
    private final Observable.Measure[] measures;
    private final @Nullable MeanTest[][] tests;
    private final double[][][] values;
    private final double[] row;
    private final double[] alarm;
    private final double[] scratch = new double[CHUNK];

    ChunkRunner(Ensemble ensemble, CellTests tests, int lanes, BooleanSupplier cancelled) {
        int checkpoints = ensemble.checkpoints();
        int observables = ensemble.observables().size();
        this.ensemble = ensemble;
        this.cancelled = cancelled;
        this.lanes = lanes;
        this.start = ensemble.problem().start();
        this.x = new double[start.length][lanes];
        this.noise = new KeyedRows(lanes);
        this.stepper = ensemble.dynamics().stepper(lanes);
        this.measures = new Observable.Measure[observables];
        Arrays.setAll(measures, g -> ensemble.observables().get(g).measure(lanes));
        this.tests = table(ensemble, tests);
        this.values = new double[checkpoints][observables][CHUNK];
        this.row = new double[lanes];
        this.alarm = new double[lanes];
    }

    private static @Nullable MeanTest[][] table(Ensemble ensemble, CellTests tests) {
        @Nullable MeanTest[][] table =
                new MeanTest[ensemble.checkpoints()][ensemble.observables().size()];
        for (int k = 0; k < table.length; k++) {
            for (int g = 0; g < table[k].length; g++) {
                table[k][g] = tests.at(k + 1, g);
            }
        }
        return table;
    }

    /** The reduced chunk: moments and the sum of the test's influence for every cell. */
    record Result(int count, Moments[][] moments, double[][] influence) {}

    /** Runs the trajectories {@code chunk * CHUNK} to {@code chunk * CHUNK + count - 1}; null when cancelled. */
    @Nullable Result run(long chunk, int count) {
        for (int first = 0; first < count; first += lanes) {
            if (!moveBlock(chunk * CHUNK + first, first, Math.min(lanes, count - first))) {
                return null;
            }
        }
        return reduce(count);
    }

    private boolean moveBlock(long trajectory, int offset, int wanted) {
        begin(trajectory);
        Arrays.fill(alarm, 0);
        for (int k = 0; k < ensemble.checkpoints(); k++) {
            for (int s = 0; s < ensemble.stepsPerCheckpoint(); s++) {
                if (cancelled.getAsBoolean()) {
                    return false;
                }
                stepper.step(x, noise);
            }
            for (double[] coordinate : x) {
                raise(coordinate, alarm, lanes);
            }
            for (int g = 0; g < measures.length; g++) {
                measures[g].evaluate(x, row);
                System.arraycopy(row, 0, values[k][g], offset, lanes);
            }
        }
        for (int lane = 0; lane < wanted; lane++) {
            if (alarm[lane] != 0) {
                throw firstNonFinite(trajectory, lane);
            }
        }
        return true;
    }

    private void begin(long trajectory) {
        noise.start(ensemble.seed(), trajectory);
        for (int i = 0; i < x.length; i++) {
            Arrays.fill(x[i], start[i]);
        }
        stepper.start();
    }

    /** Leaves 0 where a coordinate is finite and NaN for good where it is not. */
    private static void raise(double[] coordinate, double[] alarm, int lanes) {
        for (int j = 0; j < lanes; j++) {
            alarm[j] += 0 * coordinate[j];
        }
    }

    /** Moves the block again to find the step at which that trajectory left the finite numbers. */
    private NonFiniteTrajectoryException firstNonFinite(long trajectory, int lane) {
        begin(trajectory);
        long step = 0;
        boolean finite = true;
        while (finite) {
            stepper.step(x, noise);
            step++;
            for (double[] coordinate : x) {
                finite &= Double.isFinite(coordinate[lane]);
            }
        }
        return new NonFiniteTrajectoryException(ensemble, trajectory + lane, step);
    }

    private Result reduce(int count) {
        Moments[][] moments = new Moments[values.length][measures.length];
        double[][] influence = new double[values.length][measures.length];
        for (int k = 0; k < values.length; k++) {
            for (int g = 0; g < measures.length; g++) {
                moments[k][g] = Moments.of(values[k][g], count, scratch);
                MeanTest test = tests[k][g];
                if (test != null) {
                    influence[k][g] = test.influence(values[k][g], count, scratch);
                }
            }
        }
        return new Result(count, moments, influence);
    }

    /** The running total over chunks, merged strictly in chunk order. */
    static final class Total {
        private static final double WIDE = 4;

        final Moments[][] moments;
        final Evidence[][] evidence;
        private final long[][] wideChunks;
        private long chunks;
        private final @Nullable MeanTest[][] tests;

        Total(Ensemble ensemble, CellTests cellTests) {
            tests = table(ensemble, cellTests);
            moments = new Moments[tests.length][ensemble.observables().size()];
            evidence = new Evidence[tests.length][ensemble.observables().size()];
            wideChunks = new long[tests.length][ensemble.observables().size()];
            for (int k = 0; k < moments.length; k++) {
                Arrays.fill(moments[k], Moments.EMPTY);
                Arrays.fill(evidence[k], Evidence.NONE);
            }
        }

        /** The share of chunks whose sample variance is more than {@link #WIDE} times that of the test. */
        double wideShare(int k, int g) {
            return chunks == 0 ? 0 : (double) wideChunks[k][g] / chunks;
        }

        void add(Result chunk) {
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
}
