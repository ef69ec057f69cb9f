package org.itocheck.claim.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;
import org.itocheck.dynamics.Problems;
import org.itocheck.objective.Objective;
import org.itocheck.random.Seed;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which moments of the gradient noise exist, as far as draws can show. */
class MomentStabilityTest {
    private static final double[] ONE = {1};

    private final Verifier verifier = new Verifier(new Seed(41), 1e-3, 1e-2, 100_000, 2);

    private static Objective loss(String problem) {
        return Problems.named(problem).objective();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A1/gaussian", "A1/rademacher", "A1/exp1"})
    void laws_with_all_moments_pass(String problem) {
        Outcome outcome = verifier.verify(new MomentStability(loss(problem), ONE));
        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
    }

    @Test
    void least_squares_in_two_dimensions_passes_at_both_points() {
        for (double[] point : List.of(new double[] {-1, 1}, new double[] {2, 1})) {
            Outcome outcome = verifier.verify(new MomentStability(loss("C2"), point, List.of(4, 8), 1024));
            assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
        }
    }

    @ParameterizedTest
    @CsvSource({"G/t3, FAIL, FAIL", "G/t5, PASS, FAIL", "G/stable1.5, FAIL, FAIL"})
    void heavy_tails_are_found(String problem, Verdict fourth, Verdict eighth) {
        Outcome outcome = verifier.verify(new MomentStability(loss(problem), ONE));
        assertThat(outcome.cells().stream().map(Cell::verdict))
                .as(outcome.headline())
                .containsExactly(fourth, eighth);
        assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.diagnosis()).startsWith("moments of order ").contains(" and more do not exist: ");
        assertThat(outcome.cells()).extracting(Cell::truth).containsExactly(4.0, 8.0);
        assertThat(outcome.cells()).allSatisfy(cell -> {
            assertThat(cell.error()).isEqualTo(cell.estimate() - cell.truth());
            assertThat(cell.halfWidth()).isBetween(0.0, cell.estimate() / 2);
        });
    }

    @Test
    void the_first_line_names_the_moment_and_the_exponent() {
        assertThat(verifier.verify(new MomentStability(loss("G/t3"), ONE)).headline())
                .matches("gradient noise of G/t3 at \\(1\\) has moments of order 4 and 8: FAIL,"
                        + " E\\|g\\|\\^8 does not settle: the tail falls like x\\^-[23]\\.\\d+ \\[seed .*");
    }

    @Test
    void without_noise_all_moments_are_there() {
        Outcome outcome = verifier.verify(new MomentStability(new ScaledNoise(0, 0), new double[2]));
        assertThat(outcome.verdict()).isEqualTo(Verdict.PASS);
        assertThat(outcome.headline()).contains("the gradient has no noise here");
    }

    @Test
    void at_the_rates_of_a_suite_heavy_tails_are_found_too() {
        Verifier suite = new Verifier(new Seed(42), 1e-6, 1e-3, 1_000_000, 2);
        assertThat(suite.verify(new MomentStability(loss("G/t5"), ONE, List.of(8), 2048))
                        .verdict())
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void few_draws_are_inconclusive() {
        Verifier poor = new Verifier(new Seed(41), 1e-6, 1e-3, 5, 1);
        Outcome outcome = poor.verify(new MomentStability(loss("G/t5"), ONE, List.of(5), 64));
        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.headline()).contains("too near x^-5 to tell from");
    }

    @Test
    void bad_input_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MomentStability(loss("C2"), ONE))
                .withMessage("point has 1 entries, objective C2 has dimension 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MomentStability(loss("G/t3"), ONE, List.of(0), 64))
                .withMessage("orders is [0], expected orders of at least 1 such as 4, 8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MomentStability(loss("G/t3"), ONE, List.of(4), 1))
                .withMessage("rarity is 1, expected at least 16 draws a trajectory, usually 8192");
    }

    @Test
    @Tag("slow")
    void over_many_seeds_light_tails_are_never_rejected_and_missing_moments_never_pass() {
        for (int seed = 0; seed < 40; seed++) {
            Verifier each = new Verifier(new Seed(seed), 1e-2, 1e-2, 100_000, 2);
            for (String light : List.of("A1/gaussian", "A1/exp1", "A1/poisson1")) {
                assertThat(each.verify(new MomentStability(loss(light), ONE)).verdict())
                        .as("%s, seed %s", light, seed)
                        .isNotEqualTo(Verdict.FAIL);
            }
            for (String heavy : List.of("G/t3", "G/t5", "G/stable1.5")) {
                assertThat(each.verify(new MomentStability(loss(heavy), ONE, List.of(8), 8192))
                                .verdict())
                        .as("%s, seed %s", heavy, seed)
                        .isEqualTo(Verdict.FAIL);
            }
        }
    }
}
