package org.itocheck.claim.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Claim;
import org.itocheck.claim.Laboratory;
import org.itocheck.claim.Numbers;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.OutcomeBuilder;
import org.itocheck.claim.Setting;
import org.itocheck.dynamics.Problem;

/**
 * The norm of the parameters moves as (12) and (13) say, on every path and not only on average: with r = eta/l and r g = (1 - r lambda) x - x',
 * every step obeys {@code |x'|^2 = (1 - r lambda)^2 |x|^2 + r^2 |g|^2}, because the gradients of a scale-invariant loss are orthogonal to x;
 * and summed over n steps {@code (2 - r lambda) lambda mean|x|^2 - r mean|g|^2 = (|x_0|^2 - |x_n|^2) / (r n)}, the running version of (14)
 * (THEORY 5.9). Nothing is estimated: 32 trajectories are followed step by step, and the worst step counts. The first is a share of
 * |x|^2; the second, times r, a share of mean|x|^2, which is the mean violation of a step.
 * <p>It sees every part of a step that points along x, so above all wrong weight decay. It does not see the size of the noise.
 *
 * @param setting family, problem and levels; its observables play no part
 * @param tolerance the largest violation allowed, relative; {@link #ROUNDING} for arithmetic in double precision
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), equations (12) to (14); THEORY X25, X26</a>
 */
public record NormDynamics(Setting setting, double tolerance) implements Claim {
    /** What rounding may do, as a share of |x|^2. */
    public static final double ROUNDING = 1e-12;

    /** Checks the tolerance. */
    public NormDynamics {
        if (!(tolerance > 0)) {
            throw new IllegalArgumentException("tolerance is " + tolerance + ", expected a positive number");
        }
    }

    /** To {@link #ROUNDING}. */
    public NormDynamics(Setting setting) {
        this(setting, ROUNDING);
    }

    @Override
    public int cells() {
        return 1;
    }

    @Override
    public Outcome evaluate(Laboratory laboratory) {
        OutcomeBuilder builder = builder();
        Optional<String> obstacle = ScaleHypothesis.violatedBy(setting.problem(), laboratory.seed());
        if (obstacle.isPresent()) {
            return builder.obstacle(obstacle.get()).build(List.of(), laboratory);
        }
        List<Cell> cells = new ArrayList<>();
        for (int level : setting.levels()) {
            NormPath path = NormPath.follow(setting, level, laboratory.seed());
            if (!path.finite()) {
                return builder.obstacle("a trajectory left the finite numbers at l = " + level
                                + ": start elsewhere, or with a smaller learning rate")
                        .build(List.of(), laboratory);
            }
            cells.add(cell("|x'|^2", level, path.checkpoint(), path.worstStep()));
            cells.add(cell("running (14)", level, setting.problem().steps(), path.worstSum()));
        }
        return builder.build(cells, laboratory);
    }

    private Cell cell(String name, int level, int checkpoint, double violation) {
        double step = setting.problem().learningRate() / level;
        return Cell.exact(name, level, step, checkpoint, violation, 0, tolerance);
    }

    private OutcomeBuilder builder() {
        Problem problem = setting.problem();
        return new OutcomeBuilder(
                        "NormDynamics",
                        "the norm of " + setting.family().name() + " on " + problem.name() + " moves as it must")
                .formula("|x'|^2 = (1 - r lambda)^2 |x|^2 + r^2 |g|^2 in every step, r = eta/l")
                .source("Li, Malladi, Arora 2021, arXiv:2102.12470, (12) to (14); THEORY X25, X26, 5.9")
                .truth("an identity, as a share of |x|^2")
                .setting(setting.describe())
                .passes("every step of " + NormPath.LANES + " paths agrees to " + Numbers.brief(tolerance)
                        + " of |x|^2")
                .fails(worst -> worst.observable() + " at l = " + worst.level() + " is off by "
                        + Numbers.brief(worst.estimate()) + " of |x|^2")
                .diagnosis(worst -> diagnosis(worst, problem))
                .remedies(List.of("use a scale-invariant loss such as E1, and one learning rate for all coordinates"))
                .levels(setting.levels());
    }

    private static String diagnosis(Cell worst, Problem problem) {
        double share = 2 * worst.stepSize() * problem.weightDecay();
        return "a step moves along x by something other than the weight decay, which takes " + Numbers.brief(share)
                + " of |x|^2 in a step: look at the decay and its factor eta/l";
    }
}
