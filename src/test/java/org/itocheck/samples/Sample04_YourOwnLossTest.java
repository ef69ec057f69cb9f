package org.itocheck.samples;

import static org.itocheck.assertion.ItoCheckAssertions.assertThat;
import static org.itocheck.assertion.ItoCheckAssertions.within;

import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.junit.VerificationTest;
import org.itocheck.objective.StochasticObjective;
import org.itocheck.observable.Observable;
import org.itocheck.random.RandomStream;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Test;

/**
 * Sample 4: a loss of your own.
 * <p>A loss needs a name, a dimension and a stochastic gradient; that is enough to run optimisers on it. To compare with the SDE its full
 * gradient and the covariance of one mini-batch gradient must be known as well: they are the drift and the diffusion. What a claim lacks it
 * asks for by name.
 * <p>Nobody knows E g(X_T) in closed form here, so the SDE is simulated too, and its own error goes into the verdict. That costs
 * trajectories: the tolerance is wider than in the samples before.
 */
@VerificationTest
class Sample04_YourOwnLossTest {
    /** L(x) = log cosh x, a parabola at its bottom and a slope of 1 far away, with noise that grows with the slope. */
    private static final class LogCosh implements StochasticObjective {
        @Override
        public String name() {
            return "log cosh";
        }

        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public void sampleGradient(double[] x, RandomStream random, double[] gradient) {
            double slope = StrictMath.tanh(x[0]);
            gradient[0] = slope + (0.5 + 0.25 * slope) * random.rademacher();
        }

        @Override
        public void gradient(double[] x, double[] gradient) {
            gradient[0] = StrictMath.tanh(x[0]);
        }

        @Override
        public double[][] covariance(double[] x) {
            double spread = 0.5 + 0.25 * StrictMath.tanh(x[0]);
            return new double[][] {{spread * spread}};
        }
    }

    @Test
    void svag_tends_to_the_sde_of_this_loss(Verifier verifier) {
        LogCosh loss = new LogCosh();

        assertThat(Svag.family(0.5))
                .using(verifier)
                .on(loss, new double[] {1}, 2)
                .observing(Observable.coordinate(0))
                .atLevels(1, 2, 4)
                .atCheckpoints(2)
                .hasLimit(new ItoSde(loss, 0.5, 0), within(0.05));
    }
}
