package org.itocheck.claim.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Claim;
import org.itocheck.claim.Outcome;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.observable.Monomial;
import org.itocheck.truth.MomentOperator;
import org.itocheck.truth.SdeOneStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the claims about ladders without randomness look at, and how much they allow from the last level but one to the last. */
class LadderCellsTest {
    private static final Problem C2 = Problems.named("C2");
    private static final List<Integer> LEVELS = List.of(1, 2, 4, 8, 16);

    static Stream<Function<List<Integer>, Claim>> claims() {
        return Stream.of(
                levels -> new MomentBound(C2, Svag.family(C2), 1, levels),
                levels -> new IncrementMoments(C2, ItoSde.of(C2), 0.5, levels),
                levels -> new GeneratorExpansion(C2, ItoSde.of(C2), List.of(Monomial.of(0, 2)), 0.5, levels),
                levels -> new OneStepToManySteps(C2, Svag.family(C2), ItoSde.of(C2), 2, 1, levels));
    }

    @ParameterizedTest
    @MethodSource("claims")
    void a_ladder_is_judged_at_its_finest_level(Function<List<Integer>, Claim> claim) {
        Claim ladder = claim.apply(LEVELS);
        Outcome outcome = BoundedLadderTest.VERIFIER.verify(ladder);
        assertThat(ladder.cells()).isEqualTo(1);
        Cell last = outcome.cells().get(outcome.cells().size() - 1);
        assertThat(last.level()).isEqualTo(16);
        assertThat(last.stepSize()).isEqualTo(0.25 / 16);
    }

    @ParameterizedTest
    @MethodSource("claims")
    void levels_that_do_not_double_are_refused(Function<List<Integer>, Claim> claim) {
        assertThatThrownBy(() -> claim.apply(List.of(1, 2, 4, 8, 15)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "levels is [1, 2, 4, 8, 15], expected at least 5 numbers, each twice the one before, for example"
                                + " 1, 2, 4, 8, 16");
    }

    @Test
    void a_bound_of_moments_may_rise_by_nine_tenths_of_its_last_rise() {
        double[] suprema = new double[LEVELS.size()];
        for (int i = 0; i < suprema.length; i++) {
            int level = LEVELS.get(i);
            MomentOperator step = MomentOperator.step(new Svag(C2.objective(), level, 0.25, 0), 2)
                    .orElseThrow();
            double[] moments = step.at(C2.start());
            for (int k = 0; k < 4 * level; k++) {
                moments = step.apply(moments);
                suprema[i] = Math.max(suprema[i], step.evenPowerOfNorm(1, moments));
            }
        }
        Cell cell = only(new MomentBound(C2, Svag.family(C2), 1, LEVELS));
        assertThat(cell.estimate()).isEqualTo(suprema[4]);
        assertThat(cell.truth()).isEqualTo(suprema[3]);
        assertThat(cell.allowed()).isCloseTo(allowed(suprema) + 1e-12 * suprema[4], within(1e-16));
        assertThat(cell.checkpoint()).isEqualTo(4);
    }

    @Test
    void increments_of_the_sde_are_multiplied_by_the_power_of_the_level() {
        double[] scaled = new double[LEVELS.size()];
        for (int i = 0; i < scaled.length; i++) {
            double time = 0.25 / LEVELS.get(i);
            scaled[i] = LEVELS.get(i)
                    * SdeOneStep.of(ItoSde.of(C2), C2.start(), time).evenPowerOfNorm(1);
        }
        Outcome outcome = BoundedLadderTest.VERIFIER.verify(new IncrementMoments(C2, ItoSde.of(C2), 0.5, LEVELS));
        Cell cell = outcome.cells().get(0);
        assertThat(cell.observable()).isEqualTo("l^1 E|dX|^2");
        assertThat(cell.estimate()).isCloseTo(scaled[4], within(1e-15));
        assertThat(cell.allowed()).isCloseTo(allowed(scaled) + 1e-12 * scaled[4], within(1e-15));
    }

    @Test
    void rounding_is_allowed_for_in_the_remainder_of_the_generator() {
        Cell cell = only(new GeneratorExpansion(C2, ItoSde.of(C2), List.of(Monomial.of(0, 2)), 0.5, LEVELS));
        double step = 0.25 / 16;
        assertThat(cell.allowed()).isBetween(2e-12 / (step * step), 1.0);
        assertThat(cell.allowed() - Math.abs(cell.error())).isPositive();
    }

    /** One step and N steps of order h^2 and h; the allowance for rounding is 1e-14 times the square of the finest level. */
    @Test
    void one_step_and_many_steps_stand_where_they_happen() {
        Outcome outcome = BoundedLadderTest.VERIFIER.verify(
                new OneStepToManySteps(C2, Svag.family(C2), ItoSde.of(C2), 2, 1, LEVELS));
        assertThat(outcome.cells())
                .extracting(Cell::observable)
                .endsWith("l N-step error", "l^2 one-step error of degree 1", "l^2 one-step error of degree 2");
        List<Cell> ladders = outcome.cells().subList(5, 8);
        assertThat(ladders).extracting(Cell::checkpoint).containsExactly(4, 1, 1);
        double[] manySteps = new double[LEVELS.size()];
        for (int i = 0; i < manySteps.length; i++) {
            int level = LEVELS.get(i);
            manySteps[i] = level
                    * Telescope.of(
                                    MomentOperator.step(new Svag(C2.objective(), level, 0.25, 0), 2)
                                            .orElseThrow(),
                                    MomentOperator.flow(ItoSde.of(C2), 0.25 / level, 2)
                                            .orElseThrow(),
                                    C2.start(),
                                    4 * level)
                            .manySteps();
        }
        assertThat(ladders.get(0).estimate()).isEqualTo(manySteps[4]);
        assertThat(ladders.get(0).allowed()).isCloseTo(allowed(manySteps) + 256e-14, within(1e-16));
    }

    @Test
    void failures_say_from_which_level_to_which() {
        Family loud = new Wrong(
                "loud", 0.25, (l, loss) -> new Svag(loss, 2 * l * l - 2 * l + 1, 0.25 * (2 * l - 2 + 1.0 / l), 0));
        Outcome outcome = BoundedLadderTest.VERIFIER.verify(new MomentBound(C2, loud, 1, LEVELS));
        assertThat(outcome.headline())
                .startsWith("moments of loud on C2 are bounded for all l: FAIL, sup E |x|^2 goes from ");
        assertThat(outcome.finding()).contains(" at l = 8 to ");
        Outcome half = BoundedLadderTest.VERIFIER.verify(
                new GeneratorExpansion(C2, ItoSde.of(C2), List.of(Monomial.of(0, 2)), 1, LEVELS));
        assertThat(half.finding())
                .startsWith("remainder / h^2 of x[0]^2 goes from ")
                .endsWith(" at l = 16");
        Outcome increments = BoundedLadderTest.VERIFIER.verify(new IncrementMoments(C2, ItoSde.of(C2), 1, LEVELS));
        assertThat(increments.diagnosis())
                .isEqualTo("increments of a diffusion are of the size of the square root of the time");
    }

    /** The largest of the last three rises, each older one shrunk by 0.9 once more. */
    private static double allowed(double[] v) {
        return Math.max(
                0.9 * Math.abs(v[3] - v[2]), Math.max(0.81 * Math.abs(v[2] - v[1]), 0.729 * Math.abs(v[1] - v[0])));
    }

    private static Cell only(Claim claim) {
        Outcome outcome = BoundedLadderTest.VERIFIER.verify(claim);
        assertThat(outcome.cells()).hasSize(1);
        return outcome.cells().get(0);
    }
}
