package org.itocheck.claim;

import java.util.ArrayList;
import java.util.List;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.stats.Interval;

/**
 * Where the weak error comes from, eqs. (5) and (6) with the factor eta that (5) lacks (THEORY X18). With SVAG(l) on NGD, which is
 * Euler-Maruyama, beside SVAG(l) on SGD, {@code E g(x) - E g(X) = [E g(x) - E g(EM(l))] + [E g(EM(l)) - E g(X)]}: a part of the noise that
 * is not Gaussian and a part of the discretisation; at level 1 they are SGD against NGD, and NGD against the SDE. Each part is claimed to be
 * within its tolerance, at every level, checkpoint and observable: PASS if its joint interval lies inside, FAIL if outside, else
 * INCONCLUSIVE. A mean that the theory knows is exact, any other is simulated. Both parts are differences of the same three means, so they
 * add up exactly to the whole error.
 *
 * @param setting family, problem, levels, observables, checkpoints; the family is SVAG or any other
 * @param limit the SDE, {@code ItoSde.of} the problem of the setting
 * @param nonGaussian how large the part of the noise may be
 * @param discretisation how large the part of the discretisation may be
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), equations (5) and (6)</a>
 */
public record ErrorDecomposition(Setting setting, ItoSde limit, Tolerance nonGaussian, Tolerance discretisation)
        implements Claim {
    /** What follows the name of an observable in the name of the first part. */
    public static final String NON_GAUSSIAN = ", non-Gaussian part";

    /** What follows it in the name of the second part. */
    public static final String DISCRETISATION = ", discretisation part";

    /** What follows it in the name of both together. */
    public static final String WHOLE = ", whole error";

    private static final int PARTS = 2;

    /** Checks that the SDE is that of the problem. */
    public ErrorDecomposition {
        if (!limit.equals(ItoSde.of(setting.problem()))) {
            throw new IllegalArgumentException("limit has learningRate " + limit.learningRate() + " and weightDecay "
                    + limit.weightDecay() + ", the problem has "
                    + setting.problem().learningRate() + " and "
                    + setting.problem().weightDecay() + "; use ItoSde.of(problem)");
        }
    }

    @Override
    public int cells() {
        return PARTS * setting.pairs() * setting.levels().size();
    }

    @Override
    public Outcome evaluate(Laboratory laboratory) {
        OutcomeBuilder builder = builder();
        double alpha = laboratory.budget().perCell(cells());
        Bill bill = new Bill();
        ErrorParts parts = ErrorParts.of(this, alpha, laboratory, bill);
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < setting.levels().size(); i++) {
            for (int k : setting.checkpoints()) {
                for (int g = 0; g < setting.observables().size(); g++) {
                    judge(parts, i, k, g, cells);
                }
            }
        }
        return builder.truth(parts.describe())
                .power(power(parts.paths() > 0, laboratory))
                .remedies(remedies(parts))
                .trajectories(bill.trajectories())
                .build(cells, laboratory);
    }

    private void judge(ErrorParts parts, int i, int k, int g, List<Cell> cells) {
        String doubt = parts.doubt(i, k, g);
        double deviation = parts.deviation(k, g);
        double noise = nonGaussian.absolute(deviation);
        double step = discretisation.absolute(deviation);
        Cell first = cell(parts, i, k, g, NON_GAUSSIAN, parts.schemeMean(i, k, g), parts.noise(i, k, g), noise);
        Cell second = cell(parts, i, k, g, DISCRETISATION, parts.limitMean(k, g), parts.step(i, k, g), step);
        Cell whole = cell(parts, i, k, g, WHOLE, parts.limitMean(k, g), parts.whole(i, k, g), noise + step);
        cells.add(doubt.isEmpty() ? first : first.judged(first.allowed(), Verdict.INCONCLUSIVE, doubt));
        cells.add(doubt.isEmpty() ? second : second.judged(second.allowed(), Verdict.INCONCLUSIVE, doubt));
        cells.add(whole.judged(whole.allowed(), Verdict.PASS, "the sum of both parts, which are judged one by one"));
    }

    private Cell cell(
            ErrorParts parts, int i, int k, int g, String part, double truth, Interval error, double allowed) {
        int level = setting.levels().get(i);
        return Cell.estimated(
                setting.observables().get(g).name() + part,
                level,
                setting.problem().learningRate() / level,
                k,
                truth,
                error,
                allowed,
                parts.paths() > 0 ? parts.deviation(k, g) : 0,
                parts.paths());
    }

    private String power(boolean random, Laboratory laboratory) {
        return random
                ? "false alarm < " + Numbers.brief(laboratory.budget().falseFailRate()) + " over all " + cells()
                        + " parts; a part beyond its tolerance passes with probability < "
                        + Numbers.brief(Math.min(
                                laboratory.budget().perCell(cells()),
                                laboratory.budget().falsePassRate()))
                : "no randomness: all three means are exact";
    }

    private static List<String> remedies(ErrorParts parts) {
        return parts.paths() < parts.needed()
                ? List.of("raise the budget: -Ditocheck.trajectories=" + parts.needed(), "drop the finest level")
                : List.of("allow more than the part is near to");
    }

    private OutcomeBuilder builder() {
        return new OutcomeBuilder(
                        "ErrorDecomposition",
                        "weak error of " + setting.family().name() + " on "
                                + setting.problem().name()
                                + " is its noise within " + words(nonGaussian) + " and its steps within "
                                + words(discretisation))
                .formula("E g(x) - E g(X) = [E g(x) - E g(EM)] + [E g(EM) - E g(X)], every l, k and g")
                .source("Li, Malladi, Arora 2021, arXiv:2102.12470, equations (5), (6); THEORY X18")
                .setting(setting.describe())
                .passes("both parts are within their tolerances")
                .fails(worst -> worst.observable() + " at l = " + worst.level() + ", k = " + worst.checkpoint() + " is "
                        + Numbers.plusMinus(worst.error(), worst.halfWidth()) + " (allowed ± "
                        + Numbers.brief(worst.allowed()) + ")")
                .diagnosis(worst -> worst.observable().endsWith(DISCRETISATION)
                        ? "Euler-Maruyama itself is that far from the SDE: the steps are too long for it"
                        : "the noise is not that of Euler-Maruyama: another law, or another mean or covariance, see"
                                + " OneStepMoments")
                .levels(setting.levels());
    }

    private static String words(Tolerance tolerance) {
        return Numbers.plain(tolerance.value()) + (tolerance.unit() == Tolerance.Unit.STANDARD_DEVIATIONS ? " sd" : "");
    }
}
