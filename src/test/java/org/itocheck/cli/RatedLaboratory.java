package org.itocheck.cli;

import org.itocheck.claim.Claim;
import org.itocheck.claim.Laboratory;
import org.itocheck.claim.Setting;
import org.itocheck.dynamics.Family;
import org.itocheck.ensemble.CellTests;
import org.itocheck.ensemble.Engine;
import org.itocheck.ensemble.Ensemble;
import org.itocheck.ensemble.Estimates;
import org.itocheck.ensemble.Progress;
import org.itocheck.random.Seed;
import org.itocheck.stats.ErrorBudget;

/** A laboratory on one thread that gives each cell of a claim a stated error rate, large enough to be counted. */
record RatedLaboratory(Seed seed, ErrorBudget budget, long trajectoryBudget) implements Laboratory {
    /** Every cell of the claim alarms falsely with probability {@code rate} at most; {@code rate * claim.cells()} is below 1. */
    static RatedLaboratory of(Claim claim, double rate, long trajectories, Seed seed) {
        return new RatedLaboratory(seed, new ErrorBudget(rate * claim.cells(), 1e-3), trajectories);
    }

    @Override
    public Estimates simulate(
            Setting setting, Family family, int level, String purpose, long trajectories, CellTests tests) {
        Seed own = seed.forPurpose(purpose + "/" + family.name() + "/" + level);
        Ensemble ensemble = setting.ensemble(family, level, own, trajectories);
        return new Engine(1).run(ensemble, tests, Progress.SILENT);
    }
}
