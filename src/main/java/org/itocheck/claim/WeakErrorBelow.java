package org.itocheck.claim;

import java.util.ArrayList;
import java.util.List;
import org.itocheck.dynamics.sde.Limit;
import org.itocheck.stats.Interval;
import org.itocheck.stats.SkewAllowance;

/**
 * The weak error stays below an envelope: |e(l)| is at most C / l at every level, observable and checkpoint, for a C that is given, not
 * fitted (THEORY 5.6). PASS if every joint interval lies inside, FAIL if one lies outside, else INCONCLUSIVE.
 *
 * @param setting what is simulated
 * @param limit what it is compared with
 * @param bound C, in the unit of the observable or in its standard deviations
 */
public record WeakErrorBelow(Setting setting, Limit limit, Tolerance bound) implements LadderClaim {
    @Override
    public int cells() {
        return setting.pairs() * setting.levels().size();
    }

    @Override
    public Outcome evaluate(Laboratory laboratory) {
        Tolerance tightest = new Tolerance(bound.value() / setting.finest(), bound.unit());
        return LadderEvaluation.of(this, laboratory, new int[0], tightest, (ladder, alpha, paths) -> {
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
        double multiplier = SkewAllowance.multiplier(alpha);
        double[] errors = ladder.errors(k, g);
        double[] standardErrors = ladder.standardErrors(k, g);
        double shared = ladder.reference().standardError(k, g);
        double model = ladder.reference().modelError(k, g);
        double constant = bound.absolute(ladder.standardDeviation(k, g));
        for (int i = 0; i < errors.length; i++) {
            int level = setting.levels().get(i);
            Interval interval = new Interval(errors[i], multiplier * Math.hypot(standardErrors[i], shared) + model);
            contrasts.add(Contrast.judge(k, g, level, interval, constant / level, ladder, alpha, paths));
        }
    }

    @Override
    public String formula() {
        return "|E g(x_lk) - E g(X_k)| <= C/l, every l and k";
    }

    @Override
    public String source() {
        return "Li, Malladi, Arora 2021, arXiv:2102.12470, Theorem 4.1; THEORY 5.6";
    }

    @Override
    public String statement() {
        return "weak error of " + setting.family().name() + " on "
                + setting.problem().name() + " is below "
                + Numbers.plain(bound.value())
                + (bound.unit() == Tolerance.Unit.STANDARD_DEVIATIONS ? " sd" : "") + " / l";
    }
}
