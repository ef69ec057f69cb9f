package org.itocheck.samples;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.itocheck.assertion.ItoCheckAssertions.assertThat;

import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.StepContext;
import org.itocheck.dynamics.StochasticOptimizer;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.junit.VerificationTest;
import org.itocheck.observable.Observable;
import org.itocheck.random.NoiseLaw;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/**
 * Sample 3: an optimiser of your own.
 * <p>It has one method, which moves one trajectory by one step. Gradients and randomness come from the context and from nowhere else;
 * whatever it has to remember, a momentum for example, goes into fields, since every trajectory gets a fresh instance. {@link Family#of}
 * makes a family of it: level l runs with the learning rate eta / l.
 * <p>Here gradients are clipped. With a generous threshold nothing is ever clipped on this problem, so the means must be those of SGD; with
 * a small one they must not, and the claim says so. A test that has never failed proves little: let yours fail once, on purpose.
 */
@VerificationTest
class Sample03_YourOwnOptimizerTest {
    private final Problem problem = Problems.a1(NoiseLaw.RADEMACHER); // gradients here are at most 2.25

    /** SGD with gradients cut to a length. */
    private static final class ClippedSgd implements StochasticOptimizer {
        private final double longest;

        ClippedSgd(double longest) {
            this.longest = longest;
        }

        @Override
        public void step(double[] x, StepContext context) {
            double[] g = context.sampleGradient(x);
            double length = 0;
            for (double entry : g) {
                length = Math.hypot(length, entry);
            }
            double scale = Math.min(1, longest / length);
            for (int i = 0; i < x.length; i++) {
                x[i] -= context.learningRate() * scale * g[i];
            }
        }
    }

    private Family clipped(double longest) {
        return Family.of("ClippedSgd", problem.learningRate(), level -> new ClippedSgd(longest));
    }

    @Test
    void generous_clipping_is_sgd(Verifier verifier) {
        assertThat(clipped(5))
                .using(verifier)
                .on(problem)
                .observing(Observable.coordinate(0), Observable.power(0, 2))
                .atLevels(1)
                .hasExactMeansOf(Sgd.family(problem.learningRate()));
    }

    @Test
    void it_stays_close_to_the_sde(Verifier verifier) {
        assertThat(clipped(5))
                .using(verifier)
                .on(problem)
                .observing(Observable.coordinate(0))
                .atLevels(1)
                .hasWeakErrorBelow(0.8, ItoSde.of(problem));
    }

    @Test
    void hard_clipping_is_something_else(Verifier verifier) {
        assertThatThrownBy(() -> assertThat(clipped(0.5))
                        .using(verifier)
                        .on(problem)
                        .observing(Observable.coordinate(0))
                        .atLevels(1)
                        .hasExactMeansOf(Sgd.family(problem.learningRate())))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith("means of ClippedSgd on A1/rademacher are those of SGD: FAIL");
    }
}
