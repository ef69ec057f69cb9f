package org.itocheck.ensemble;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.itocheck.dynamics.Stepper;
import org.itocheck.observable.Observable;
import org.itocheck.random.KeyedRows;

/**
 * Moves one chunk of trajectories block by block and stores every test function in trajectory order. The working memory of one thread;
 * nothing is allocated while trajectories move.
 */
final class ChunkMover {
    /** Steps between two looks at whether the run is cancelled. */
    private static final int AT_ONCE = 16;

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
    private final double[][][] values;
    private final double[] row;
    private final double[] alarm;

    /** @param observables what is stored */
    ChunkMover(Ensemble ensemble, List<Observable> observables, int lanes, BooleanSupplier cancelled) {
        this.ensemble = ensemble;
        this.cancelled = cancelled;
        this.lanes = lanes;
        this.start = ensemble.problem().start();
        this.x = new double[start.length][lanes];
        this.noise = new KeyedRows(lanes);
        this.stepper = ensemble.dynamics().stepper(lanes);
        this.measures = new Observable.Measure[observables.size()];
        Arrays.setAll(measures, g -> observables.get(g).measure(lanes));
        this.values = new double[ensemble.checkpoints()][0][];
        for (int k : ensemble.watched()) {
            values[k - 1] = new double[measures.length][CHUNK];
        }
        this.row = new double[lanes];
        this.alarm = new double[lanes];
    }

    /** What the latest chunk stored, shape [K][observables][CHUNK], or [0] where nobody watches; overwritten by the next. */
    double[][][] values() {
        return values;
    }

    /** Moves the trajectories {@code chunk * CHUNK} to {@code chunk * CHUNK + count - 1}; false when cancelled. */
    boolean move(long chunk, int count) {
        for (int first = 0; first < count; first += lanes) {
            if (!moveBlock(chunk * CHUNK + first, first, Math.min(lanes, count - first))) {
                return false;
            }
        }
        return true;
    }

    private boolean moveBlock(long trajectory, int offset, int wanted) {
        begin(trajectory);
        Arrays.fill(alarm, 0);
        for (int k = 0; k < ensemble.checkpoints(); k++) {
            for (int left = ensemble.stepsPerCheckpoint(); left > 0; left -= AT_ONCE) {
                if (cancelled.getAsBoolean()) {
                    return false;
                }
                stepper.advance(x, noise, Math.min(left, AT_ONCE));
            }
            for (double[] coordinate : x) {
                raise(coordinate, alarm, lanes);
            }
            for (int g = 0; g < values[k].length; g++) {
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
}
