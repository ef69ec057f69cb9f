package org.itocheck.claim.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.itocheck.claim.Cell;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.objective.catalogue.AdditiveQuadratic;
import org.itocheck.random.NoiseLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradientFlowDistanceTest {
    /** The numbers of THEORY 3.I, with the step at which they are attained. */
    @ParameterizedTest
    @CsvSource({"0.001, 600, 3.682e-4, 500", "0.01, 100, 3.710e-3, 50", "0.9, 3, 0.9653, 1"})
    void the_distance_on_a_parabola_is_that_of_figure_three(double eta, int steps, double distance, int when) {
        Outcome outcome = verify(parabola(eta, steps), 1);
        Cell farthest = outcome.cells().stream()
                .reduce((a, b) -> b.estimate() > a.estimate() ? b : a)
                .orElseThrow();
        assertThat(outcome.verdict()).isEqualTo(Verdict.PASS);
        assertThat(farthest.estimate()).isCloseTo(distance, within(5e-4 * distance));
        assertThat(farthest.checkpoint()).isEqualTo(when);
    }

    @Test
    void for_small_learning_rates_it_is_eta_over_e() {
        double eta = 1e-4;
        Outcome outcome = verify(parabola(eta, 6000), eta / Math.E * 1.001);
        assertThat(outcome.verdict()).isEqualTo(Verdict.PASS);
        assertThat(verify(parabola(eta, 6000), eta / Math.E * 0.999).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void a_learning_rate_of_0_9_is_too_large() {
        Outcome outcome = verify(parabola(0.9, 3), 0.1);
        assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.finding()).isEqualTo("the distance is 0.965299 at k = 1");
    }

    @Test
    void least_squares_is_known_and_a_double_well_is_not() {
        assertThat(verify(Problems.named("C4"), 1).verdict()).isEqualTo(Verdict.PASS);
        assertThat(verify(Problems.named("D1/gaussian"), 1).finding())
                .isEqualTo("gradient flow on D1/gaussian is not known");
        assertThatThrownBy(() -> new GradientFlowDistance(Problems.named("C2"), 0))
                .hasMessage("bound is 0.0, expected a positive distance");
    }

    private static Problem parabola(double eta, int steps) {
        return Problem.of(AdditiveQuadratic.scalar("x^2", 2, 0, NoiseLaw.GAUSSIAN), new double[] {1}, eta, steps);
    }

    private static Outcome verify(Problem problem, double bound) {
        return BoundedLadderTest.VERIFIER.verify(new GradientFlowDistance(problem, bound));
    }
}
