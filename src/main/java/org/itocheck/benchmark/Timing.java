package org.itocheck.benchmark;

import org.itocheck.ensemble.CellTests;
import org.itocheck.ensemble.Engine;
import org.itocheck.ensemble.Ensemble;
import org.itocheck.ensemble.Estimates;
import org.itocheck.stats.Moments;

/**
 * One run of an ensemble through the engine.
 *
 * @param cpuNanos CPU time of its threads for one trajectory-step, in nanoseconds
 * @param wallSeconds from the start of the run to its end
 * @param bytes allocated for one trajectory-step; NaN if that was not to be found out
 * @param moments of the first observable at the last checkpoint
 */
record Timing(double cpuNanos, double wallSeconds, double bytes, Moments moments) {
    static Timing of(Ensemble ensemble, int threads) {
        WorkerClock clock = new WorkerClock();
        Estimates estimates = new Engine(threads).run(ensemble, CellTests.NONE, clock);
        double steps = ensemble.totalSteps();
        return new Timing(
                clock.cpuNanos() / steps,
                estimates.seconds(),
                clock.bytesPerTrajectory() * ensemble.trajectories() / steps,
                estimates.moments(ensemble.checkpoints(), 0));
    }
}
