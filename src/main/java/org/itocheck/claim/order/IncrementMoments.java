package org.itocheck.claim.order;

import java.util.ArrayList;
import java.util.List;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Claim;
import org.itocheck.claim.Laboratory;
import org.itocheck.claim.Numbers;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.OutcomeBuilder;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.truth.SdeOneStep;

/**
 * Lemma C.1: the increment of the SDE over the time eta/l of one step has {@code l^(alpha/2) E |dX|^alpha} bounded, for alpha = 2, 4, 8.
 * The exponent is {@code rate * alpha} with rate 1/2; the powers of the printed proof would give 1, which fails (THEORY X15).
 *
 * @param problem a {@code LeastSquares} loss of at most 3 dimensions
 * @param limit the SDE looked at; usually {@code ItoSde.of(problem)}
 * @param rate 1/2, or what is to be shown wrong; positive
 * @param levels l, each twice the one before, at least five
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), Lemma C.1</a>
 */
public record IncrementMoments(Problem problem, ItoSde limit, double rate, List<Integer> levels) implements Claim {
    private static final List<Integer> LEVELS = List.of(1, 2, 4, 8, 16, 32, 64, 128, 256);
    private static final int[] POWERS = {2, 4, 8};

    /** Checks the rate and the ladder. */
    public IncrementMoments {
        levels = List.copyOf(levels);
        if (!(rate > 0)) {
            throw new IllegalArgumentException("rate is " + rate + ", expected a positive number; the lemma has 0.5");
        }
        Halving.check("levels", levels);
    }

    /** The lemma, at l = 1, 2, ..., 256. */
    public IncrementMoments(Problem problem) {
        this(problem, ItoSde.of(problem), 0.5, LEVELS);
    }

    @Override
    public int cells() {
        return 1;
    }

    @Override
    public Outcome evaluate(Laboratory laboratory) {
        OutcomeBuilder builder = builder();
        int finest = levels.get(levels.size() - 1);
        List<Cell> cells = new ArrayList<>();
        List<String> found = new ArrayList<>();
        try {
            double[][] scaled = new double[POWERS.length][levels.size()];
            for (int i = 0; i < levels.size(); i++) {
                int level = levels.get(i);
                SdeOneStep step = SdeOneStep.of(limit, problem.start(), problem.learningRate() / level);
                for (int p = 0; p < POWERS.length; p++) {
                    scaled[p][i] = StrictMath.pow(level, rate * POWERS[p]) * step.evenPowerOfNorm(POWERS[p] / 2);
                }
            }
            for (int p = 0; p < POWERS.length; p++) {
                Halving ladder = new Halving(scaled[p]);
                String name = "l^" + Numbers.plain(rate * POWERS[p]) + " E|dX|^" + POWERS[p];
                double allowed = ladder.allowedStep() + 1e-12 * ladder.last();
                double step = problem.learningRate() / finest;
                cells.add(Cell.exact(name, finest, step, 1, ladder.last(), ladder.lastButOne(), allowed));
                found.add(Numbers.brief(ladder.last()));
            }
        } catch (IllegalArgumentException e) {
            return builder.obstacle(String.valueOf(e.getMessage())).build(List.of(), laboratory);
        }
        return builder.passes("they settle at " + String.join(", ", found)).build(cells, laboratory);
    }

    private OutcomeBuilder builder() {
        return new OutcomeBuilder(
                        "IncrementMoments",
                        "increments of the SDE of " + problem.name() + " are of size l^-" + Numbers.plain(rate))
                .formula("l^(" + Numbers.plain(rate) + " alpha) E |dX|^alpha <= C, alpha = 2, 4, 8")
                .source("Li, Malladi, Arora 2021, arXiv:2102.12470, Lemma C.1; THEORY X15")
                .truth("moment ODE")
                .setting("eta = " + Numbers.plain(problem.learningRate()))
                .fails(worst -> worst.observable() + " goes from " + Numbers.brief(worst.truth()) + " to "
                        + Numbers.brief(worst.estimate()) + " at l = " + worst.level())
                .diagnosis(worst -> "increments of a diffusion are of the size of the square root of the time")
                .power("no randomness: the moment ODE is solved to rounding")
                .remedies(List.of("take C1, C2 or C3"))
                .levels(levels);
    }
}
