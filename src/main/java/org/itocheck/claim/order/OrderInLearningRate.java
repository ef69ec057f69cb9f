package org.itocheck.claim.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Claim;
import org.itocheck.claim.Laboratory;
import org.itocheck.claim.Numbers;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.OutcomeBuilder;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.sde.Limit;
import org.itocheck.observable.Observable;
import org.itocheck.truth.Expectation;
import org.itocheck.truth.Truths;

/**
 * Theorems 3.3 and 6.3 on exact numbers: at time T the error {@code e(eta) = c0 + c1 eta + c2 eta^2 + ...} of level 1 of a family against a
 * limit has no coefficient below the order, c0 = 0 for order 1 and c0 = c1 = 0 for order 2, as eta = T/n shrinks. The coefficients are
 * extrapolated with their signs, so an error that passes through 0 on its way (THEORY 3.I) fools nobody.
 *
 * @param problem T, and the loss at {@code problem.learningRate()}
 * @param refinement the problem with n steps over the same T; {@link #fixedNoise} keeps the loss, so that S is fixed
 * @param family the family of a problem, for example {@code Sgd::family}
 * @param limit the limit of a problem, for example {@code ItoSde::of}
 * @param observables the test functions g, at least one
 * @param order 1 or 2
 * @param steps the numbers n of steps, each twice the one before, at least five
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), Theorems 3.3 and 6.3</a>
 */
public record OrderInLearningRate(
        Problem problem,
        IntFunction<Problem> refinement,
        Function<Problem, ? extends Family> family,
        Function<Problem, ? extends Limit> limit,
        List<Observable> observables,
        int order,
        List<Integer> steps)
        implements Claim {
    /** Checks the observables, the order and the ladder. */
    public OrderInLearningRate {
        observables = List.copyOf(observables);
        steps = List.copyOf(steps);
        if (observables.isEmpty()) {
            throw new IllegalArgumentException(
                    "observables is empty, expected at least one, for example Observable.squaredNorm()");
        }
        if (order < 1 || order > 2) {
            throw new IllegalArgumentException("order is " + order + ", expected 1 or 2");
        }
        Halving.check("steps", steps);
    }

    /** With S fixed and n = K, 2K, ..., 32K steps, where K are those of the problem. */
    public static OrderInLearningRate of(
            Problem problem,
            Function<Problem, ? extends Family> family,
            Function<Problem, ? extends Limit> limit,
            List<Observable> observables,
            int order) {
        List<Integer> steps = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            steps.add(problem.steps() << i);
        }
        return new OrderInLearningRate(problem, fixedNoise(problem), family, limit, observables, order, steps);
    }

    /** The same loss with n steps over the same time: S stays as eta shrinks, which is what Theorem 6.3 needs (THEORY X23). */
    public static IntFunction<Problem> fixedNoise(Problem problem) {
        return n -> problem.withLearningRate(problem.horizon() / n);
    }

    @Override
    public int cells() {
        return 1;
    }

    @Override
    public Outcome evaluate(Laboratory laboratory) {
        OutcomeBuilder builder = builder();
        List<Cell> cells = new ArrayList<>();
        List<String> leading = new ArrayList<>();
        for (Observable g : observables) {
            judge(g, cells, leading);
        }
        return builder.passes(String.join("; ", leading)).build(cells, laboratory);
    }

    private void judge(Observable g, List<Cell> cells, List<String> leading) {
        int finest = steps.get(steps.size() - 1);
        double eta = problem.horizon() / finest;
        double[] errors = new double[steps.size()];
        double size = 1;
        for (int i = 0; i < errors.length; i++) {
            Problem refined = refinement.apply(steps.get(i));
            Dynamics first = family.apply(refined).at(1, refined.objective());
            Optional<Expectation> mean = Truths.of(first, refined).flatMap(t -> t.of(g, refined.steps()));
            Optional<Expectation> truth =
                    Truths.of(limit.apply(refined), refined).flatMap(t -> t.of(g, refined.steps()));
            if (mean.isEmpty() || truth.isEmpty()) {
                String which =
                        mean.isEmpty() ? first.name() : limit.apply(refined).name();
                cells.add(Cell.open(g.name(), 1, eta, finest, "no exact value of " + which + " is known"));
                return;
            }
            errors[i] = mean.get().mean() - truth.get().mean();
            size = Math.max(size, Math.abs(truth.get().mean()));
        }
        double inverse = steps.get(0) / problem.horizon();
        double rounding = BoundedLadder.ROUNDING * BoundedLadder.AMPLIFIED * size;
        Halving coefficient = new Halving(errors);
        for (int power = 0; power < order; power++) {
            double allowed = coefficient.uncertainty() + rounding * StrictMath.pow(1 / eta, power);
            String name = "coefficient of eta^" + power + " in the error of " + g.name();
            cells.add(Cell.exact(name, 1, eta, finest, coefficient.limit(), 0, allowed));
            coefficient = coefficient.times(inverse, 2);
        }
        leading.add("e ~ " + Numbers.brief(coefficient.limit()) + " eta^" + order + " for " + g.name());
    }

    private OutcomeBuilder builder() {
        Problem coarsest = refinement.apply(steps.get(0));
        return new OutcomeBuilder(
                        "OrderInLearningRate",
                        family.apply(coarsest).name() + " on " + problem.name() + " is of order " + order
                                + " in eta against " + limit.apply(coarsest).name())
                .formula("E g(x_n) - E g(X_T) = O(eta^" + order + "), eta = T/n")
                .source("Li, Malladi, Arora 2021, arXiv:2102.12470, Theorems 3.3 and 6.3; THEORY 3.I, X22, X23")
                .truth("exact means of both")
                .setting("T = " + Numbers.plain(problem.horizon()) + ", n = " + steps.get(0) + " to "
                        + steps.get(steps.size() - 1) + " steps")
                .fails(worst -> worst.observable() + " is " + Numbers.brief(worst.estimate()) + ", expected 0 within "
                        + Numbers.brief(worst.allowed()))
                .diagnosis(worst -> worst.observable().startsWith("coefficient of eta^0")
                        ? "the limit is another process: look at the time scale, the drift and the factor of S"
                        : "the order is 1: a term of order eta is missing from the limit, or S grows as eta shrinks")
                .power("no randomness: exact errors, extrapolated")
                .remedies(List.of("observe polynomials on a problem of the catalogue"));
    }
}
