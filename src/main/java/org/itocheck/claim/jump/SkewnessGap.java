package org.itocheck.claim.jump;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Claim;
import org.itocheck.claim.Laboratory;
import org.itocheck.claim.Numbers;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.OutcomeBuilder;
import org.itocheck.claim.Setting;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.objective.GradientMoments;
import org.itocheck.objective.MissingCapabilityException;

/**
 * One step along the linear scaling rule has the third cumulant {@code -(eta^3/m) Lambda}, with its sign (THEORY X20), one step of SVAG(m)
 * {@code -eta^3 (3 - 1/m) / (2 m^2) Lambda}: smaller by the ratio 2 m^2 / (3m - 1), about 2m/3, so that over the m K steps of a run the
 * skewness of SVAG fades and that of the rule does not (section 5.2). At a zero of the gradient these are the third moments themselves. No
 * randomness: the step code runs along every path of one step, or, where these cannot be listed, the exact law of the step is taken.
 *
 * @param setting the family said to follow the rule, problem and levels; its observables and checkpoints play no part
 * @param points where the step is looked at, each of shape [d]
 * @param tolerance the largest error allowed, relative to the natural size (eta/m)^3 (m tr S)^(3/2)
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), section 5.2</a>
 */
public record SkewnessGap(Setting setting, List<double[]> points, double tolerance) implements Claim {
    /** What rounding may do. */
    public static final double ROUNDING = 1e-11;

    /** Checks the points and the tolerance. */
    public SkewnessGap {
        points = points.stream().map(double[]::clone).toList();
        if (points.isEmpty()) {
            throw new IllegalArgumentException("points is empty, expected at least one point to step from");
        }
        for (double[] x : points) {
            setting.problem().withStart(x);
        }
        if (!(tolerance > 0)) {
            throw new IllegalArgumentException("tolerance is " + tolerance + ", expected a positive number");
        }
    }

    /** To rounding, at the start of the problem and at (2, 1, 1/2, ...). */
    public SkewnessGap(Setting setting) {
        this(setting, List.of(setting.problem().start(), dyadic(setting.problem())), ROUNDING);
    }

    @Override
    public int cells() {
        return 1;
    }

    @Override
    public Outcome evaluate(Laboratory laboratory) {
        OutcomeBuilder builder = builder();
        List<Cell> cells = new ArrayList<>();
        String obstacle = "";
        try {
            for (double[] x : points) {
                GradientMoments gradient = setting.problem()
                        .objective()
                        .gradientMoments(x)
                        .orElseThrow(() -> new MissingCapabilityException("gradientMoments"));
                for (int level : setting.levels()) {
                    compare(level, x, gradient, cells);
                }
            }
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            obstacle = e instanceof MissingCapabilityException
                    ? "the objective gives no gradientMoments"
                    : String.valueOf(e.getMessage());
        }
        if (obstacle.isEmpty() && cells.stream().allMatch(cell -> cell.truth() == 0)) {
            obstacle = "the third moment of the noise is 0 at every point, so there is no gap to see";
        }
        return builder.obstacle(obstacle)
                .passes("all " + cells.size() + " third cumulants agree to " + Numbers.brief(tolerance)
                        + " of their size")
                .build(cells, laboratory);
    }

    private void compare(int level, double[] x, GradientMoments gradient, List<Cell> cells) {
        Problem problem = setting.problem();
        double eta = problem.learningRate();
        double rule = -eta * eta * eta / level;
        double svag = rule * (3 - 1.0 / level) / (2 * level);
        double size = Math.pow(eta / level, 3) * Math.pow(level * trace(gradient.covariance()), 1.5);
        double[][][] lambda = gradient.third();
        Dynamics step = setting.family().at(level, problem.objective());
        add(setting.family().name(), level, x, StepSkewness.of(step, x), rule, lambda, size, cells);
        Dynamics other = Svag.family(problem).at(level, problem.objective());
        add("SVAG", level, x, StepSkewness.of(other, x), svag, lambda, size, cells);
    }

    private void add(
            String who,
            int level,
            double[] x,
            double[][][] seen,
            double factor,
            double[][][] lambda,
            double size,
            List<Cell> cells) {
        double step = setting.problem().learningRate() / level;
        String at = Arrays.stream(x).mapToObj(Numbers::plain).collect(Collectors.joining(", ", " at (", ")"));
        for (int i = 0; i < x.length; i++) {
            for (int j = i; j < x.length; j++) {
                for (int k = j; k < x.length; k++) {
                    String name = "K3 dx[" + i + "] dx[" + j + "] dx[" + k + "] of " + who + at;
                    double expected = factor * lambda[i][j][k] + 0.0;
                    cells.add(Cell.exact(name, level, step, 1, seen[i][j][k], expected, tolerance * size));
                }
            }
        }
    }

    private OutcomeBuilder builder() {
        return new OutcomeBuilder(
                        "SkewnessGap",
                        "one step of " + setting.family().name() + " on "
                                + setting.problem().name() + " is as skew as the linear scaling rule says")
                .formula("K3 dx = -(eta^3/m) Lambda, of SVAG -eta^3 (3 - 1/m) / (2 m^2) Lambda")
                .source("Li, Malladi, Arora 2021, arXiv:2102.12470, section 5.2; THEORY 3.F, X20")
                .truth("formulas of one step; all paths enumerated, or the exact law of the step")
                .setting(setting.describe())
                .fails(worst -> worst.observable() + " at m = " + worst.level() + " is "
                        + Numbers.plain(worst.estimate()) + ", expected " + Numbers.plain(worst.truth()))
                .diagnosis(SkewnessGap::diagnosis)
                .remedies(List.of(
                        "use a finite sum whose batch size the levels divide, at a point where its noise is skewed"))
                .levels(setting.levels());
    }

    private static String diagnosis(Cell worst) {
        double ratio = worst.estimate() / worst.truth();
        int m = worst.level();
        String shape = Math.abs(ratio + 1) < 1e-6
                ? "the sign is wrong: a step is minus the learning rate times the gradient"
                : Math.abs(ratio * m * m - 1) < 1e-6
                        ? "the batch is not made smaller"
                        : Math.abs(ratio * 2 * m / (3 - 1.0 / m) - 1) < 1e-6
                                ? "this is SVAG, not the linear scaling rule"
                                : "the noise of one step has the wrong size or the wrong law";
        return "it is " + Numbers.plain(ratio) + " of what it should be: " + shape;
    }

    private static double[] dyadic(Problem problem) {
        double[] x = new double[problem.objective().dimension()];
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.scalb(1.0, 1 - i);
        }
        return x;
    }

    private static double trace(double[][] m) {
        double trace = 0;
        for (int i = 0; i < m.length; i++) {
            trace += m[i][i];
        }
        return trace;
    }
}
