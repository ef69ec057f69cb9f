package org.itocheck.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.dynamics.sde.LevySde;
import org.itocheck.observable.Monomial;
import org.itocheck.observable.Observable;
import org.junit.jupiter.api.Test;

/** One matrix makes what a motion of many checkpoints makes. */
class MomentOperatorTest {
    private static final Problem C3 = Problems.named("C3");

    @Test
    void four_steps_and_the_time_of_four_are_the_first_checkpoint() {
        Svag svag = new Svag(C3.objective(), 4, C3.learningRate(), C3.weightDecay());
        MomentOperator step = MomentOperator.step(svag, 3).orElseThrow();
        MomentOperator flow =
                MomentOperator.flow(ItoSde.of(C3), C3.learningRate(), 3).orElseThrow();
        double[] steps = step.at(C3.start());
        for (int k = 0; k < 4; k++) {
            steps = step.apply(steps);
        }
        double[] time = flow.apply(flow.at(C3.start()));
        assertThat(steps).hasSize(step.size()).hasSize(10);
        List<Observable> monomials = Monomial.upTo(3, 2);
        for (int i = 1; i < steps.length; i++) {
            Observable g = monomials.get(i - 1);
            assertThat(step.name(i)).isEqualTo(g.name());
            assertThat(steps[i]).as(g.name()).isCloseTo(mean(Truths.of(svag, C3).orElseThrow(), g), within(1e-14));
            assertThat(time[i])
                    .as(g.name())
                    .isCloseTo(mean(Truths.of(ItoSde.of(C3), C3).orElseThrow(), g), within(1e-14));
        }
        assertThat(steps[0]).isEqualTo(1);
        assertThat(time[0]).isCloseTo(1, within(1e-15));
    }

    @Test
    void the_increment_of_the_sde_is_the_way_from_its_point() {
        double[] x = {0.7, -1.2};
        MomentOperator flow = MomentOperator.flow(ItoSde.of(C3), 0.1, 2).orElseThrow();
        double[] after = flow.apply(flow.at(x));
        SdeOneStep step = SdeOneStep.of(ItoSde.of(C3), x, 0.1);
        double[] mean = step.mean();
        double[][] second = step.second();
        for (int i = 0; i < 2; i++) {
            assertThat(mean[i]).isCloseTo(after[1 + i] - x[i], within(1e-14));
            double square = after[i == 0 ? 3 : 5] - 2 * x[i] * after[1 + i] + x[i] * x[i];
            assertThat(second[i][i]).isCloseTo(square, within(1e-14));
        }
        assertThat(step.evenPowerOfNorm(1)).isCloseTo(second[0][0] + second[1][1], within(1e-16));
    }

    @Test
    void monomials_have_names_degrees_and_values() {
        MomentOperator step =
                MomentOperator.step(new Svag(C3.objective(), 1, 0.1, 0), 2).orElseThrow();
        assertThat(step.size()).isEqualTo(6);
        assertThat(List.of(step.name(0), step.name(1), step.name(4), step.name(5)))
                .containsExactly("1", "x[0]", "x[0] x[1]", "x[1]^2");
        assertThat(List.of(step.degree(0), step.degree(2), step.degree(3), step.degree(5)))
                .containsExactly(0, 1, 2, 2);
        assertThat(step.at(new double[] {3, -2})).containsExactly(1, 3, -2, 9, -6, 4);
        assertThat(step.evenPowerOfNorm(1, step.at(new double[] {3, -2}))).isEqualTo(13);
        MomentOperator fourth =
                MomentOperator.step(new Svag(C3.objective(), 1, 0.1, 0), 4).orElseThrow();
        assertThat(fourth.evenPowerOfNorm(2, fourth.at(new double[] {3, -2}))).isEqualTo(169);
    }

    @Test
    void degrees_from_1_to_8_are_known_and_no_others() {
        Svag svag = new Svag(C3.objective(), 1, 0.1, 0);
        assertThat(MomentOperator.step(svag, 0)).isEmpty();
        assertThat(MomentOperator.step(svag, 1)).isPresent();
        assertThat(MomentOperator.step(svag, 8)).isPresent();
        assertThat(MomentOperator.step(svag, 9)).isEmpty();
        assertThat(MomentOperator.flow(ItoSde.of(C3), 0.1, 9)).isEmpty();
    }

    @Test
    void other_losses_steps_and_limits_are_not_known() {
        Problem well = Problems.named("D1/gaussian");
        Dynamics own = Family.of("mine", 0.25, level -> (x, context) -> {}).at(1, C3.objective());
        assertThat(MomentOperator.step(new Svag(well.objective(), 1, 0.5, 0), 2))
                .isEmpty();
        assertThat(MomentOperator.step(own, 2)).isEmpty();
        assertThat(MomentOperator.flow(ItoSde.of(well), 0.1, 2)).isEmpty();
        assertThat(MomentOperator.flow(LevySde.of(Problems.named("B4")), 0.1, 2))
                .isEmpty();
    }

    private static double mean(Truth truth, Observable g) {
        return truth.of(g, 1).orElseThrow().mean();
    }
}
