package org.itocheck.claim;

import java.util.List;
import org.itocheck.ensemble.CellTests;
import org.itocheck.ensemble.Estimates;
import org.itocheck.stats.Interval;
import org.itocheck.stats.MeanTest;
import org.itocheck.stats.Moments;

/** The tests of the entries of one-step moments, and what they say. */
final class StepCells implements CellTests {
    private final StepTargets targets;
    private final double[] ceilings;
    private final double alpha;
    private final long steps;
    private final double discrepancy;
    private final List<StepEntry> entries;
    private final String at;

    StepCells(
            StepTargets targets,
            double[] ceilings,
            double alpha,
            long steps,
            double discrepancy,
            List<StepEntry> entries,
            String at) {
        this.targets = targets;
        this.ceilings = ceilings;
        this.alpha = alpha;
        this.steps = steps;
        this.discrepancy = discrepancy;
        this.entries = entries;
        this.at = at;
    }

    @Override
    public MeanTest at(int checkpoint, int observable) {
        return new MeanTest(targets.expected(entries.get(observable)), ceilings[observable], alpha, steps);
    }

    Cell cell(Estimates seen, int g, boolean powered) {
        StepEntry entry = entries.get(g);
        Moments moments = seen.moments(1, g);
        double expected = targets.expected(entry);
        double ceiling = ceilings[g];
        boolean alarm = at(1, g).alarm(seen.evidence(1, g));
        boolean plausible = ceiling == 0 || moments.count() < 2 || moments.variance() < ceiling;
        Verdict verdict = !plausible
                ? Verdict.INCONCLUSIVE
                : alarm ? Verdict.FAIL : powered ? Verdict.PASS : Verdict.INCONCLUSIVE;
        String note = plausible
                ? ""
                : "sample variance is " + Numbers.brief(moments.variance() / ceiling)
                        + " times the ceiling of the test";
        return new Cell(
                entry.name() + at,
                targets.level(),
                targets.step(),
                1,
                moments.mean(),
                expected,
                moments.mean() - expected,
                Interval.normalMultiplier(alpha) * Math.sqrt(ceiling / moments.count()),
                discrepancy * targets.size(entry.order()),
                moments.standardDeviation(),
                moments.count(),
                verdict,
                note);
    }
}
