package org.itocheck.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.objective.FiniteSum;
import org.itocheck.objective.FourthTensor;
import org.itocheck.objective.GradientMoments;
import org.itocheck.objective.MissingCapabilityException;
import org.itocheck.objective.Objective;
import org.itocheck.truth.OneStepFormulas;

/**
 * One step of the family has the moments of one step of SVAG (Lemma 4.5, with its sign and its factor l corrected: THEORY X3, X4): at every
 * level and point, (i) E Delta = -(eta/l) grad L', (ii) Cov Delta = (eta/l) eta S, which are also those of the SDE, (iii) the third moments,
 * and (iv) l^2 sqrt(E|Delta|^8) stays below a bound that does not depend on l. Beyond the lemma, the fourth moments, which like the third
 * contribute to the weak error at order 1/l (THEORY 1.3). No randomness: the step code itself runs along every path of one step (THEORY
 * 5.1, 5.7).
 *
 * @param setting family, problem and levels; its observables and checkpoints play no part
 * @param points where the step is looked at, each of shape [d]; never only where a moment happens to vanish
 * @param order 2 for (i) and (ii) alone, 3 for the whole lemma, 4 for the fourth moments too, where the loss knows its fourth cumulant
 * @param tolerance the largest error allowed, relative to the natural size (eta/l)^m (|grad L'| + sqrt(l tr S))^m of an m-th moment
 * @param directions 0 for the coordinates of the step; else how many random orthonormal directions u it is looked at along, 1 to 128: the
 *     moments are then those of the numbers u . Delta, and so is the natural size. For finite sums of many dimensions, such as networks, whose
 *     moments along u come from the gradients of all samples
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), Lemma 4.5</a>
 */
