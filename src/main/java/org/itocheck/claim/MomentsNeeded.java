package org.itocheck.claim;

import java.util.List;
import java.util.Optional;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.optimizer.Gd;
import org.itocheck.dynamics.optimizer.Ngd;
import org.itocheck.dynamics.sde.EulerMaruyama;
import org.itocheck.dynamics.sde.LevySde;
import org.itocheck.dynamics.sde.Limit;
import org.itocheck.objective.Objective;
import org.itocheck.observable.Observable;

/**
 * Which moments of the gradient a claim needs and whether the loss has them: the one place where a claim asks before it prints a number that
 * does not exist (THEORY X11, 3.G). It knows what the loss declares and how fast an observable grows; a loss that declares nothing is taken at its
 * word, and {@code MomentStability} can look.
 *
 * @param objective the loss
 * @param family what moves; noise drawn from a Gaussian has all moments
 */
public record MomentsNeeded(Objective objective, Family family) {
    /** A test of a mean whose variance is known, by Catoni's influence: E g^2 must be finite. */
    public static final int FOR_MEAN_TEST = 2;
    /** A normal interval around a mean: E |g|^3 must be finite, or its error rate is anything. */
    public static final int FOR_NORMAL_INTERVAL = 3;

    /** For the family and the loss of a setting. */
    public static MomentsNeeded of(Setting setting) {
        return new MomentsNeeded(setting.problem().objective(), setting.family());
    }

    /**
     * Why an observable cannot be tested.
     *
     * @param order which power of g must have a mean
     * @return empty if nothing declared is against it
     */
    public Optional<String> obstacle(Observable g, int order) {
        double moments = objective.regularity().moments();
        if (!objective.regularity().declaresMoments() || Double.isInfinite(moments) || gaussian() || g.growth() == 0) {
            return Optional.empty();
        }
        if (Double.isNaN(g.growth())) {
            return Optional.of(has() + ", and how fast " + g.name() + " grows is not known");
        }
        return moment(order * g.growth(), "a test of " + g.name());
    }

    /** Why the process has no limit in the theory: without a covariance of the gradient there is no SDE. */
    public Optional<String> limitObstacle() {
        return moment(2, "the covariance S of the SDE");
    }

    /** Why something that needs the moment of this order cannot be had. */
    public Optional<String> moment(double order, String what) {
        return objective.regularity().lacksMoment(order)
                ? Optional.of(has() + "; " + what + " needs order " + Numbers.plain(order))
                : Optional.empty();
    }

    /** The first obstacle to normal intervals around the errors of all observables of a setting against a limit; jumps need no covariance. */
    static Optional<String> ofLadder(Setting setting, Limit limit) {
        MomentsNeeded needed = of(setting);
        return (limit instanceof LevySde ? Optional.<String>empty() : needed.limitObstacle())
                .or(() -> setting.observables().stream()
                        .flatMap(g -> needed.obstacle(g, FOR_NORMAL_INTERVAL).stream())
                        .findFirst());
    }

    /** Ways out of a missing moment. */
    static List<String> remedies() {
        return List.of(
                "observe something bounded, such as cos x[0] or exp(-x[0]^2/2)",
                "clip the gradients, or use noise with the moments");
    }

    /** What to try where values are wilder than expected, if the loss does not say which moments it has. */
    List<String> remediesIfUndeclared() {
        return objective.regularity().declaresMoments()
                ? List.of()
                : List.of(
                        "see whether the moments exist: assertThat(loss).at(start).hasStableMoments(4, 8), and declare"
                                + " them by regularity()");
    }

    private String has() {
        return "gradients of " + objective.name() + " have moments below order "
                + Numbers.plain(objective.regularity().moments()) + " only";
    }

    private boolean gaussian() {
        Dynamics step = family.at(1, objective);
        return step instanceof EulerMaruyama || step instanceof Ngd || step instanceof Gd;
    }
}
