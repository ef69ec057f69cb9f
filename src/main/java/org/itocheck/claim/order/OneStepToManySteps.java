package org.itocheck.claim.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Claim;
import org.itocheck.claim.Laboratory;
import org.itocheck.claim.Numbers;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.OutcomeBuilder;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.sde.Limit;
import org.itocheck.truth.MomentOperator;

/**
 * Theorem 4.3, with its conclusion corrected (THEORY X8), on operators on polynomials. With P the expectation after one step of level l and
 * E that after the time eta/l of the SDE: one-step errors {@code l^2 |(P - E) m(x_0)|} settle for every monomial m; they add up,
 * {@code P^N - E^N = sum_k P^k (P - E) E^(N-1-k)}, to rounding; and so the N-step errors times l, the largest over all steps and monomials,
 * settle. The paper's l^-2 for the N-step error is what its proof does not give, and fails.
 *
 * @param problem an {@code AdditiveQuadratic}, {@code RandomCurvature} or {@code LeastSquares} loss of few dimensions
 * @param family the family, for example {@code Svag.family(problem)}
 * @param limit what it is compared with
 * @param degree the degree of the monomials, 1 to 8
 * @param order of the N-step error, 1; the paper prints 2
 * @param levels l, each twice the one before, at least five
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), Theorem 4.3</a>
 */
public record OneStepToManySteps(
        Problem problem, Family family, Limit limit, int degree, int order, List<Integer> levels) implements Claim {
    /** What rounding may do to the telescoping sum, relative to max(1, |moments|). */
    public static final double ROUNDING = 1e-13;

    private static final List<Integer> LEVELS = List.of(1, 2, 4, 8, 16, 32, 64);

    /** Checks the degree, the order and the ladder. */
    public OneStepToManySteps {
        levels = List.copyOf(levels);
        if (degree < 1 || degree > 8) {
            throw new IllegalArgumentException("degree is " + degree + ", expected 1 to 8");
        }
        if (order < 1 || order > 2) {
            throw new IllegalArgumentException("order is " + order + ", expected 1, or 2 for the theorem as printed");
        }
        Halving.check("levels", levels);
    }

    /** The corrected theorem for monomials up to degree 4 at l = 1, 2, ..., 64. */
    public OneStepToManySteps(Problem problem, Family family, Limit limit) {
        this(problem, family, limit, 4, 1, LEVELS);
    }

    @Override
    public int cells() {
        return 1;
    }

    @Override
    public Outcome evaluate(Laboratory laboratory) {
        OutcomeBuilder builder = builder();
        List<Cell> cells = new ArrayList<>();
        double[][] scaled = new double[degree + 1][levels.size()];
        for (int i = 0; i < levels.size(); i++) {
            int level = levels.get(i);
            Optional<MomentOperator> step = MomentOperator.step(family.at(level, problem.objective()), degree);
            double duration = problem.learningRate() / level;
            Optional<MomentOperator> flow = MomentOperator.flow(limit, duration, degree);
            if (step.isEmpty() || flow.isEmpty()) {
                return builder.obstacle("no operator of degree " + degree + " is known for "
                                + family.at(level, problem.objective()).name() + " and " + limit.name())
                        .build(List.of(), laboratory);
            }
            Telescope telescope = Telescope.of(
                    step.get(), flow.get(), problem.start(), family.stepsPerCheckpoint(level) * problem.steps());
            for (int m = 1; m <= degree; m++) {
                scaled[m][i] = (double) level * level * telescope.oneStep()[m];
            }
            scaled[0][i] = (order == 1 ? level : (double) level * level) * telescope.manySteps();
            cells.add(Cell.atMost(
                    "residual of the telescoping sum",
                    level,
                    duration,
                    problem.steps(),
                    telescope.residual(),
                    ROUNDING));
        }
        addLadders(scaled, cells);
        return builder.passes("l^2 one-step " + Numbers.brief(scaled[degree][levels.size() - 1]) + ", l N-step "
                        + Numbers.brief(scaled[0][levels.size() - 1]) + " at l = " + finest())
                .build(cells, laboratory);
    }

    private void addLadders(double[][] scaled, List<Cell> cells) {
        for (int m = 0; m <= degree; m++) {
            Halving ladder = new Halving(scaled[m]);
            String name = m == 0 ? (order == 1 ? "l" : "l^2") + " N-step error" : "l^2 one-step error of degree " + m;
            double rounding = 1e-14 * finest() * finest();
            cells.add(Cell.exact(
                    name,
                    finest(),
                    problem.learningRate() / finest(),
                    m == 0 ? problem.steps() : 1,
                    ladder.last(),
                    ladder.lastButOne(),
                    ladder.allowedStep() + rounding));
        }
    }

    private int finest() {
        return levels.get(levels.size() - 1);
    }

    private OutcomeBuilder builder() {
        return new OutcomeBuilder(
                        "OneStepToManySteps",
                        "one-step errors of " + family.name() + " on " + problem.name() + " add up to O(l^-" + order
                                + ")")
                .formula("l^2 |P - E| bounded, P^N - E^N = sum P^k (P - E) E^(N-1-k), l" + (order == 1 ? "" : "^2")
                        + " |P^N - E^N| bounded")
                .source("Li, Malladi, Arora 2021, arXiv:2102.12470, Theorem 4.3; THEORY X8")
                .truth("operators on monomials up to degree " + degree)
                .setting("eta = " + Numbers.plain(problem.learningRate()) + ", K = " + problem.steps() + " steps")
                .fails(worst -> worst.observable()
                        + (worst.observable().startsWith("residual")
                                ? " is " + Numbers.brief(worst.estimate()) + " at l = " + worst.level()
                                : " goes from " + Numbers.brief(worst.truth()) + " to "
                                        + Numbers.brief(worst.estimate()) + " at l = " + worst.level()))
                .diagnosis(worst -> worst.observable().contains("one-step")
                        ? "one step differs from the SDE at order 1/l: look at the drift and at the noise of one step"
                        : "N steps of an error of order 1/l^2 add up to order 1/l, not less")
                .power("no randomness: the operators are exact")
                .remedies(List.of("take a quadratic loss of few dimensions and a degree of at most 4"))
                .levels(levels);
    }
}
