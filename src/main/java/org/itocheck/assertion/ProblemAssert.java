package org.itocheck.assertion;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.itocheck.claim.Claim;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Setting;
import org.itocheck.claim.Tolerance;
import org.itocheck.claim.order.BoundedLadder;
import org.itocheck.claim.order.GradientFlowDistance;
import org.itocheck.claim.order.MomentBound;
import org.itocheck.claim.order.OrderInLearningRate;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.sde.Limit;
import org.itocheck.observable.Observable;
import org.itocheck.verify.Verifier;
import org.opentest4j.AssertionFailedError;

/**
 * Assertions on what theory knows exactly on a problem of the catalogue: nothing is simulated.
 * <pre>{@code
 * assertThat(problem).using(verifier).observing(Observable.squaredNorm())
 *     .hasOrderInLearningRate(order(2), Sgd::family, SecondOrderSde::of)
 *     .hasBoundedErrors(Svag.family(problem), ItoSde.of(problem));
 * }</pre>
 * Not for several threads.
 */
public final class ProblemAssert {
    private final Problem problem;
    private final Verification verification = new Verification("hasBoundedErrors(family, limit)");
    private List<Observable> observables = List.of();
    private List<Integer> levels = List.of(1, 2, 4, 8, 16, 32, 64);

    ProblemAssert(Problem problem) {
        this.problem = problem;
    }

    /** Who verifies: seed and messages. */
    public ProblemAssert using(Verifier newVerifier) {
        verification.using(newVerifier);
        return this;
    }

    /** What is measured: test functions g, at least one. */
    public ProblemAssert observing(Observable... newObservables) {
        observables = List.of(newObservables);
        return this;
    }

    /** The ladder of levels, each twice the one before, at least five; without this call 1, 2, ..., 64. */
    public ProblemAssert atLevels(int... newLevels) {
        levels = IntStream.of(newLevels).boxed().toList();
        return this;
    }

    /**
     * The exact errors of a family against a limit tend to 0, and l times them stays bounded: Theorem 4.1.
     *
     * @throws AssertionFailedError unless the claim passed
     * @see BoundedLadder
     */
    public ProblemAssert hasBoundedErrors(Family family, Limit limit) {
        requireObservables("hasBoundedErrors");
        return verify(new BoundedLadder(Setting.of(family, problem, levels, observables), limit));
    }

    /**
     * {@code E |x_k|^(2 half)} is bounded over all steps and levels: Lemma C.3.
     *
     * @param half 1 to 4
     * @throws AssertionFailedError unless the claim passed
     * @see MomentBound
     */
    public ProblemAssert hasBoundedMoments(Family family, int half) {
        return verify(new MomentBound(problem, family, half, levels));
    }

    /**
     * Level 1 of a family is of this order in eta against a limit at the time T of the problem, with S fixed: Theorem 3.3 or 6.3.
     *
     * @param family the family at the learning rate of a problem, such as {@code Sgd::family}
     * @param limit the limit at the learning rate of a problem, such as {@code ItoSde::of}
     * @throws AssertionFailedError unless the claim passed
     * @see OrderInLearningRate
     */
    public ProblemAssert hasOrderInLearningRate(
            Order order, Function<Problem, ? extends Family> family, Function<Problem, ? extends Limit> limit) {
        requireObservables("hasOrderInLearningRate");
        return verify(OrderInLearningRate.of(problem, family, limit, observables, order.value()));
    }

    /**
     * Gradient descent stays this close to gradient flow: Figure 3.
     *
     * @param distance in the unit of x
     * @throws AssertionFailedError unless the claim passed
     * @see GradientFlowDistance
     */
    public ProblemAssert followsGradientFlow(Tolerance distance) {
        return verify(new GradientFlowDistance(problem, distance.value()));
    }

    /** The outcome of the latest verb. @throws IllegalStateException before the first */
    public Outcome outcome() {
        return verification.outcome();
    }

    private void requireObservables(String verb) {
        verification.requireVerifier(verb);
        Missing.requireAny(observables, verb, "an observable", ".observing(Observable.squaredNorm())");
    }

    private ProblemAssert verify(Claim claim) {
        verification.verify(claim);
        return this;
    }
}
