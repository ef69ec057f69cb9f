package org.itocheck.assertion;

import org.itocheck.claim.Tolerance;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.objective.Objective;

/**
 * The entry to the assertions, to be imported statically. It gets on with AssertJ's {@code assertThat} in the same class.
 * <pre>{@code
 * import static org.itocheck.assertion.ItoCheckAssertions.*;
 *
 * assertThat(Svag.family(0.5)).using(verifier).on(problem)
 *     .observing(Observable.coordinate(0)).atLevels(1, 2, 4, 8)
 *     .isWeakApproximationOf(ItoSde.of(problem), order(1), within(0.05));
 * }</pre>
 */
public final class ItoCheckAssertions {
    private ItoCheckAssertions() {}

    /** Assertions on a family of optimisers. */
    public static FamilyAssert assertThat(Family family) {
        return new FamilyAssert(family);
    }

    /** Assertions on a loss. */
    public static ObjectiveAssert assertThat(Objective objective) {
        return new ObjectiveAssert(objective);
    }

    /** Assertions on what is known exactly on a problem of the catalogue. */
    public static ProblemAssert assertThat(Problem problem) {
        return new ProblemAssert(problem);
    }

    /** A weak order. */
    public static Order order(int value) {
        return new Order(value);
    }

    /** A bound in the unit of the observable. */
    public static Tolerance within(double value) {
        return Tolerance.within(value);
    }

    /** A bound in standard deviations of the observable: 0.02 is 2 % of sd(g). */
    public static Tolerance withinDeviations(double value) {
        return Tolerance.withinDeviations(value);
    }
}
