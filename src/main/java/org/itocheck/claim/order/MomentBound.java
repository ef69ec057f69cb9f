package org.itocheck.claim.order;

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
import org.itocheck.truth.MomentOperator;

/**
 * Lemma C.3, with the constant that its proof should have (THEORY X17): {@code sup_k E |x_k|^(2m)} over all steps k = 1, 2, ... up to T is bounded by a
 * number that does not depend on l. On exact moments, over levels that double; the suprema must settle.
 *
 * @param problem an {@code AdditiveQuadratic}, {@code RandomCurvature} or {@code LeastSquares} loss of few dimensions
 * @param family the family, for example {@code Svag.family(problem)}
 * @param half m, 1 to 4
 * @param levels l, each twice the one before, at least five
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), Lemma C.3</a>
 */
public record MomentBound(Problem problem, Family family, int half, List<Integer> levels) implements Claim {
    private static final List<Integer> LEVELS = List.of(1, 2, 4, 8, 16, 32, 64, 128, 256);

    /** Checks the power and the ladder. */
    public MomentBound {
        levels = List.copyOf(levels);
        if (half < 1 || half > 4) {
            throw new IllegalArgumentException(
                    "half is " + half + ", expected 1 to 4: moments of |x| are known up to the eighth");
        }
        Halving.check("levels", levels);
    }

    /** At l = 1, 2, ..., 256. */
    public MomentBound(Problem problem, Family family, int half) {
        this(problem, family, half, LEVELS);
    }

    @Override
    public int cells() {
        return 1;
    }

    @Override
    public Outcome evaluate(Laboratory laboratory) {
        OutcomeBuilder builder = builder();
        double[] suprema = new double[levels.size()];
        String last = "";
        for (int i = 0; i < suprema.length; i++) {
            int level = levels.get(i);
            Optional<MomentOperator> step = MomentOperator.step(family.at(level, problem.objective()), 2 * half);
            if (step.isEmpty()) {
                return builder.obstacle("moments of degree " + 2 * half + " are not known on "
                                + problem.objective().name())
                        .build(List.of(), laboratory);
            }
            double[] path = path(step.get(), family.stepsPerCheckpoint(level) * problem.steps());
            suprema[i] = path[0];
            last = path[0] == path[1] ? ", attained at T" : "";
        }
        Halving ladder = new Halving(suprema);
        int finest = levels.get(levels.size() - 1);
        Cell cell = Cell.exact(
                name(),
                finest,
                problem.learningRate() / finest,
                problem.steps(),
                ladder.last(),
                ladder.lastButOne(),
                ladder.allowedStep() + 1e-12 * Math.abs(ladder.last()));
        return builder.passes(name() + " goes from " + Numbers.brief(suprema[0]) + " to " + Numbers.brief(ladder.last())
                        + last)
                .build(List.of(cell), laboratory);
    }

    /** The supremum over all steps, and the value at T. */
    private double[] path(MomentOperator step, int count) {
        double[] moments = step.at(problem.start());
        double supremum = 0;
        double now = 0;
        for (int k = 0; k < count && Double.isFinite(now); k++) {
            moments = step.apply(moments);
            now = step.evenPowerOfNorm(half, moments);
            supremum = Math.max(supremum, now);
        }
        return new double[] {Double.isFinite(now) ? supremum : Double.POSITIVE_INFINITY, now};
    }

    private String name() {
        return "sup E |x|^" + 2 * half;
    }

    private OutcomeBuilder builder() {
        return new OutcomeBuilder(
                        "MomentBound",
                        "moments of " + family.name() + " on " + problem.name() + " are bounded for all l")
                .formula("sup over 1 <= k <= lK of E |x_k|^" + 2 * half + " <= C, every l")
                .source("Li, Malladi, Arora 2021, arXiv:2102.12470, Lemma C.3; THEORY X17")
                .truth("moment recursion")
                .setting("eta = " + Numbers.plain(problem.learningRate()) + ", K = " + problem.steps() + " steps")
                .fails(worst -> worst.observable() + " goes from " + Numbers.brief(worst.truth()) + " at l = "
                        + worst.level() / 2 + " to " + Numbers.brief(worst.estimate()))
                .diagnosis(worst -> "one step has too much noise: its variance must be l S (eta/l)^2")
                .power("no randomness: exact moments after every step")
                .remedies(List.of("take a quadratic loss of few dimensions and a smaller power"))
                .levels(levels);
    }
}
