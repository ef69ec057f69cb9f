package org.itocheck.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itocheck.dynamics.Family;
import org.itocheck.ensemble.Controls;
import org.itocheck.ensemble.Estimates;
import org.itocheck.observable.Observable;
import org.itocheck.stats.Interval;
import org.itocheck.stats.Moments;
import org.itocheck.stats.Power;
import org.itocheck.truth.Expectation;

/**
 * The implementation is right: at every level, checkpoint and observable E g equals the exact value known for a law. A point null with known
 * mean and variance, tested by Catoni's e-test (THEORY 5.2), so any significant difference is a bug, however small; PASS means that a bias
 * of {@code discrepancy} standard deviations would have been found, whatever the law of the values, as long as their variance is at most
 * half as much again as expected. Where theory knows the mean but not the variance, a pilot ensemble measures it; then the stated error
 * rate holds as long as the pilot is not off by half.
 * <p>With control variates in the setting every mean is tested twice, each time at half of its error rate: its own values, which keep the
 * stated power, and the controlled values where their variance is exactly known, which find what leaves the means of the controls right,
 * such as a wrong covariance, with fewer trajectories.
 *
 * @param setting what is simulated
 * @param law the family whose exact means are expected; usually {@code setting.family()}
 * @param discrepancy in standard deviations of the observable, for example 0.02
 */
public record ExactMean(Setting setting, Family law, double discrepancy) implements Claim {
    /** The discrepancy looked for by default: 2 % of a standard deviation. */
    public static final double DEFAULT_DISCREPANCY = 0.02;

    private static final double ROUNDING = 1e-14;
    private static final String UNKNOWN = "no exact value is known";

    /** Checks the discrepancy. */
    public ExactMean {
        if (!(discrepancy > 0)) {
            throw new IllegalArgumentException("discrepancy is " + discrepancy
                    + " standard deviations, expected a positive number such as " + DEFAULT_DISCREPANCY);
        }
    }

    /** A built-in family against its own exact means. */
    public ExactMean(Setting setting) {
        this(setting, setting.family(), DEFAULT_DISCREPANCY);
    }

    @Override
    public int cells() {
        return setting.levels().size() * setting.pairs();
    }

    @Override
    public Outcome evaluate(Laboratory laboratory) {
        if (setting.observables().stream().allMatch(g -> missing(g).isPresent())) {
            return withoutMoments(laboratory);
        }
        boolean controlled = !setting.controls().isEmpty();
        double alpha = laboratory.budget().perCell(controlled ? 2 * cells() : cells());
        double missRate = laboratory.budget().falsePassRate();
        double spread = Math.sqrt(Expectations.CEILING);
        long needed = Math.max(
                Power.minForAnyLaw(discrepancy, 1, spread, alpha, missRate),
                Power.minForAnyLaw(discrepancy, spread, alpha, missRate));
        long paths = Math.min(needed, laboratory.trajectoryBudget());
        List<Cell> cells = new ArrayList<>();
        Bill bill = new Bill();
        ControlVariates variates = new ControlVariates(setting);
        String source = "";
        for (int level : setting.levels()) {
            Expectations expected = Expectations.of(law, setting, level, laboratory, bill);
            source = expected.source();
            if (!expected.any()) {
                setting.checkpoints().forEach(k -> setting.observables().forEach(g -> cells.add(unknown(level, k, g))));
                continue;
            }
            Controls controls = ControlVariates.of(setting, law, level);
            MeanTests tests = new MeanTests(this, expected, controls, alpha, paths);
            Estimates estimates = bill.add(
                    laboratory.simulate(setting, setting.family(), level, "ExactMean", paths, tests, controls));
            variates.note(estimates);
            for (int k : setting.checkpoints()) {
                for (int g = 0; g < setting.observables().size(); g++) {
                    cells.add(cell(estimates, tests, level, k, g, paths >= needed));
                }
            }
        }
        return outcome(laboratory, cells, source, paths, needed, bill, variates.describe());
    }

    private Cell cell(Estimates estimates, MeanTests tests, int level, int k, int g, boolean powered) {
        Expectations expectations = tests.expected();
        double alpha = tests.alpha();
        Moments moments = estimates.plainMoments(k, g);
        Optional<Expectation> expected = expectations.at(k, g);
        String observable = setting.observables().get(g).name();
        double step = setting.problem().learningRate() / level;
        if (expected.isEmpty() || missing(setting.observables().get(g)).isPresent()) {
            return unknown(level, k, setting.observables().get(g));
        }
        double mean = expected.get().mean();
        double variance = expected.get().variance();
        double deviation = Math.sqrt(variance);
        boolean alarm =
                expectations.test(k, g, alpha, moments.count()).orElseThrow().alarm(estimates.evidence(k, g));
        double ratio = variance > 0 && moments.count() > 1 ? moments.variance() / variance : 1;
        boolean rounding = variance <= ROUNDING * (1 + mean * mean); // E g^2 - (E g)^2 has no more digits
        boolean plausible = rounding
                || (expectations.piloted(k, g) ? ratio < Expectations.CEILING : estimates.wideShare(k, g) < 0.5);
        if (!alarm && tests.controlledAlarm(estimates, k, g)) {
            return controlledFailure(estimates, tests, level, k, g);
        }
        boolean known = plausible || !expectations.piloted(k, g);
        Verdict verdict =
                alarm && known ? Verdict.FAIL : powered && plausible && !alarm ? Verdict.PASS : Verdict.INCONCLUSIVE;
        String note = verdict == Verdict.INCONCLUSIVE && !plausible
                ? "sample variance is " + Numbers.brief(ratio) + " times the expected one"
                : "";
        double halfWidth = Interval.normalMultiplier(alpha) * deviation / Math.sqrt((double) moments.count());
        return new Cell(
                observable,
                level,
                step,
                k,
                moments.mean(),
                mean,
                moments.mean() - mean,
                halfWidth,
                discrepancy * deviation,
                moments.standardDeviation(),
                moments.count(),
                verdict,
                note);
    }

