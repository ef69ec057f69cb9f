package org.itocheck.benchmark;

import org.itocheck.claim.Laboratory;
import org.itocheck.claim.Setting;
import org.itocheck.dynamics.Family;
import org.itocheck.ensemble.CellTests;
import org.itocheck.ensemble.Engine;
import org.itocheck.ensemble.Ensemble;
import org.itocheck.ensemble.Estimates;
import org.itocheck.random.Seed;
import org.itocheck.stats.ErrorBudget;

/** Simulates what a claim asks for, the final ensembles always with the same number of trajectories, and keeps the time. */
final class TimedLaboratory implements Laboratory {
    /** Pilots, which only measure a variance, have at most this many trajectories. */
    private static final long PILOT = 1 << 14;

    private final long trajectories;
    private final int threads;
    private final ErrorBudget budget;
    private final Seed seed;
    private double wallSeconds;
    private long cpuNanos;
    private long simulated;
    private long steps;

    TimedLaboratory(long trajectories, int threads, ErrorBudget budget, Seed seed) {
        this.trajectories = trajectories;
        this.threads = threads;
        this.budget = budget;
        this.seed = seed;
    }

    @Override
    public ErrorBudget budget() {
        return budget;
    }

    @Override
    public long trajectoryBudget() {
        return trajectories;
    }

    @Override
    public Seed seed() {
        return seed;
    }

    @Override
    public Estimates simulate(Setting setting, Family family, int level, String purpose, long wanted, CellTests tests) {
        Ensemble ensemble = setting.ensemble(
                family,
                level,
                seed.forPurpose(setting.problem().name() + "/" + purpose + "/" + family.name() + "/" + level),
                wanted <= PILOT ? wanted : trajectories);
        WorkerClock clock = new WorkerClock();
        Estimates estimates = new Engine(threads).run(ensemble, tests, clock);
        wallSeconds += estimates.seconds();
        cpuNanos += clock.cpuNanos();
        simulated += ensemble.trajectories();
        steps += ensemble.totalSteps();
        return estimates;
    }

    double wallSeconds() {
        return wallSeconds;
    }

    long cpuNanos() {
        return cpuNanos;
    }

    long simulated() {
        return simulated;
    }

    long steps() {
        return steps;
    }
}
