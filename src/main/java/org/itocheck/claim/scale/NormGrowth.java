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
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Problem;
import org.itocheck.objective.GradientMoments;
import org.itocheck.observable.Observable;
import org.itocheck.truth.PathEnumeration;

/**
 * The mean of one step of |x|^2, equation (13): with r = eta/l,
 * {@code E|x'|^2 = (1 - r lambda)^2 |x|^2 + r^2 (|grad L(x)|^2 + l tr S(x))} for SVAG(l). In print the second line of (13) has |grad L|^2
 * alone; what is there must be E|g|^2 = |grad L|^2 + tr S (THEORY X25), and {@link Reading#PRINTED} shows by how much the print is off. No
 * randomness: the step code itself runs along every path of one step. Each number is a share of r^2 E|g|^2.
 *
 * @param setting family, problem and levels; its observables and checkpoints play no part
 * @param points where the step starts, each of shape [d] and not 0
 * @param reading corrected or as printed
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), equation (13)</a>
 */
public record NormGrowth(Setting setting, List<double[]> points, Reading reading) implements Claim {
    private static final double ROUNDING = 1e-10;

    /** What stands in the second line of (13). */
    public enum Reading {
        /** |grad L|^2 + l tr S. */
        CORRECTED,
        /** |grad L|^2 alone, as in the paper. */
        PRINTED
    }

    /** Checks the points. */
    public NormGrowth {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("points is empty, expected at least one point to step from");
        }
        points = Points.check(points, setting.problem().objective());
        for (double[] x : points) {
            setting.problem().withStart(x);
        }
    }

    /** The corrected equation at the start of the problem. */
    public NormGrowth(Setting setting) {
        this(setting, List.of(setting.problem().start()), Reading.CORRECTED);
    }

    @Override
    public int cells() {
        return 1;
    }

    @Override
    public Outcome evaluate(Laboratory laboratory) {
        OutcomeBuilder builder = builder();
        List<Cell> cells = new ArrayList<>();
        for (int p = 0; p < points.size(); p++) {
            Optional<String> obstacle =
                    ScaleHypothesis.violatedBy(setting.problem().withStart(points.get(p)), laboratory.seed());
            if (obstacle.isPresent()) {
                return builder.obstacle(obstacle.get()).build(List.of(), laboratory);
            }
            Optional<GradientMoments> moments = setting.problem().objective().gradientMoments(points.get(p));
            if (moments.isEmpty()) {
                return builder.obstacle("the objective gives no gradientMoments")
                        .build(List.of(), laboratory);
            }
            try {
                look(points.get(p), Points.at(points.get(p), p), moments.get(), cells);
            } catch (UnsupportedOperationException | IllegalStateException | IllegalArgumentException e) {
                return builder.obstacle(String.valueOf(e.getMessage())).build(List.of(), laboratory);
            }
        }
        return builder.build(cells, laboratory);
    }

    private void look(double[] x, String at, GradientMoments moments, List<Cell> cells) {
        Problem problem = setting.problem();
        double square = 0;
        double gradient = 0;
        double noise = 0;
        for (int i = 0; i < x.length; i++) {
            square += x[i] * x[i];
            gradient += moments.mean()[i] * moments.mean()[i];
            noise += moments.covariance()[i][i];
        }
        for (int level : setting.levels()) {
            double r = problem.learningRate() / level;
            double decay = 1 - r * problem.weightDecay();
            double growth = mean(setting.family().at(level, problem.objective()), x) - decay * decay * square;
            double size = gradient + level * noise;
            double said = reading == Reading.CORRECTED ? size : gradient;
            double share = growth / (r * r) / size;
            cells.add(Cell.exact(
                    "E|x'|^2" + at, level, r, 1, share, said / size, ROUNDING * (1 + square / (r * r * size))));
        }
    }

    /** E|x'|^2 over all paths of one step. */
    private static double mean(Dynamics dynamics, double[] x) {
        return PathEnumeration.expectations(dynamics, x, 1, List.of(Observable.squaredNorm()))[0];
    }

    private OutcomeBuilder builder() {
        String said = reading == Reading.CORRECTED ? "|grad L|^2 + l tr S" : "|grad L|^2";
        return new OutcomeBuilder(
                        "NormGrowth",
                        "the norm of " + setting.family().name() + " on "
                                + setting.problem().name() + " grows by " + said)
                .formula("E|x'|^2 = (1 - r lambda)^2 |x|^2 + r^2 (" + said + "), r = eta/l")
                .source("Li, Malladi, Arora 2021, arXiv:2102.12470, (13); THEORY X25")
                .truth("the share of r^2 (|grad L|^2 + l tr S), all paths of one step enumerated")
                .setting(setting.describe())
                .passes("all " + setting.levels().size() * points.size() + " means agree to rounding")
                .fails(worst -> worst.observable() + " at l = " + worst.level() + " grows by "
                        + Numbers.brief(worst.estimate()) + " of r^2 E|g|^2, expected " + Numbers.brief(worst.truth()))
                .diagnosis(worst -> "the second moment of the gradient, the weight decay or the learning rate is wrong")
                .power("no randomness: every path of one step is run")
                .remedies(List.of("use a loss with finitely many draws or Gaussian noise"))
                .levels(setting.levels());
    }
}