public record OneStepMoments(Setting setting, List<double[]> points, int order, double tolerance, int directions)
        implements Claim {
    private static final String FOURTH = "fourth cumulant in its gradientMoments";

    /** What rounding may do. */
    public static final double ROUNDING = 1e-11;

    /** Checks the points and the order. */
    public OneStepMoments {
        points = points.stream().map(double[]::clone).toList();
        if (points.isEmpty()) {
            throw new IllegalArgumentException("points is empty, expected at least one point to step from");
        }
        for (double[] x : points) {
            setting.problem().withStart(x);
        }
        if (order < 2 || order > 4) {
            throw new IllegalArgumentException("order is " + order + ", expected 2, 3 or 4");
        }
        if (!(tolerance > 0)) {
            throw new IllegalArgumentException("tolerance is " + tolerance + ", expected a positive number");
        }
        StepPlace.check(setting, directions);
    }

    /** In all coordinates. */
    public OneStepMoments(Setting setting, List<double[]> points, int order, double tolerance) {
        this(setting, points, order, tolerance, 0);
    }

    /** All of Lemma 4.5 to rounding, at the start of the problem and at (2, 1, 1/2, ...). */
    public OneStepMoments(Setting setting) {
        this(setting, defaultPoints(setting.problem()), 3, ROUNDING);
    }

    /** All of Lemma 4.5 and the fourth moments to rounding, at the start of the problem and at (2, 1, 1/2, ...). */
    public static OneStepMoments toFourthOrder(Setting setting) {
        return new OneStepMoments(setting, defaultPoints(setting.problem()), 4, ROUNDING);
    }

    /** Mean and covariance within a relative tolerance, at the start of the problem and at (2, 1, 1/2, ...). */
    public OneStepMoments(Setting setting, double tolerance) {
        this(setting, defaultPoints(setting.problem()), 2, tolerance);
    }

    @Override
    public int cells() {
        return 1;
    }

    @Override
    public Outcome evaluate(Laboratory laboratory) {
        OutcomeBuilder builder = builder();
        List<Cell> cells = new ArrayList<>();
        Optional<String> undefined =
                MomentsNeeded.of(setting).moment(order >= 3 ? 8 : 2, order >= 3 ? "E|dx|^8" : "Cov dx");
        if (undefined.isPresent()) {
            return builder.obstacle(undefined.get())
                    .remedies(MomentsNeeded.remedies())
                    .build(cells, laboratory);
        }
        String obstacle = "";
        try {
            List<StepPlace> places = StepPlace.all(setting, points, directions, laboratory.seed());
            for (int level : setting.levels()) {
                for (StepPlace place : places) {
                    compare(level, place, cells);
                }
            }
        } catch (UnsupportedOperationException | IllegalStateException e) {
            obstacle = e instanceof MissingCapabilityException lacking
                    ? "the objective gives no " + lacking.capability()
                    : String.valueOf(e.getMessage());
        } catch (IllegalArgumentException e) {
            obstacle = String.valueOf(e.getMessage());
        }
        return builder.obstacle(obstacle).passes(agreement(cells.size())).build(cells, laboratory);
    }

    private void compare(int level, StepPlace place, List<Cell> cells) {
        Problem problem = place.problem();
        double[] x = place.point();
        Dynamics step = place.family().at(level, problem.objective());
        GradientMoments gradient = decayed(problem, x);
        OneStepFormulas formula = OneStepFormulas.svag(gradient, level, problem.learningRate());
        StepMoments seen = StepMoments.of(step, x);
        double size = problem.learningRate()
                / level
                * (norm(gradient.mean()) + Math.sqrt(level * trace(gradient.covariance())));
        String at = place.at();
        int d = x.length;
        double[] mean = formula.mean();
        for (int i = 0; i < d; i++) {
            cells.add(cell("E " + place.product(i) + at, level, seen.mean()[i], mean[i], size));
            for (int j = i; j < d; j++) {
                double covariance = formula.second()[i][j] - mean[i] * mean[j];
                cells.add(cell(
                        "Cov " + place.product(i, j) + at,
                        level,
                        seen.second()[i][j] - seen.mean()[i] * seen.mean()[j],
                        covariance,
                        size * size));
                for (int k = j; k < d && order >= 3; k++) {
                    cells.add(cell(
                            "E " + place.product(i, j, k) + at,
                            level,
                            seen.third()[i][j][k],
                            formula.third()[i][j][k],
                            size * size * size));
                }
            }
        }
        if (order == 4) {
            fourth(level, place, formula, StepMoments.fourth(step, x), size, cells);
        }
        if (order >= 3) {
            cells.add(eighth(level, place, gradient, seen));
        }
    }

    private void fourth(
            int level, StepPlace place, OneStepFormulas formula, FourthTensor seen, double size, List<Cell> cells) {
        int d = place.point().length;
        FourthTensor expected = formula.fourth().orElseThrow(() -> new MissingCapabilityException(FOURTH));
        for (int i = 0; i < d; i++) {
            for (int j = i; j < d; j++) {
                for (int k = j; k < d; k++) {
                    for (int m = k; m < d; m++) {
                        String name = "E " + place.product(i, j, k, m) + place.at();
                        double natural = size * size * size * size;
                        cells.add(cell(name, level, seen.at(i, j, k, m), expected.at(i, j, k, m), natural));
                    }
                }
            }
        }
    }

    /** (iv), with the constant that Minkowski's inequality gives: eta^4 (|grad L'| + sqrt(2) (E|g - grad L|^8)^(1/8))^4. */
    private Cell eighth(int level, StepPlace place, GradientMoments gradient, StepMoments seen) {
        Problem problem = place.problem();
        double eta = problem.learningRate();
        Dynamics sgd = new Sgd(problem.objective(), 1, eta, problem.weightDecay());
        double noise = StepMoments.centredEighth(sgd, place.point()) / Math.pow(eta, 8);
        double bound = Math.pow(eta * (norm(gradient.mean()) + Math.sqrt(2) * Math.pow(noise, 0.125)), 4);
        double value = (double) level * level * Math.sqrt(seen.eighth());
        return Cell.atMost("l^2 sqrt(E|dx|^8)" + place.at(), level, eta / level, 1, value, bound * (1 + tolerance));
    }

    private Cell cell(String name, int level, double value, double truth, double size) {
        return Cell.exact(name, level, setting.problem().learningRate() / level, 1, value, truth, tolerance * size);
    }

    private String agreement(int moments) {
        return "all " + moments + " moments agree to " + Numbers.brief(tolerance) + " of their size";
    }

    private OutcomeBuilder builder() {
        return new OutcomeBuilder(
                        "OneStepMoments",
                        "one step of " + setting.family().name() + " on "
                                + setting.problem().name() + " has the moments of SVAG"
                                + StepPlace.along(directions))
                .formula("E dx, Cov dx" + (order == 2 ? "" : order == 3 ? ", E dx^3" : ", E dx^3, E dx^4")
                        + (order >= 3 ? " and l^2 sqrt(E|dx|^8)" : "") + " of one step")
                .source("Li, Malladi, Arora 2021, arXiv:2102.12470, Lemma 4.5; THEORY 1.3")
                .truth("formula of one SVAG step, all paths enumerated")
                .setting(setting.describe())
                .fails(worst -> worst.observable() + " at l = " + worst.level() + " is "
                        + Numbers.plain(worst.estimate()) + ", expected " + Numbers.plain(worst.truth()))
                .diagnosis(OneStepMoments::diagnosis)
                .power("no randomness: every path of one step is run")
                .remedies(List.of("use a loss with finitely many draws, or check means with ExactMean"))
                .levels(setting.levels());
    }

    static String diagnosis(Cell worst) {
        if (worst.observable().startsWith("E ")
                && worst.observable().indexOf("dx") == worst.observable().lastIndexOf("dx")) {
            return "the drift of one step is wrong: look at the learning rate, the sum of the coefficients and the weight decay";
        }
        if (worst.observable().startsWith("Cov")) {
            return "the noise of one step is " + Numbers.plain(worst.estimate() / worst.truth())
                    + " of what it should be: look at the coefficients and at the independence of the two mini-batches";
        }
        return "mean and covariance agree, higher moments do not: the law of the noise is wrong";
    }

    /** The start of the problem and (2, 1, 1/2, ...): no moment of the catalogue vanishes at both. */
    static List<double[]> defaultPoints(Problem problem) {
        return List.of(problem.start(), dyadic(problem));
    }

    /** A point in a name: {@code  at (2, 1)}. */
    static String at(double[] x) {
        return Arrays.stream(x).mapToObj(Numbers::plain).collect(Collectors.joining(", ", " at (", ")"));
    }

    /** The moments of one mini-batch gradient with the pull of the weight decay in their mean. */
    static GradientMoments decayed(Problem problem, double[] x) {
        Objective objective = problem.objective();
        GradientMoments raw = objective
                .gradientMoments(x)
                .orElseThrow(() -> objective instanceof FiniteSum
                        ? new UnsupportedOperationException(objective.name() + " has dimension "
                                + objective.dimension() + ", too many for all moments of its gradient; look along a"
                                + " few directions, the last argument of the claim")
                        : new MissingCapabilityException("gradientMoments"));
        double[] mean = raw.mean().clone();
        for (int i = 0; i < mean.length; i++) {
            mean[i] += problem.weightDecay() * x[i];
        }
        return new GradientMoments(mean, raw.covariance(), raw.third(), raw.fourth());
    }

    private static double[] dyadic(Problem problem) {
        double[] x = new double[problem.objective().dimension()];
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.scalb(1.0, 1 - i);
        }
        return x;
    }

    private static double norm(double[] v) {
        return Math.sqrt(Arrays.stream(v).map(a -> a * a).sum());
    }

    private static double trace(double[][] m) {
        double trace = 0;
        for (int i = 0; i < m.length; i++) {
            trace += m[i][i];
        }
        return trace;
    }
}
