package org.itocheck.claim;

import java.util.ArrayList;
import java.util.List;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.ensemble.CellTests;
import org.itocheck.ensemble.Estimates;
import org.itocheck.objective.FiniteSum;
import org.itocheck.objective.Objective;
import org.itocheck.observable.Observable;
import org.itocheck.stats.Interval;
import org.itocheck.stats.MeanTest;
import org.itocheck.stats.Moments;
import org.itocheck.stats.Power;

/**
 * The family draws its mini-batches uniformly with replacement, both of one step independently, those of each step afresh, and those of
 * each trajectory on their own (THEORY 5.8): what an enumeration of paths cannot see. Indices are read from single steps on a probe, a
 * least-squares loss whose sample i has the gradient e_i. Each share of a sample and of equal pairs has the mean 1/n and a known variance,
 * tested by an e-test; the means of ensembles of 256 trajectories have the variance sigma^2/256, tested by an e-test of squared differences.
 * <p>Needs a family whose step from 0 is {@code -(eta/l) (a g1 + b g2)}: SGD at level 1, SVAG at others, with any weight decay; another step
 * is INCONCLUSIVE. The draws of a loss with an evaluator of its own are not looked at: for those see {@link SampledOneStepMoments}.
 *
 * @param family the family under test
 * @param levels none at which sqrt(2l - 1) is a whole number above 1: there mini-batches cannot be told from each other
 * @param samples n of the probe, 2 to 64
 * @param batchSize B of the probe, 1 to 8
 * @param discrepancy in standard deviations of a share, for example 0.05
 */
