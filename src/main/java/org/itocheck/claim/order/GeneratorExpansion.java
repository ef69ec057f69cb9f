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
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.objective.GradientMoments;
import org.itocheck.observable.Observable;
import org.itocheck.observable.Polynomial;
import org.itocheck.truth.Expectation;
import org.itocheck.truth.Truths;

/**
 * Lemma C.2, with the 1/2 that its statement lacks (THEORY X16):
 * {@code E psi(X_h) = psi(x) + h (-grad L . grad psi + (1/2) tr(Hess psi eta S)) + O(h^2)} for h = eta/l. The remainder divided by h^2 must
 * settle as l doubles; with another factor before the trace it grows like l.
 *
 * @param problem loss, learning rate, weight decay and the point x
 * @param limit the SDE; usually {@code ItoSde.of(problem)}
 * @param functions psi, at least one; derivatives are known of polynomials only
 * @param traceFactor 1/2; the paper prints 1
 * @param levels l, each twice the one before, at least five
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), Lemma C.2</a>
 */
public record GeneratorExpansion(
        Problem problem, ItoSde limit, List<Observable> functions, double traceFactor, List<Integer> levels)
        implements Claim {
    private static final List<Integer> LEVELS = List.of(1, 2, 4, 8, 16, 32, 64);

    /** Checks the functions, the factor and the ladder. */
    public GeneratorExpansion {
        functions = List.copyOf(functions);
        levels = List.copyOf(levels);
        if (functions.isEmpty()) {
            throw new IllegalArgumentException(
                    "functions is empty, expected at least one, for example Monomial.of(0, 2)");
        }
        if (!Double.isFinite(traceFactor)) {
            throw new IllegalArgumentException(
                    "traceFactor is " + traceFactor + ", expected a finite number; the lemma has 0.5");
        }
        Halving.check("levels", levels);
    }

    /** The lemma, at l = 1, 2, ..., 64. */
    public GeneratorExpansion(Problem problem, List<Observable> functions) {
        this(problem, ItoSde.of(problem), functions, 0.5, LEVELS);
    }

    @Override
    public int cells() {
        return 1;
    }

    @Override
    public Outcome evaluate(Laboratory laboratory) {
        OutcomeBuilder builder = builder();
        double[] x = problem.start();
        Optional<GradientMoments> gradient = problem.objective().gradientMoments(x);
        if (gradient.isEmpty()) {
            return builder.obstacle("the objective gives no gradientMoments").build(List.of(), laboratory);
        }
        Generator generator = Generator.of(gradient.get(), problem.learningRate(), problem.weightDecay(), x);
        List<Cell> cells = new ArrayList<>();
        BoundedLadder.Worst worst = new BoundedLadder.Worst();
        for (Observable g : functions) {
            cells.add(
                    g instanceof Polynomial psi
                            ? cell(psi, generator, x, worst)
                            : open(g, "its derivatives are not known; take a polynomial"));
        }
        return builder.passes("largest remainder / h^2 = " + worst).build(cells, laboratory);
    }

    private Cell cell(Polynomial psi, Generator generator, double[] x, BoundedLadder.Worst worst) {
        int finest = levels.get(levels.size() - 1);
        double slope = generator.apply(psi, x, traceFactor);
        double here = Generator.value(psi, x);
        double[] remainders = new double[levels.size()];
        double step = problem.learningRate() / finest;
        for (int i = 0; i < remainders.length; i++) {
            double h = problem.learningRate() / levels.get(i);
            Problem brief = new Problem(problem.name(), problem.objective(), x, h, problem.weightDecay(), 1);
            Optional<Expectation> then = Truths.of(limit, brief).flatMap(truth -> truth.of(psi, 1));
            if (then.isEmpty()) {
                return open(psi, "no exact value of " + limit.name() + " is known");
            }
            remainders[i] = (then.get().mean() - here - h * slope) / (h * h);
        }
        worst.see(new double[] {remainders[remainders.length - 1]}, psi.name());
        Halving ladder = new Halving(remainders);
        double rounding = BoundedLadder.ROUNDING * Math.max(1, Math.abs(here)) / (step * step);
        return Cell.exact(
                "remainder / h^2 of " + psi.name(),
                finest,
                step,
                1,
                ladder.last(),
                ladder.lastButOne(),
                ladder.allowedStep() + rounding);
    }

    private Cell open(Observable g, String reason) {
        int finest = levels.get(levels.size() - 1);
        return Cell.open(g.name(), finest, problem.learningRate() / finest, 1, reason);
    }

    private OutcomeBuilder builder() {
        return new OutcomeBuilder(
                        "GeneratorExpansion",
                        "the SDE of " + problem.name() + " has the generator with " + Numbers.plain(traceFactor)
                                + " before the trace")
                .formula("E psi(X_h) = psi + h (-grad L . grad psi + " + Numbers.plain(traceFactor)
                        + " tr(Hess psi eta S)) + O(h^2)")
                .source("Li, Malladi, Arora 2021, arXiv:2102.12470, Lemma C.2; THEORY X16")
                .truth("exact means of the SDE over one step")
                .setting("eta = " + Numbers.plain(problem.learningRate()))
                .fails(worst -> worst.observable() + " goes from " + Numbers.brief(worst.truth()) + " to "
                        + Numbers.brief(worst.estimate()) + " at l = " + worst.level())
                .diagnosis(worst -> "a term of order h is wrong: look at the factor before the trace and at the drift")
                .power("no randomness: exact means")
                .remedies(List.of("take a problem of the catalogue, and polynomials"))
                .levels(levels);
    }
}
