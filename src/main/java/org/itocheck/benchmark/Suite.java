package org.itocheck.benchmark;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.itocheck.claim.ExactMean;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Setting;
import org.itocheck.claim.Verdict;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.LinearScaling;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.observable.Observables;
import org.itocheck.random.Seed;
import org.itocheck.stats.ErrorBudget;

/**
 * The default design of a complete check: exact means of eleven problems at the levels 1, 2, 4, 16, all checkpoints, all standard observables,
 * 2^18 trajectories a problem and level. SVAG runs on ten of them; F2 is the linear scaling rule on A1 with Poisson noise. What is timed
 * is the claim itself: exact means, simulation with a test of every mean, verdict.
 */
final class Suite {
    /** Trajectories of a problem and level. */
    static final long TRAJECTORIES = 1 << 18;

    private static final List<Integer> LEVELS = List.of(1, 2, 4, 16);
    private static final List<String> SVAG_PROBLEMS =
            List.of("A1/skew2pt", "A1/exp1", "B1", "B2", "C2", "C3", "D1/skew2pt", "D3", "H1/rademacher", "E4");
    private static final String LSR_PROBLEM = "A1/poisson1";
    /** What 2^18 trajectories find at the error rates below, in standard deviations. */
    private static final double DISCREPANCY = 0.03;

    private final long trajectories;
    private final int threads;

    /**
     * @param trajectories of a problem and level
     * @param threads that simulate
     */
    Suite(long trajectories, int threads) {
        this.trajectories = trajectories;
        this.threads = threads;
    }

    SuiteResult run(boolean warm, Consumer<String> progress) {
        List<SuiteResult.Row> rows = new ArrayList<>();
        for (String name : SVAG_PROBLEMS) {
            rows.add(timed(Problems.named(name), Svag::family, progress));
        }
        rows.add(timed(Problems.named(LSR_PROBLEM), LinearScaling::family, progress));
        return new SuiteResult(threads, warm, rows);
    }

    private SuiteResult.Row timed(Problem problem, Function<Problem, Family> families, Consumer<String> progress) {
        progress.accept("suite, " + threads + (threads == 1 ? " thread: " : " threads: ") + problem.name());
        Family family = families.apply(problem);
        Setting setting = Setting.of(family, problem, LEVELS, Observables.standard(problem.objective()));
        ErrorBudget budget = new ErrorBudget(1e-6, 1e-3);
        TimedLaboratory laboratory = new TimedLaboratory(trajectories, threads, budget, new Seed(1));
        ExactMean claim = new ExactMean(setting, family, DISCREPANCY);
        long cpuBefore = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long began = System.nanoTime();
        Outcome outcome = claim.evaluate(laboratory);
        double wallSeconds = (System.nanoTime() - began) * 1e-9;
        long own = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuBefore;
        return new SuiteResult.Row(
                problem.name(),
                family.name(),
                outcome.cells().size(),
                count(outcome, Verdict.PASS),
                count(outcome, Verdict.FAIL),
                laboratory.simulated(),
                laboratory.steps(),
                wallSeconds,
                laboratory.wallSeconds(),
                (laboratory.cpuNanos() + own) * 1e-9);
    }

    private static int count(Outcome outcome, Verdict verdict) {
        return (int) outcome.cells().stream()
                .filter(cell -> cell.verdict() == verdict)
                .count();
    }
}
