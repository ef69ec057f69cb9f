package org.itocheck.claim.tail;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Claim;
import org.itocheck.claim.Laboratory;
import org.itocheck.claim.Numbers;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.OutcomeBuilder;
import org.itocheck.claim.Verdict;
import org.itocheck.objective.Objective;
import org.itocheck.objective.Regularity;
import org.itocheck.objective.Regularity.Declared;
import org.itocheck.stats.ExceedanceTest;

/**
 * The hypotheses of Theorem 4.1 hold for a loss, as corrected (THEORY X11, X12): (i) L is smooth and its gradient grows linearly at most, (ii)
 * the gradient of a mini-batch has a random Lipschitz constant with moments, (iii) S has a smooth factor that grows linearly at most, and
 * (iv), which the paper does not print and without which the theorem is false, g_gamma(0) has all moments.
 * <p>Smoothness is what the loss declares ({@link Objective#regularity}); the rest is declared, looked for, or both. The Lipschitz constant is
 * estimated along pairs of points with the same mini-batch, at distances up to 1024 from a point; moments by {@link MomentStability} at 0.
 * PASS only if every hypothesis was declared or seen to hold, FAIL where one is refuted, INCONCLUSIVE where one could not be seen: the outcome
 * says which. A PASS rests on declarations and on finitely many draws and points: moments beyond order 8 are not looked for.
 *
 * @param objective the loss
 * @param point the centre of the pairs, shape [d]; copied
 * @param rarity see {@link MomentStability}
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), Theorem 4.1</a>
 */
public record Hypotheses(Objective objective, double[] point, int rarity) implements Claim {
    private static final List<Integer> ORDERS = MomentStability.ORDERS;
    private static final long FEW = 1024;
    /** How many mini-batches share a pair of directions: given those they are independent, which is all the test asks for. */
    private static final int TURN = 16;

    /** Checks the point. */
    public Hypotheses {
        new MomentStability(objective, point, ORDERS, rarity);
        point = point.clone();
    }

    /** With the usual rarity. */
    public Hypotheses(Objective objective, double[] point) {
        this(objective, point, MomentStability.RARITY);
    }

    @Override
    public double[] point() {
        return point.clone();
    }

    @Override
    public int cells() {
        return Growth.cells() + 2 * ORDERS.size();
    }

    @Override
    public Outcome evaluate(Laboratory laboratory) {
        OutcomeBuilder builder = builder(laboratory);
        Regularity regularity = objective.regularity();
        List<Cell> cells = new ArrayList<>();
        cells.add(declared("(i) L is smooth", regularity.smoothLoss()));
        cells.add(declared("(iii) S has a smooth factor", regularity.smoothNoise()));
        if (regularity.smoothLoss() != Declared.NO) {
            try {
                sample(laboratory, regularity, cells);
            } catch (IllegalStateException e) {
                cells.add(Cell.open("(ii) Lipschitz constant of g", 1, 1, 1, String.valueOf(e.getMessage())));
            }
        }
        return builder.passes("smooth as declared; growth, Lipschitz constant and moments up to order 8 as seen")
                .trajectories(cells.stream().mapToLong(Cell::trajectories).max().orElse(0))
                .build(cells, laboratory);
    }

    private void sample(Laboratory laboratory, Regularity regularity, List<Cell> cells) {
        double alpha = laboratory.budget().perCell(cells());
        List<ExceedanceTest> tests = ORDERS.stream()
                .map(p -> new ExceedanceTest(p, alpha, laboratory.budget().falsePassRate()))
                .toList();
        cells.addAll(new Growth(objective, point).judge(laboratory, alpha));
        if (Double.isFinite(regularity.moments())) {
            cells.add(refuted(
                    "(iv) moments of g(0)",
                    "moments of g are finite below order " + Numbers.plain(regularity.moments())
                            + " only, as declared (X11)"));
        } else if (!finiteAtOrigin(laboratory)) {
            cells.add(refuted("(iv) moments of g(0)", "the gradient at 0 is not a finite number"));
        } else {
            double[] origin = new double[point.length];
            moments("g(0)", lanes -> MomentStability.source(objective, origin, lanes), tests, laboratory, cells);
        }
        moments("L_gamma", this::ratios, tests, laboratory, cells);
    }

    private void moments(
            String what,
            IntFunction<TailExponent.Source> source,
            List<ExceedanceTest> tests,
            Laboratory laboratory,
            List<Cell> cells) {
        TailExponent tail = new TailExponent(what + " of " + objective.name(), source, rarity);
        long count = Math.max(1, Math.min(tail.needed(tests.get(0)), laboratory.trajectoryBudget()));
        TailExponent.Exceedances seen = tail.measure(laboratory, what, count);
        tests.forEach(test -> cells.add(seen.cell(what, test)));
    }

    private boolean finiteAtOrigin(Laboratory laboratory) {
        Draws draws = new Draws("g(0) of " + objective.name(), 1, lanes -> {
            GradientNoise gradient = new GradientNoise(objective, new double[point.length], lanes);
            double[][] rows = new double[point.length][lanes];
            return (noise, out) -> {
                gradient.draw(noise, rows);
                GradientNoise.norm(rows, out[0], lanes);
                for (int j = 0; j < lanes; j++) {
                    out[0][j] = Double.isFinite(out[0][j]) ? 0 : 1;
                }
            };
        });
        return draws.moments(laboratory, "origin", Math.min(FEW, laboratory.trajectoryBudget()))
                        .get(0)
                        .mean()
                == 0;
    }

    private TailExponent.Source ratios(int lanes) {
        CoupledPair pair = new CoupledPair(objective, point, lanes);
        int[] calls = {0};
        return (noise, sizes) -> {
            if (calls[0]++ % TURN == 0) {
                pair.turn(noise);
            }
            pair.ratio(noise, 1, sizes);
        };
    }

    private static Cell declared(String name, Declared declared) {
        return switch (declared) {
            case YES -> Cell.exact(name, 1, 1, 1, 1, 1, 0);
            case NO -> refuted(name, "declared not to hold");
            case UNKNOWN -> Cell.open(name, 1, 1, 1, "not declared, and no sample can show it; override regularity()");
        };
    }

    private static Cell refuted(String name, String why) {
        return new Cell(name, 1, 1, 1, 0, 1, -1, 0, 0, 0, 0, Verdict.FAIL, why);
    }

    private OutcomeBuilder builder(Laboratory laboratory) {
        return new OutcomeBuilder("Hypotheses", "the hypotheses of Theorem 4.1 hold for " + objective.name())
                .formula(
                        "L smooth, |g(x) - g(y)| <= L_gamma |x - y|, S = ss' with s smooth, E L_gamma^p and E|g(0)|^p finite")
                .source("Li, Malladi, Arora 2021, arXiv:2102.12470, Theorem 4.1; THEORY X11, X12")
                .truth("declared by the loss, or sampled")
                .setting("pairs around " + TailChecks.at(point) + " at distances 1 to 1024")
                .fails(worst -> worst.observable() + ": "
                        + (worst.note().isEmpty()
                                ? "exponent " + Numbers.brief(worst.estimate()) + ", the bound is "
                                        + Numbers.brief(worst.truth())
                                : worst.note()))
                .diagnosis(worst -> "Theorem 4.1 does not speak of this loss: no order of SVAG is promised")
                .power("false alarm < " + Numbers.brief(laboratory.budget().falseFailRate()) + " over " + cells()
                        + " sampled numbers; what is declared is taken at its word")
                .remedies(List.of("declare what you know by regularity()", "raise the budget of trajectories"));
    }
}
