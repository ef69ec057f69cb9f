package org.itocheck.claim.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.objective.LeastSquares;
import org.itocheck.objective.Objective;
import org.itocheck.objective.catalogue.RayleighQuotient;
import org.itocheck.random.Seed;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleInvarianceTest {
    private final Verifier verifier = new Verifier(new Seed(21), 1e-6, 1e-3, 1 << 14, 1);

    @ParameterizedTest
    @ValueSource(
            strings = {"E1", "E2", "E3", "E4", "E5", "digits/normalised-least-squares", "digits/normalised-logistic"})
    void the_losses_of_the_catalogue_are_scale_invariant(String name) {
        Problem problem = Problems.named(name);
        Outcome outcome = verifier.verify(new ScaleInvariance(problem.objective(), List.of(problem.start())));

        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
        assertThat(outcome.cells()).hasSize(6);
        assertThat(verifier.verify(new ScaleInvariance(problem.objective(), List.of()))
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void rayleigh_quotients_are_scale_invariant_in_any_dimension() {
        double[][] matrix = new double[40][40];
        for (int i = 0; i < 40; i++) {
            matrix[i][i] = i;
        }
        Objective loss = new RayleighQuotient("Rayleigh", matrix, 0.5);
        assertThat(verifier.verify(new ScaleInvariance(loss, List.of())).verdict())
                .isEqualTo(Verdict.PASS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C2", "D1/gaussian", "digits/logistic"})
    void losses_that_are_not_fail_with_the_size_of_the_violation(String name) {
        Outcome outcome =
                verifier.verify(new ScaleInvariance(Problems.named(name).objective(), List.of()));

        assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.finding()).contains(" is violated by ").endsWith(" of its size");
        assertThat(outcome.diagnosis()).startsWith("something in the loss sees the length of x: a bias");
    }

    @Test
    void the_first_line_names_the_number_and_its_violation() {
        Objective loss = Problems.named("A1/gaussian").objective();
        Outcome outcome = verifier.verify(new ScaleInvariance(loss, List.of(new double[] {2})));

        assertThat(outcome.headline())
                .startsWith("A1/gaussian is scale invariant: FAIL, ")
                .contains(" at (2) is violated by ");
        assertThat(outcome.cells())
                .extracting(cell -> cell.observable())
                .containsExactly(
                        "<x, g> = 0 at (2)",
                        "c g(cx) = g(x), c = 0.3 at (2)",
                        "L(cx) = L(x), c = 0.3 at (2)",
                        "c g(cx) = g(x), c = 7.0 at (2)",
                        "L(cx) = L(x), c = 7.0 at (2)",
                        "S x = 0 at (2)");
        assertThat(outcome.cells()).allMatch(cell -> cell.verdict() == Verdict.FAIL);
    }

    /** One sample, so that every mini-batch has the gradient (3, 6) of length sqrt 45 at (2, 1), where the loss is 4.5. */
    @Test
    void violations_are_shares_of_the_size_of_each_number() {
        LeastSquares loss = new LeastSquares("one", new double[][] {{1, 2}}, new double[] {1}, 1);
        Outcome whole = verifier.verify(new ScaleInvariance(loss, List.of(new double[] {2, 1})));
        double length = Math.sqrt(45);
        double[] shares = {12 / 15.0, -5.88 / length, -4.48 / 15, 372 / length, 360 / 15.0, 0};
        for (int i = 0; i < shares.length; i++) {
            assertThat(whole.cells().get(i).estimate()).as("%s", i).isCloseTo(shares[i], within(1e-13));
        }

        Outcome second = verifier.verify(
                new ScaleInvariance(loss, List.of(new Block(1, 2)), List.of(new double[] {2, 1}), 1e-9));
        assertThat(second.headline()).startsWith("one is scale invariant in x[1..1]: FAIL");
        assertThat(second.diagnosis()).startsWith("something in the loss sees the length of the block: ");
        // the residual is 1.6 after x[1] became 0.3: (1.6, 3.2) against (3, 6), where only the second is multiplied
        assertThat(second.cells().get(0).estimate()).isCloseTo(6 / length, within(1e-14));
        assertThat(second.cells().get(1).estimate()).isCloseTo((0.3 * 3.2 - 6) / length, within(1e-13));
        assertThat(second.cells().get(2).estimate()).isCloseTo((1.28 - 4.5) / length, within(1e-13));
    }

    /** At (2, 1) the gradients are (2, 0) and (0, 1): S = [[1, -1/2], [-1/2, 1/4]] and S x = (3/2, -3/4). */
    @Test
    void noise_along_x_is_a_share_of_all_noise() {
        LeastSquares loss = new LeastSquares("two", new double[][] {{1, 0}, {0, 1}}, new double[2], 1);
        Outcome outcome = verifier.verify(new ScaleInvariance(loss, List.of(new double[] {2, 1})));
        double share = Math.sqrt(2.25 + 0.5625) / Math.sqrt(5) / 1.25;
        assertThat(outcome.cells().get(5).estimate()).isCloseTo(share, within(1e-14));
    }

    @Test
    void where_the_loss_is_not_finite_nothing_is_said() {
        Objective loss = Problems.named("E1").objective();
        double[] far = {1e200, 0, 0};
        Outcome outcome = verifier.verify(new ScaleInvariance(loss, List.of(far)));

        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.finding()).isEqualTo("the loss or a gradient is not a finite number: choose other points");
    }

    @Test
    void bad_arguments_are_refused_with_the_remedy() {
        Objective e1 = Problems.named("E1").objective();
        List<Block> whole = List.of(Block.whole(e1));
        refused(
                () -> new ScaleInvariance(e1, List.of(), List.of(), 1e-9),
                "blocks is empty, expected at least one, for example Block.whole(loss)");
        refused(
                () -> new ScaleInvariance(e1, List.of(new Block(1, 4)), List.of(), 1e-9),
                "block is [1, 4), E1 has dimension 3; end the block at most there");
        refused(() -> new Block(2, 2), "block is [2, 2), expected 0 <= from < to; to is one past the last coordinate");
        refused(
                () -> new ScaleInvariance(e1, List.of(new double[2])),
                "point has 2 entries, objective E1 has dimension 3");
        refused(
                () -> new ScaleInvariance(e1, List.of(new Block(1, 3)), List.of(new double[] {1, 0, 0}), 1e-9),
                "point is 0 in x[1..2], where no scale-invariant loss has a gradient; choose another point");
        refused(() -> new ScaleInvariance(e1, whole, List.of(), 0), "tolerance is 0.0, expected a positive number");
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
