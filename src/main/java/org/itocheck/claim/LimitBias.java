package org.itocheck.claim;

import java.util.ArrayList;
import java.util.List;
import org.itocheck.dynamics.sde.Limit;
import org.itocheck.stats.Interval;
import org.itocheck.stats.SignedRegression;
import org.itocheck.stats.SkewAllowance;

/**
 * The family has the right limit: the intercept c0 of its signed errors e(l) = c0 + c1/l + c2/l^2 is within the tolerance, for every
 * observable and checkpoint (THEORY 5.6). PASS if the joint interval of c0 lies inside, FAIL if outside, else INCONCLUSIVE. With two
 * levels the model is c0 + c1/l.
 *
 * @param setting what is simulated; at least two levels
 * @param limit what it is compared with
 * @param tolerance for c0
 */
public record LimitBias(Setting setting, Limit limit, Tolerance tolerance) implements LadderClaim {
    /** Checks the ladder. */
    public LimitBias {
        if (setting.levels().size() < 2) {
            throw new IllegalArgumentException("levels is " + setting.levels()
                    + ", expected at least two to extrapolate to l = infinity, for example 1, 2, 4, 8");
        }
    }

    @Override
    public int cells() {
        return setting.pairs();
    }

    @Override
    public Outcome evaluate(Laboratory laboratory) {
        return LadderEvaluation.of(this, laboratory, powers(), tolerance, (ladder, alpha, paths) -> {
            List<Contrast> contrasts = new ArrayList<>();
            for (int k : setting.checkpoints()) {
                for (int g = 0; g < setting.observables().size(); g++) {
                    contrasts.add(intercept(ladder, k, g, alpha, paths));
                }
            }
            return contrasts;
        });
    }

    private Contrast intercept(Ladder ladder, int k, int g, double alpha, long paths) {
        SignedRegression fit = SignedRegression.fit(
                ladder.levels(),
                ladder.errors(k, g),
                ladder.standardErrors(k, g),
                ladder.reference().standardError(k, g),
                powers());
        double multiplier = SkewAllowance.multiplier(alpha);
        double model = ladder.reference().modelError(k, g);
        Interval interval = new Interval(fit.coefficient(0), multiplier * fit.standardError(0) + model);
        double allowed = tolerance.absolute(ladder.standardDeviation(k, g));
        return Contrast.judge(k, g, 0, interval, allowed, ladder, alpha, paths);
    }

    private int[] powers() {
        return setting.levels().size() == 2 ? new int[] {0, 1} : new int[] {0, 1, 2};
    }

    @Override
    public String formula() {
        return "E g(x_lK) -> E g(X_T) as l -> infinity";
    }

    @Override
    public String source() {
        return "Li, Malladi, Arora 2021, arXiv:2102.12470, section 4; THEORY 5.6";
    }

    @Override
    public String statement() {
        return "limit of " + setting.family().name() + " on "
                + setting.problem().name() + " is " + limit.name();
    }
}
