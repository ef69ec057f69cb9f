package org.itocheck.verify;

import org.itocheck.claim.Laboratory;
import org.itocheck.claim.Setting;
import org.itocheck.dynamics.Family;
import org.itocheck.ensemble.CellTests;
import org.itocheck.ensemble.Controls;
import org.itocheck.ensemble.Engine;
import org.itocheck.ensemble.Ensemble;
import org.itocheck.ensemble.Estimates;
import org.itocheck.ensemble.Progress;
import org.itocheck.random.Seed;
import org.itocheck.stats.ErrorBudget;

/** The laboratory of one claim. */
record Bench(Verifier verifier, ErrorBudget budget, Seed own, Engine engine, Progress progress) implements Laboratory {
    @Override
    public long trajectoryBudget() {
        return verifier.trajectories();
    }

    @Override
    public Seed seed() {
        return verifier.seed();
    }

    @Override
    public Estimates simulate(
            Setting setting, Family family, int level, String purpose, long trajectories, CellTests tests) {
        return simulate(setting, family, level, purpose, trajectories, tests, Controls.NONE);
    }

    @Override
    public Estimates simulate(
            Setting setting,
            Family family,
            int level,
            String purpose,
            long trajectories,
            CellTests tests,
            Controls controls) {
        Seed forPurpose = own.forPurpose(purpose + "/" + family.name() + "/" + level);
        Ensemble ensemble = setting.ensemble(family, level, forPurpose, trajectories);
        return engine.run(ensemble.controlledBy(controls), tests, progress);
    }
}
