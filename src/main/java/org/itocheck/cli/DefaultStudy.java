package org.itocheck.cli;

import java.util.ArrayList;
import java.util.List;
import org.itocheck.claim.Claim;
import org.itocheck.claim.ExactMean;
import org.itocheck.claim.LimitBias;
import org.itocheck.claim.OneStepMoments;
import org.itocheck.claim.Setting;
import org.itocheck.claim.Tolerance;
import org.itocheck.claim.WeakOrder;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.EulerMaruyama;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.observable.Monomial;
import org.itocheck.observable.Observable;
import org.itocheck.observable.Observables;

/**
 * The study of the main job: SVAG and Euler-Maruyama against exact means on synthetic losses, one step of SVAG against its moments, SVAG
 * as a weak approximation of its SDE, and SVAG on the handwritten digits.
 */
final class DefaultStudy {
    private static final List<Integer> LEVELS = List.of(1, 2, 4, 16);

    private DefaultStudy() {}

    static List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        for (String name : List.of("A1/skew2pt", "A1/exp1", "B1", "C2", "C3", "D1/skew2pt")) {
            Problem problem = Problems.named(name);
            claims.add(exactMeans(Svag.family(problem), problem));
            claims.add(exactMeans(EulerMaruyama.family(problem), problem));
        }
        Problem c2 = Problems.named("C2");
        claims.add(new OneStepMoments(Setting.of(Svag.family(c2), c2, List.of(1, 5, 13, 25, 41), observables(c2))));
        claims.add(new WeakOrder(
                Setting.of(Svag.family(c2), c2, List.of(1, 2, 4, 8), gentle(c2)),
                ItoSde.of(c2),
                1,
                Tolerance.withinDeviations(0.1)));
        Problem regression = Problems.named("digits/least-squares");
        claims.add(exactMeans(Svag.family(regression), regression));
        claims.add(logistic(Problems.named("digits/logistic")));
        return claims;
    }

    /** One quick claim, to see that everything works. */
    static List<Claim> smoke() {
        Problem problem = Problems.named("A1/skew2pt");
        Setting setting = Setting.of(Svag.family(problem), problem, List.of(1, 2, 4), observables(problem));
        return List.of(new ExactMean(setting, setting.family(), 0.1));
    }

    private static Claim exactMeans(Family family, Problem problem) {
        return new ExactMean(Setting.of(family, problem, LEVELS, observables(problem)));
    }

    /** The limit is not known here: Euler-Maruyama estimates it, and its own error is part of the interval. */
    private static Claim logistic(Problem problem) {
        Setting setting =
                new Setting(Svag.family(problem), problem, LEVELS, observables(problem), List.of(problem.steps()));
        return new LimitBias(setting, ItoSde.of(problem), Tolerance.withinDeviations(0.06));
    }

    /** Without the third powers: they are too skewed for intervals around an extrapolated limit. */
    private static List<Observable> gentle(Problem problem) {
        return List.of(
                Observable.coordinate(0),
                Observable.coordinate(1),
                Observable.squaredNorm(),
                Observable.loss(problem.objective()));
    }

    private static List<Observable> observables(Problem problem) {
        return problem.name().equals("B1") ? Monomial.upTo(3, 1) : Observables.standard(problem.objective());
    }
}
