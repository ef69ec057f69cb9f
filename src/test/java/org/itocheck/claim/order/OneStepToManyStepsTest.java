package org.itocheck.claim.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.util.List;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.truth.MomentOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class OneStepToManyStepsTest {
    private static final Problem C2 = Problems.named("C2");
    private static final JsonNode GOLDEN = new ObjectMapper()
            .readTree(new File("fixtures/golden/golden-orders.json"))
            .path("theorem43");

    @ParameterizedTest
    @ValueSource(strings = {"A1/exp1", "B1", "B2", "C1", "C2", "C3"})
    void one_step_errors_add_up(String name) {
        Problem problem = Problems.named(name);
        Outcome outcome = BoundedLadderTest.VERIFIER.verify(
                new OneStepToManySteps(problem, Svag.family(problem), ItoSde.of(problem)));
        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
    }

    @Test
    void the_errors_on_c2_are_the_golden_ones() {
        for (var entry : GOLDEN.properties()) {
            int level = Integer.parseInt(entry.getKey());
            Telescope telescope = Telescope.of(
                    MomentOperator.step(new Svag(C2.objective(), level, 0.25, 0), 4)
                            .orElseThrow(),
                    MomentOperator.flow(ItoSde.of(C2), 0.25 / level, 4).orElseThrow(),
                    C2.start(),
                    4 * level);
            for (int m = 1; m <= 4; m++) {
                double golden =
                        entry.getValue().path("one_step_l2").path("" + m).asDouble();
                assertThat((double) level * level * telescope.oneStep()[m])
                        .as("l = %d, degree %d", level, m)
                        .isCloseTo(golden, within(1e-15 * (10 + 20.0 * level * level)));
            }
            assertThat(telescope.residual()).isLessThan(1e-14);
        }
    }

    /** At T over all monomials to degree 4, and over all steps for x[0], x[0]^2 and x[0]^4. */
    @Test
    void the_n_step_errors_on_c2_are_the_golden_ones() {
        for (var entry : GOLDEN.properties()) {
            int level = Integer.parseInt(entry.getKey());
            double[][] errors = errors(level);
            double end = 0;
            for (double error : errors[4 * level - 1]) {
                end = Math.max(end, Math.abs(error));
            }
            JsonNode golden = entry.getValue();
            assertThat(level * end).isCloseTo(golden.path("N_step_l_maxabs").asDouble(), within(1e-12 * level));
            List<String> names = List.of("x1", "x1x1", "x1^4");
            int[] indices = {1, 3, 10};
            for (int g = 0; g < 3; g++) {
                double most = 0;
                for (double[] row : errors) {
                    most = Math.max(most, level * Math.abs(row[indices[g]]));
                }
                double expected =
                        golden.path("max_over_k").path(names.get(g)).path(0).asDouble();
                assertThat(most).as("%s at l = %d", names.get(g), level).isCloseTo(expected, within(1e-12 * level));
            }
        }
    }

    /** Shape [steps][monomials]. */
    private static double[][] errors(int level) {
        MomentOperator step =
                MomentOperator.step(new Svag(C2.objective(), level, 0.25, 0), 4).orElseThrow();
        MomentOperator flow =
                MomentOperator.flow(ItoSde.of(C2), 0.25 / level, 4).orElseThrow();
        double[][] errors = new double[4 * level][step.size()];
        double[] walked = step.at(C2.start());
        double[] flowed = walked.clone();
        for (double[] row : errors) {
            walked = step.apply(walked);
            flowed = flow.apply(flowed);
            for (int i = 0; i < row.length; i++) {
                row[i] = walked[i] - flowed[i];
            }
        }
        return errors;
    }

    @Test
    void the_n_step_error_is_of_order_one_and_not_two_as_printed() {
        Outcome printed = BoundedLadderTest.VERIFIER.verify(
                new OneStepToManySteps(C2, Svag.family(C2), ItoSde.of(C2), 4, 2, List.of(1, 2, 4, 8, 16, 32, 64)));
        assertThat(printed.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(printed.finding()).startsWith("l^2 N-step error goes from ");
        assertThat(printed.diagnosis()).isEqualTo("N steps of an error of order 1/l^2 add up to order 1/l, not less");
    }

    @Test
    void a_step_without_amplified_noise_fails_in_its_second_moments() {
        Family sgd = new Wrong("no amplification", 0.25, (l, loss) -> new Sgd(loss, l, 0.25, 0));
        Outcome outcome = BoundedLadderTest.VERIFIER.verify(new OneStepToManySteps(C2, sgd, ItoSde.of(C2)));
        assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.cells().stream()
                        .filter(cell -> cell.verdict() == Verdict.FAIL)
                        .map(cell -> cell.observable()))
                .contains("l^2 one-step error of degree 2", "l N-step error")
                .doesNotContain("l^2 one-step error of degree 1");
    }

    @Test
    void losses_without_operators_are_inconclusive() {
        Problem d1 = Problems.named("D1/gaussian");
        Outcome outcome = BoundedLadderTest.VERIFIER.verify(new OneStepToManySteps(d1, Svag.family(d1), ItoSde.of(d1)));
        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.finding()).isEqualTo("no operator of degree 4 is known for SVAG(1) and its SDE");
    }

    @Test
    void bad_arguments_are_refused() {
        List<Integer> levels = List.of(1, 2, 4, 8, 16);
        assertThatThrownBy(() -> new OneStepToManySteps(C2, Svag.family(C2), ItoSde.of(C2), 9, 1, levels))
                .hasMessage("degree is 9, expected 1 to 8");
        assertThatThrownBy(() -> new OneStepToManySteps(C2, Svag.family(C2), ItoSde.of(C2), 4, 3, levels))
                .hasMessage("order is 3, expected 1, or 2 for the theorem as printed");
    }
}
