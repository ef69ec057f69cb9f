package org.itocheck.claim.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;
import org.itocheck.random.Seed;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Theorem F.3 with its index corrected (X37): the formula, the simulation, and what misreadings of it would give. */
class TailIdentityTest {
    private static final JsonNode GOLDEN = new ObjectMapper()
            .readTree(new File("fixtures/golden/golden-tails.json"))
            .path("tail_statistics");
    private static final double[][] SIZES = {
        {1, 0, 0, 0, 0}, {0, 1, 0, 0, 0}, {0, 0, 1, 0, 0}, {0, 0, 0, 1, 0}, {0, 0, 0, 0, 100}
    };

    private final Verifier verifier = new Verifier(new Seed(31), 1e-6, 1e-3, 2_000_000, 2);

    private static double[][] correlated(double correlation) {
        return TailIdentity.equicorrelated(10, correlation);
    }

    @ParameterizedTest
    @CsvSource({"0.0, 1", "0.5, 1", "1.0, 1", "0.5, 5", "-0.1, 1"})
    void the_formula_equals_the_golden_numbers(double correlation, int blocks) {
        JsonNode golden = GOLDEN.path("F.3 d=10 beta=" + correlation + " m=" + blocks);
        double formula = TailIdentity.formula(correlated(correlation), blocks);
        assertThat(formula).isCloseTo(golden.path("formula").asDouble(), within(1e-12));
        assertThat(formula)
                .isCloseTo(
                        golden.path("mc").asDouble(),
                        within(3.5 * golden.path("se").asDouble() + 1e-7));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0.5, 1", "1, 1", "0.5, 5", "-0.1, 1"})
    void correlated_blocks_have_the_mean_of_the_theorem(double correlation, int blocks) {
        Outcome outcome = verifier.verify(new TailIdentity(correlated(correlation), blocks, 0.02));
        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
    }

    @Test
    void entries_of_different_size_give_more_than_one() {
        assertThat(TailIdentity.formula(SIZES, 1)).isCloseTo(1.1567258460789522, within(1e-12));
        Outcome outcome = verifier.verify(new TailIdentity(SIZES, 1, 0.02));
        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
        assertThat(outcome.headline()).contains("1/alpha is 1.1").contains("expected 1.15673");
    }

    @Test
    void the_printed_index_is_caught() {
        // MUTANT: as printed, block j ends at (j-1)d + jd, so that five blocks would make 90 entries, not 50
        double printed = Math.log(5 * 55) / (2 * Math.log(90));
        Outcome outcome = verifier.verify(new TailIdentity(correlated(0.5), 5, printed, 0.02));
        assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.diagnosis()).isEqualTo("the formula gives 0.717886: a block has d entries, a group d m");
    }

    @Test
    void the_remark_that_gaussian_noise_gives_alpha_two_is_caught() {
        // MUTANT: correlated Gaussian entries taken for independent ones
        Outcome outcome = verifier.verify(new TailIdentity(correlated(0.5), 1, 0.5, 0.02));
        assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.cells().get(0).error()).isCloseTo(0.3702, within(0.02));
    }

    @Test
    void bad_input_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TailIdentity(new double[][] {{1, 0}, {0, 0}}, 1, 0.02))
                .withMessage("covariance[1] is [0.0, 0.0], expected 2 entries and a positive one on the diagonal");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TailIdentity(new double[][] {{1, -1}, {-1, 1}}, 1, 0.02))
                .withMessage("covariance has the sum 0.0 of entries, expected a positive one: the sum of a block must"
                        + " not be 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TailIdentity(new double[][] {{1, 2}, {2, 1}}, 1, 0.02))
                .withMessageMatching(
                        "covariance has the eigenvalue -\\d\\.\\d+, expected a symmetric matrix without negative ones");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TailIdentity(new double[][] {{1}}, 1, 0.02))
                .withMessageStartingWith("vectors is 1, which makes groups of K1 = 1 entries");
    }
}
