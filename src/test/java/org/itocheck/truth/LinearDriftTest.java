package org.itocheck.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.optimizer.Gd;
import org.itocheck.dynamics.sde.GradientFlow;
import org.itocheck.dynamics.sde.Limit;
import org.itocheck.dynamics.sde.ModifiedSde;
import org.itocheck.dynamics.sde.SecondOrderSde;
import org.itocheck.objective.LeastSquares;
import org.itocheck.objective.catalogue.ConstantGradient;
import org.itocheck.objective.catalogue.DoubleWell;
import org.itocheck.observable.Observable;
import org.itocheck.random.NoiseLaw;
import org.junit.jupiter.api.Test;

/** Every limit on a loss with linear gradient has the mean {@code m* + (x - m*) exp(-rate t)}, whatever its noise. */
class LinearDriftTest {
    /** h = 2.5, c = 3.5. */
    private static final LeastSquares LINE =
            new LeastSquares("line", new double[][] {{1}, {2}}, new double[] {1, 3}, 1);

    private static final Problem PROBLEM = new Problem("line", LINE, new double[] {-0.5}, 0.2, 0.3, 2);
    private static final double F = 2.5 + 0.3;

    @Test
    void gradient_flow_slides_to_the_minimum_with_weight_decay() {
        decays(GradientFlow.of(PROBLEM), F);
        Expectation x = at(GradientFlow.of(PROBLEM), 2);
        assertThat(x.variance()).isCloseTo(0, within(1e-14));
    }

    @Test
    void the_second_order_sde_gets_there_faster() {
        decays(SecondOrderSde.of(PROBLEM), F * (1 + 0.1 * F));
    }

    @Test
    void speed_and_correction_of_a_modified_sde_are_its_own() {
        decays(new ModifiedSde("other", LINE, 0.2, 0.3, 1.5, 0.4, 0.2), 1.5 * F * (1 + 0.4 * F));
    }

    @Test
    void the_loss_of_a_constant_gradient_falls_with_its_slope() {
        ConstantGradient loss = new ConstantGradient("slope", 0.5, 1, NoiseLaw.POISSON);
        Problem problem = Problem.of(loss, new double[] {2}, 0.25, 3);
        Truth descent = Truths.of(Gd.family(problem).at(1, loss), problem).orElseThrow();
        assertThat(descent.of(Observable.loss(loss), 3).orElseThrow().mean())
                .isCloseTo(0.5 * (2 - 3 * 0.25 * 0.5), within(1e-15));
    }

    @Test
    void noise_of_any_law_is_no_matter_to_gradient_descent_on_the_grid() {
        DoubleWell loss = new DoubleWell("well", NoiseLaw.EXPONENTIAL);
        Problem problem = Problem.of(loss, new double[] {0.5}, 0.25, 1);
        Truth descent = Truths.of(Gd.family(problem).at(1, loss), problem).orElseThrow();
        Expectation x = descent.of(Observable.coordinate(0), 1).orElseThrow();
        assertThat(x.mean()).isCloseTo(0.5 - 0.25 * loss.drift(0.5), within(1e-13));
        assertThat(x.variance()).isCloseTo(0, within(1e-12));
    }

    private static void decays(Limit limit, double rate) {
        double minimum = 3.5 / F;
        for (int k = 1; k <= 2; k++) {
            double mean = minimum + (-0.5 - minimum) * Math.exp(-rate * 0.2 * k);
            assertThat(at(limit, k).mean()).isCloseTo(mean, within(1e-14));
        }
    }

    private static Expectation at(Limit limit, int checkpoint) {
        return Truths.of(limit, PROBLEM)
                .orElseThrow()
                .of(Observable.coordinate(0), checkpoint)
                .orElseThrow();
    }
}
