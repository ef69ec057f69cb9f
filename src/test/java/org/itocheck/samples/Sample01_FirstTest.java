package org.itocheck.samples;

import static org.itocheck.assertion.ItoCheckAssertions.assertThat;

import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.junit.VerificationTest;
import org.itocheck.observable.Observable;
import org.itocheck.random.NoiseLaw;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Test;

/**
 * Sample 1: a first test.
 * <p>{@code @VerificationTest} gives every test method a {@link Verifier}, which knows the seed, how often a test may be wrong, and how much
 * it may simulate. An assertion names what moves ({@code assertThat}), who verifies ({@code using}), where it starts and on which loss
 * ({@code on}), what is measured ({@code observing}) and at which levels l ({@code atLevels}). Then comes a verb: it simulates, and it
 * throws unless the claim holds.
 * <p>Here SVAG runs on problem A1 of the catalogue, a parabola with noise, whose means are known exactly. The claim is the strictest one
 * there is: the means of the implementation are those of the theory, at every level, at every step.
 * <p>Run it and look for the line that starts with {@code [itocheck]}: it has the seed and the command that gives the same numbers again.
 * The page with all numbers is {@code reports/Sample01_FirstTest/svag_has_the_means_of_the_theory.html}.
 */
@VerificationTest
class Sample01_FirstTest {
    @Test
    void svag_has_the_means_of_the_theory(Verifier verifier) {
        Problem problem = Problems.a1(NoiseLaw.SKEW_TWO_POINT);

        assertThat(Svag.family(problem))
                .using(verifier)
                .on(problem)
                .observing(Observable.coordinate(0), Observable.power(0, 2))
                .atLevels(1, 2, 4)
                .hasExactMeans();
    }
}