    /** A mean that is wrong by less than its own values can show, but more than its controlled values allow. */
    private Cell controlledFailure(Estimates estimates, MeanTests tests, int level, int k, int g) {
        Moments moments = estimates.moments(k, g);
        Expectation expected = tests.expected().at(k, g).orElseThrow();
        double multiplier = Interval.normalMultiplier(tests.alpha());
        return new Cell(
                setting.observables().get(g).name(),
                level,
                setting.problem().learningRate() / level,
                k,
                moments.mean(),
                expected.mean(),
                moments.mean() - expected.mean(),
                multiplier * moments.standardError(),
                discrepancy * Math.sqrt(expected.variance()),
                estimates.plainMoments(k, g).standardDeviation(),
                moments.count(),
                Verdict.FAIL,
                "with control variates");
    }

    private Cell unknown(int level, int k, Observable g) {
        String why = missing(g).orElse(UNKNOWN);
        return Cell.open(g.name(), level, setting.problem().learningRate() / level, k, why);
    }

    /** Why the mean of an observable cannot be tested, where a moment is missing. */
    Optional<String> missing(Observable g) {
        return MomentsNeeded.of(setting).obstacle(g, MomentsNeeded.FOR_MEAN_TEST);
    }

    private Outcome withoutMoments(Laboratory laboratory) {
        List<Cell> cells = new ArrayList<>();
        for (int level : setting.levels()) {
            setting.checkpoints().forEach(k -> setting.observables().forEach(g -> cells.add(unknown(level, k, g))));
        }
        return outcome(laboratory, cells, "none", 1, 1, new Bill(), "");
    }

    private List<String> remedies(Cell worst, double covered, long paths, long needed) {
        List<String> remedies = new ArrayList<>();
        if (worst.note().equals(UNKNOWN)) {
            remedies.add(
                    "claim the limit (LimitBias), which can be estimated, or leave " + worst.observable() + " out");
        } else if (setting.observables().stream().anyMatch(g -> missing(g).isPresent())) {
            remedies.addAll(MomentsNeeded.remedies());
        } else if (paths < needed) {
            if (Double.isFinite(covered)) {
                remedies.add("look for " + Numbers.percent(covered) + " of sd, which " + Numbers.count(paths)
                        + " paths can see");
            }
            remedies.add("raise the budget: -Ditocheck.trajectories=" + needed);
        } else if (!worst.note().isEmpty()) {
            remedies.addAll(MomentsNeeded.of(setting).remediesIfUndeclared());
        }
        return remedies;
    }

    private Outcome outcome(
            Laboratory laboratory, List<Cell> cells, String source, long paths, long needed, Bill bill, String saved) {
        Summary summary = Summary.of(cells);
        Cell worst = summary.worst();
        String same = law.name().equals(setting.family().name()) ? "exact" : "those of " + law.name();
        double covered = discrepancy * Math.sqrt((double) needed / paths);
        String finding = switch (summary.verdict()) {
            case FAIL ->
                worst.observable() + " at l = " + worst.level() + ", k = " + worst.checkpoint() + " is off by "
                        + Numbers.plusMinus(worst.error(), worst.halfWidth());
            case PASS -> "all " + cells.size() + " means agree to " + Numbers.percent(discrepancy) + " of sd";
            case INCONCLUSIVE ->
                worst.note().isEmpty()
                        ? "needs " + Numbers.count(needed) + " paths a level, budget " + Numbers.count(paths)
                        : worst.observable() + " at l = " + worst.level() + ": " + worst.note();
        };
        return new Outcome(
                "ExactMean",
                "means of " + setting.family().name() + " on "
                        + setting.problem().name() + " are " + same,
                "E g(x_lk) = its exact value, every l, k and g",
                "THEORY 5.1, 5.2",
                summary.verdict(),
                finding,
                summary.observed(),
                source
                        + (Double.isNaN(worst.truth())
                                ? ""
                                : " E " + worst.observable() + " at l = " + worst.level() + ", k = "
                                        + worst.checkpoint() + " = " + Numbers.plain(worst.truth())),
                setting.describe(),
                cells,
                worst.observable(),
                worst.checkpoint(),
                summary.verdict() == Verdict.FAIL ? Diagnosis.ofMeans(setting, cells) : "",
                "false alarm < " + Numbers.brief(laboratory.budget().falseFailRate()) + " over all " + cells.size()
                        + " means; "
                        + (Double.isFinite(covered)
                                ? "a bias of " + Numbers.percent(Math.max(covered, discrepancy))
                                        + " of sd is missed with probability < "
                                        + Numbers.brief(laboratory.budget().falsePassRate())
                                : "no bias is sure to be found")
                        + saved,
                summary.verdict() == Verdict.INCONCLUSIVE ? remedies(worst, covered, paths, needed) : List.of(),
                setting.levels(),
                bill.trajectories(),
                bill.seconds(),
                laboratory.seed());
    }
}
