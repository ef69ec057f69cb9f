package org.itocheck.samples;

import static org.itocheck.assertion.ItoCheckAssertions.assertThat;
import static org.itocheck.assertion.ItoCheckAssertions.order;
import static org.itocheck.assertion.ItoCheckAssertions.within;

import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.junit.VerificationTest;
import org.itocheck.observable.Observable;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Test;

/**
 * Sample 2: is it a weak approximation of the SDE?
 * <p>The theorem says: for every smooth test function g, the error e(l) = E g(SVAG) - E g(SDE) shrinks like 1/l. Both halves of that are
 * tested at once, with signs and without logarithms: the errors extrapolate to zero (right limit), and nothing but c1/l + c2/l^2 is left at
 * any level (right order). {@code within(0.02)} says how much may be left, in the unit of g.
 * <p>A narrower question is cheaper: {@code hasLimit} asks for the limit alone, {@code hasWeakErrorBelow(c, limit)} asks whether the error
 * is at most c/l for a c that you know.
 * <p>Allow several times the error you expect: the interval around it must lie inside the bound as well. A smaller tolerance costs its square in trajectories. If the budget does not reach, the answer is INCONCLUSIVE, which fails: raise
 * {@code trajectories}, look at fewer checkpoints, or allow more.
 */
@VerificationTest(falseFailRate = 1e-6, falsePassRate = 1e-3, trajectories = 4_000_000)
class Sample02_WeakApproximationTest {
    private final Problem problem = Problems.named("C2"); // least squares, d = 2, mini-batches of 2 out of 5
    private final ItoSde limit = ItoSde.of(problem);

    @Test
    void svag_is_a_weak_approximation_of_the_ito_sde(Verifier verifier) {
        assertThat(Svag.family(problem))
                .using(verifier)
                .on(problem)
                .observing(Observable.coordinate(0))
                .atLevels(1, 2, 4, 8)
                .atCheckpoints(4)
                .isWeakApproximationOf(limit, order(1), within(0.02));
    }

    @Test
    void its_error_is_below_an_envelope(Verifier verifier) {
        assertThat(Svag.family(problem))
                .using(verifier)
                .on(problem)
                .observing(Observable.coordinate(0), Observable.coordinate(1))
                .atLevels(1, 2, 4, 8, 16)
                .hasWeakErrorBelow(0.5, limit);
    }
}
