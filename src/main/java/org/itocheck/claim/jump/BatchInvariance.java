package org.itocheck.claim.jump;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Claim;
import org.itocheck.claim.ExactMean;
import org.itocheck.claim.Laboratory;
import org.itocheck.claim.Numbers;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.OutcomeBuilder;
import org.itocheck.claim.Setting;
import org.itocheck.claim.Verdict;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.optimizer.LinearScaling;
import org.itocheck.objective.Objective;
import org.itocheck.observable.Observable;
import org.itocheck.truth.Expectation;
import org.itocheck.truth.Truth;
import org.itocheck.truth.Truths;

/**
 * The law of the state at every checkpoint is the same for every batch size: Example F.1, where the gradient has one infinitely divisible
 * law at every x, and x after time T is x_0 - eta Z(T) in law however it is cut into batches (THEORY 3.F, X36). It is far from the Ito SDE
 * all the while, which is why the linear scaling rule does not need that SDE.
 * <p>Two parts. Without randomness: where theory knows the family, powers to 8, the cosine and the Gaussian bump of the first coordinates
 * have the same means at every level as at level 1, to rounding. By simulation: every level is held by {@link ExactMean} against the exact
 * means of the rule at level 1. FAIL if either part does; where the curvature is not 0 the claim is false, and fails.
 *
 * @param setting what is simulated; level m takes batches m times smaller
 * @param rule the linear scaling rule, whose level 1 is the common law
 * @param discrepancy in standard deviations of the observable, for example 0.02
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), Example F.1</a>
 */
public record BatchInvariance(Setting setting, Family rule, double discrepancy) implements Claim {
    private static final double ROUNDING = 1e-11;
    private static final int HIGHEST_POWER = 8;
    private static final int COORDINATES = 3;

    /** Checks the ladder and the discrepancy. */
    public BatchInvariance {
        if (setting.finest() == 1) {
            throw new IllegalArgumentException(
                    "levels is [1], expected at least one smaller batch size beside it, for example 1, 2, 4");
        }
        new ExactMean(setting, rule, discrepancy);
    }

    /** Against the linear scaling rule of the problem, to 2 % of a standard deviation. */
    public BatchInvariance(Setting setting) {
        this(setting, LinearScaling.family(setting.problem()), ExactMean.DEFAULT_DISCREPANCY);
    }

    @Override
    public int cells() {
        return simulation().cells();
    }

    @Override
    public Outcome evaluate(Laboratory laboratory) {
        OutcomeBuilder builder = builder();
        List<Cell> cells = new ArrayList<>();
        try {
            setting.levels().forEach(level -> compare(level, cells));
        } catch (IllegalArgumentException e) {
            return builder.obstacle(String.valueOf(e.getMessage())).build(List.of(), laboratory);
        }
        int exact = cells.size();
        Outcome means = simulation().evaluate(laboratory);
        cells.addAll(means.cells());
        return builder.obstacle(means.verdict() == Verdict.INCONCLUSIVE ? means.finding() : "")
                .passes(passes(exact, means.cells().size()))
                .truth(means.truth())
                .power(means.power())
                .remedies(means.remedies())
                .trajectories(means.trajectories())
                .build(cells, laboratory);
    }

    private ExactMean simulation() {
        return new ExactMean(setting, new FirstLevel(rule), discrepancy);
    }

    private void compare(int level, List<Cell> cells) {
        Problem problem = setting.problem();
        rule.at(level, problem.objective());
        Optional<Truth> first = truth(1);
        Optional<Truth> other = truth(level);
        if (level == 1 || first.isEmpty() || other.isEmpty()) {
            return;
        }
        for (int k : setting.checkpoints()) {
            for (Observable g : exactObservables(problem.objective().dimension())) {
                Optional<Expectation> one = first.get().of(g, k);
                Optional<Expectation> many = other.get().of(g, k);
                if (one.isPresent() && many.isPresent()) {
                    double expected = one.get().mean();
                    double step = problem.learningRate() / level;
                    double allowed = ROUNDING * (1 + Math.abs(expected));
                    cells.add(Cell.exact(
                            "exact " + g.name(), level, step, k, many.get().mean(), expected, allowed));
                }
            }
        }
    }

    /** Of the family where theory knows it, otherwise of the rule. */
    private Optional<Truth> truth(int level) {
        Problem problem = setting.problem();
        return Truths.of(setting.family().at(level, problem.objective()), problem)
                .or(() -> Truths.of(rule.at(level, problem.objective()), problem));
    }

    private static List<Observable> exactObservables(int dimension) {
        List<Observable> all = new ArrayList<>();
        for (int i = 0; i < Math.min(dimension, COORDINATES); i++) {
            for (int p = 1; p <= HIGHEST_POWER; p++) {
                all.add(Observable.power(i, p));
            }
            all.add(Observable.cosine(i));
            all.add(Observable.gaussianBump(i));
        }
        return all;
    }

    private OutcomeBuilder builder() {
        return new OutcomeBuilder(
                        "BatchInvariance",
                        "law of " + setting.family().name() + " on "
                                + setting.problem().name() + " is the same for every batch size")
                .formula("E g(x_mk) at level m = E g(x_k) at level 1, every m, k and g")
                .source("Li, Malladi, Arora 2021, arXiv:2102.12470, Example F.1; THEORY 3.F")
                .setting(setting.describe())
                .diagnosis(BatchInvariance::diagnosis)
                .levels(setting.levels());
    }

    private String passes(int exact, int means) {
        return (exact > 0 ? exact + " exact values agree to rounding, and " : "") + "all " + means + " means agree to "
                + Numbers.percent(discrepancy) + " of sd";
    }

    private static String diagnosis(Cell worst) {
        return worst.halfWidth() > 0
                ? "one batch size has another law than the rule says: look at how the batch is cut and at the learning rate"
                : "the gradient does not have one infinitely divisible law at every x, or the noise is not scaled with the"
                        + " batch: then the law depends on the batch size";
    }

    /** The law of level 1 at every level. */
    private record FirstLevel(Family rule) implements Family {
        @Override
        public String name() {
            return rule.name() + "(1)";
        }

        @Override
        public double learningRate() {
            return rule.learningRate();
        }

        @Override
        public Dynamics at(int level, Objective objective) {
            return rule.at(1, objective);
        }
    }
}