public record BatchSampling(Family family, List<Integer> levels, int samples, int batchSize, double discrepancy)
        implements Claim {
    /** 5 % of a standard deviation of each share. */
    public static final double DEFAULT_DISCREPANCY = 0.05;

    private static final int MOST_SAMPLES = 64;
    private static final int LARGEST_BATCH = 8;
    /** The step looked at; the one before it is needed for what repeats. */
    private static final int STEPS = 2;

    private static final double SPREAD = Math.sqrt(Expectations.CEILING);

    /** Checks every argument. */
    public BatchSampling {
        levels = List.copyOf(levels);
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("levels is empty, expected some such as 1, 2, 4");
        }
        if (samples < 2 || samples > MOST_SAMPLES) {
            throw new IllegalArgumentException("samples is " + samples + ", expected 2 to " + MOST_SAMPLES
                    + "; the probe stands for a larger sum");
        }
        if (batchSize < 1 || batchSize > LARGEST_BATCH) {
            throw new IllegalArgumentException("batchSize is " + batchSize + ", expected 1 to " + LARGEST_BATCH
                    + "; the probe stands for larger batches");
        }
        for (int level : levels) {
            if (!BatchDecoder.of(level, batchSize).unique()) {
                throw new IllegalArgumentException("level is " + level + ", where a = "
                        + Numbers.plain(Svag.first(level)) + " and b = " + Numbers.plain(Svag.second(level))
                        + " make the same step of different mini-batches; expected another, such as 1, 2, 3, 4 or 8");
            }
        }
        if (!(discrepancy > 0)) {
            throw new IllegalArgumentException("discrepancy is " + discrepancy
                    + " standard deviations, expected a positive number such as " + DEFAULT_DISCREPANCY);
        }
    }

    /**
     * The family of a setting at its levels, on a probe with the n and B of its loss where that is a finite sum, no more than 64 and 8; else
     * 5 and 2.
     */
    public static BatchSampling of(Setting setting) {
        int n = 5;
        int b = 2;
        if (setting.problem().objective() instanceof FiniteSum sum) {
            n = Math.max(2, Math.min(MOST_SAMPLES, sum.samples()));
            b = Math.min(LARGEST_BATCH, sum.batchSize());
        }
        return new BatchSampling(setting.family(), setting.levels(), n, b, DEFAULT_DISCREPANCY);
    }

    @Override
    public int cells() {
        return levels.stream()
                .mapToInt(l -> watch().statistics(l).shares().size() + 1)
                .sum();
    }

    @Override
    public Outcome evaluate(Laboratory laboratory) {
        OutcomeBuilder builder = builder(laboratory);
        double alpha = laboratory.budget().perCell(cells());
        double missRate = laboratory.budget().falsePassRate();
        long needed = Math.max(
                Power.minForAnyLaw(discrepancy, 1, SPREAD, alpha, missRate),
                Power.minForAnyLaw(discrepancy, SPREAD, alpha, missRate));
        long paths = Math.min(needed, laboratory.trajectoryBudget());
        Bill bill = new Bill();
        List<Cell> cells = new ArrayList<>();
        String obstacle = "";
        for (int level : levels) {
            String unread = look(level, paths, paths >= needed, laboratory, bill, cells);
            obstacle = unread.isEmpty() ? obstacle : unread;
        }
        return builder.obstacle(obstacle)
                .passes("all " + cells.size() + " shares and spreads agree")
                .remedies(
                        paths < needed
                                ? List.of("raise the budget: -Ditocheck.trajectories=" + needed)
                                : List.of("check the mean and the covariance of a step with SampledOneStepMoments"))
                .trajectories(bill.trajectories())
                .build(cells, laboratory);
    }

    /** @return why the steps of this level cannot be read; empty if they can */
    private String look(int level, long paths, boolean powered, Laboratory laboratory, Bill bill, List<Cell> cells) {
        Setting setting = setting(level);
        double alpha = laboratory.budget().perCell(cells());
        List<BatchStatistics.Share> shares = watch().statistics(level).shares();
        CellTests tests = (k, g) -> k == STEPS && g < shares.size() ? test(shares.get(g), alpha, paths) : null;
        Estimates seen = bill.add(laboratory.simulate(setting, setting.family(), level, "BatchSampling", paths, tests));
        if (seen.moments(STEPS, shares.size() + 1).mean() < 1) {
            String unread =
                    "a step at l = " + level + " is no -(eta/l) (a g1 + b g2) of two mini-batches of " + batchSize;
            cells.add(Cell.open("mini-batches", level, step(level), STEPS, unread));
            return unread;
        }
        for (int g = 0; g < shares.size(); g++) {
            cells.add(share(seen, shares.get(g), g, level, alpha, powered));
        }
        cells.add(new MeanSpread(setting, level, samples, batchSize).cell(alpha, laboratory, bill));
        return "";
    }

    private static MeanTest test(BatchStatistics.Share share, double alpha, long paths) {
        return new MeanTest(share.mean(), share.variance(), alpha, paths);
    }

    private Cell share(Estimates seen, BatchStatistics.Share share, int g, int level, double alpha, boolean powered) {
        Moments moments = seen.moments(STEPS, g);
        boolean alarm = test(share, alpha, moments.count()).alarm(seen.evidence(STEPS, g));
        Verdict verdict = alarm ? Verdict.FAIL : powered ? Verdict.PASS : Verdict.INCONCLUSIVE;
        double deviation = Math.sqrt(share.variance());
        return new Cell(
                share.name(),
                level,
                step(level),
                STEPS,
                moments.mean(),
                share.mean(),
                moments.mean() - share.mean(),
                Interval.normalMultiplier(alpha) * deviation / Math.sqrt((double) moments.count()),
                discrepancy * deviation,
                moments.standardDeviation(),
                moments.count(),
                verdict,
                "");
    }

    private BatchWatch watch() {
        return new BatchWatch(family, samples, batchSize);
    }

    private double step(int level) {
        return family.learningRate() / level;
    }

    private Setting setting(int level) {
        BatchWatch watch = watch();
        Objective counts = watch.counts(level);
        Problem problem = Problem.of(counts, new double[counts.dimension()], family.learningRate(), STEPS);
        List<Observable> observables = new ArrayList<>();
        for (int g = 0; g < counts.dimension(); g++) {
            observables.add(Observable.coordinate(g));
        }
        return new Setting(watch, problem, List.of(level), observables, List.of(STEPS));
    }

    private OutcomeBuilder builder(Laboratory laboratory) {
        return new OutcomeBuilder(
                        "BatchSampling", "mini-batches of " + family.name() + " are uniform, independent and fresh")
                .formula("P(index = i) = P(index = another index of the batch, the step or the step before) = 1/n")
                .source("THEORY 5.8")
                .truth("1/n = " + Numbers.plain(1.0 / samples) + ", variance of a mean sigma^2/m")
                .setting("n = " + samples + ", B = " + batchSize
                        + " with replacement, read from single steps on a probe")
                .diagnosis(BatchSampling::diagnosis)
                .power("false alarm < " + Numbers.brief(laboratory.budget().falseFailRate()) + " over all " + cells()
                        + " shares and spreads; a share off by " + Numbers.percent(discrepancy)
                        + " of sd, or 4 times the variance of means, is missed with probability < "
                        + Numbers.brief(Math.max(
                                MeanSpread.MISS_RATE, laboratory.budget().falsePassRate())))
                .levels(levels);
    }

    private static String diagnosis(Cell worst) {
        String name = worst.observable();
        if (name.startsWith("share")) {
            return "indices are not uniform: look at the range of the index";
        }
        if (name.contains("inside")) {
            return "indices inside a mini-batch are not independent: is it drawn without replacement?";
        }
        if (name.contains("next")) {
            return "mini-batches are not fresh in every step: is one used again, or are the data shuffled once an epoch?";
        }
        return name.startsWith("equal")
                ? "the two mini-batches of a step depend on each other: are they the same, or disjoint?"
                : "trajectories are not independent: do they share random numbers?";
    }
}
