package org.itocheck.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.itocheck.dynamics.sde.Limit;
import org.itocheck.stats.Interval;
import org.itocheck.stats.SignedRegression;
import org.itocheck.stats.SkewAllowance;

/**
 * The family is a weak approximation of the SDE, of order p or better: its signed errors are c1/l^p + c2/l^(p+1) up to the tolerance, at
 * every level, observable and checkpoint. Two things are judged, both linear in the data: the intercept c0 (right limit), and what is left
 * at each level after the best fit without intercept (right order). Slopes of log-log plots play no part (THEORY 5.6).
 *
 * @param setting what is simulated; at least three levels
 * @param limit what it is compared with
 * @param order p, 1 or 2
 * @param tolerance for the intercept and for each residual
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), Definition 3.2 and Theorem 4.1</a>
 */
public record WeakOrder(Setting setting, Limit limit, int order, Tolerance tolerance) implements LadderClaim {
    /** Checks the ladder and the order. */
    public WeakOrder {
        if (setting.levels().size() < 3) {
            throw new IllegalArgumentException("levels is " + setting.levels()
                    + ", expected at least three to tell an order, for example 1, 2, 4, 8");
        }
        if (order < 1 || order > 2) {
            throw new IllegalArgumentException("order is " + order + ", expected 1 or 2");
        }
    }

    @Override
    public int cells() {
        return setting.pairs() * (1 + setting.levels().size());
    }

    @Override
    public Outcome evaluate(Laboratory laboratory) {
        int[] powers = {0, order, order + 1};
        return LadderEvaluation.of(this, laboratory, powers, tolerance, (ladder, alpha, paths) -> {
            List<Contrast> contrasts = new ArrayList<>();
            for (int k : setting.checkpoints()) {
                for (int g = 0; g < setting.observables().size(); g++) {
                    judge(ladder, k, g, alpha, paths, contrasts);
                }
            }
            return contrasts;
        });
    }

    private void judge(Ladder ladder, int k, int g, double alpha, long paths, List<Contrast> contrasts) {
        double allowed = tolerance.absolute(ladder.standardDeviation(k, g));
        double multiplier = SkewAllowance.multiplier(alpha);
        SignedRegression free = fit(ladder, k, g, 0, order, order + 1);
        double model = ladder.reference().modelError(k, g);
        Interval intercept = new Interval(free.coefficient(0), multiplier * free.standardError(0) + model);
        contrasts.add(Contrast.judge(k, g, 0, intercept, allowed, ladder, alpha, paths));
        SignedRegression fit = fit(ladder, k, g, order, order + 1);
        for (int i = 0; i < setting.levels().size(); i++) {
            double shared = Math.abs(Arrays.stream(fit.residualWeights(i)).sum());
            Interval residual =
                    new Interval(fit.residual(i), multiplier * fit.residualStandardError(i) + shared * model);
            contrasts.add(Contrast.judge(k, g, setting.levels().get(i), residual, allowed, ladder, alpha, paths));
        }
    }

    private static SignedRegression fit(Ladder ladder, int k, int g, int... powers) {
        return SignedRegression.fit(
                ladder.levels(),
                ladder.errors(k, g),
                ladder.standardErrors(k, g),
                ladder.reference().standardError(k, g),
                powers);
    }

    @Override
    public String formula() {
        return "E g(x_lk) - E g(X_k) = c1/l^p + c2/l^(p+1), every k";
    }

    @Override
    public String source() {
        return "Li, Malladi, Arora 2021, arXiv:2102.12470, Theorem 4.1; THEORY 5.6";
    }

    @Override
    public String statement() {
        return setting.family().name() + " on " + setting.problem().name() + " is a weak approximation of "
                + limit.name() + " of order " + order;
    }
}
