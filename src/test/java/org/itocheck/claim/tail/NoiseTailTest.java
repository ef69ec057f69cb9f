package org.itocheck.claim.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;
import org.itocheck.claim.tail.NoiseTail.Entries;
import org.itocheck.dynamics.Problems;
import org.itocheck.objective.Objective;
import org.itocheck.objective.catalogue.AdditiveQuadratic;
import org.itocheck.random.NoiseLaw;
import org.itocheck.random.Seed;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Theorem F.2: what the estimator of 1/alpha sees, what it takes for heavier tails than there are, and its mutants. */
class NoiseTailTest {
    private static final double[] ONE = {1};

    private final Verifier verifier = new Verifier(new Seed(21), 1e-6, 1e-3, 1_000_000, 2);

    private Outcome verify(String problem, double index) {
        return verifier.verify(new NoiseTail(Problems.named(problem).objective(), ONE, index));
    }

    @ParameterizedTest
    @CsvSource({"A1/gaussian, 2", "G/stable1.5, 1.5"})
    void stable_noise_has_its_index(String problem, double index) {
        Outcome outcome = verify(problem, index);
        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
        assertThat(outcome.cells().get(0).estimate()).isCloseTo(1 / index, within(0.02));
    }

    @ParameterizedTest
    @CsvSource({"G/t3, 2", "G/stable1.5, 2", "A1/gaussian, 1.8", "G/stable1.5, 1.2"})
    void heavy_tails_passed_off_as_gaussian_and_wrong_indices_fail(String problem, double index) {
        Outcome outcome = verify(problem, index);
        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void the_whole_first_line_of_a_failure() {
        assertThat(verify("G/stable1.5", 2).headline())
                .matches("gradient noise of G/stable1.5 at \\(1\\) has tail index 2: FAIL,"
                        + " 1/alpha is 0\\.6\\d+ ± 0\\.0\\d+, expected 0\\.5 \\[seed 0x0000000000000015]");
    }

    @Test
    void noise_with_atoms_has_no_logarithm() {
        Outcome outcome = verify("A1/rademacher", 2);
        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.headline()).contains("exactly 0 with positive probability, and log 0 does not exist");
    }

    @Test
    void a_small_budget_is_inconclusive() {
        Verifier poor = new Verifier(new Seed(21), 1e-6, 1e-3, 500, 1);
        Outcome outcome =
                poor.verify(new NoiseTail(Problems.named("A1/gaussian").objective(), ONE, 2));
        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.remedies().get(0)).startsWith("raise the budget: -Ditocheck.trajectories=");
    }

    /** Five coordinates of independent Gaussian noise with standard deviations 1, 1, 1, 1, 10. */
    private static Objective sizes() {
        return new ScaledNoise(1, 1, 1, 1, 10);
    }

    @Test
    void pooled_gaussian_entries_of_different_size_look_heavier_than_any_stable_law() {
        NoiseTail pooled = new NoiseTail(sizes(), new double[5], 2, Entries.POOLED, 1, 0.02, TailEstimator.THEOREM_F2);
        Outcome outcome = verifier.verify(pooled);
        assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.cells().get(0).estimate()).isCloseTo(1.1567, within(0.02));
        assertThat(outcome.diagnosis()).contains("pooled entries of different size");

        Outcome separate = verifier.verify(new NoiseTail(sizes(), new double[5], 2));
        assertThat(separate.verdict()).as(separate.headline()).isEqualTo(Verdict.PASS);
        assertThat(outcome.setting()).startsWith("all entries of 1 gradient differences");
        assertThat(separate.setting()).startsWith("each coordinate of ");
    }

    @Test
    void the_inverse_of_an_unbiased_estimate_is_biased_and_is_caught() {
        // MUTANT: alpha-hat = 1 / estimate, said to be unbiased for alpha (X39: Jensen)
        TailEstimator inverted = new TailEstimator() {
            @Override
            public double estimate(double meanLogOfSums, double meanLog, int groupSize) {
                return 1 / Math.max(0.1, THEOREM_F2.estimate(meanLogOfSums, meanLog, groupSize));
            }

            @Override
            public double target(double inverseIndex) {
                return 1 / inverseIndex;
            }
        };
        // GIVEN 10 coordinates of 10 draws: an estimate of standard deviation 0.16, and 1 + 0.1 times 2 for alpha
        Objective wide = new ScaledNoise(ScaledNoise.ones(10));
        Outcome wrong = verifier.verify(new NoiseTail(wide, new double[10], 2, Entries.SEPARATE, 10, 0.05, inverted));
        assertThat(wrong.verdict()).as(wrong.headline()).isEqualTo(Verdict.FAIL);
        assertThat(wrong.cells().get(0).error()).isBetween(0.15, 0.35);
        NoiseTail right = new NoiseTail(wide, new double[10], 2, Entries.SEPARATE, 10, 0.01, TailEstimator.THEOREM_F2);
        assertThat(verifier.verify(right).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void a_group_of_one_entry_is_refused() {
        Objective loss = Problems.named("A1/gaussian").objective();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NoiseTail(loss, ONE, 2, Entries.POOLED, 1, 0.02, TailEstimator.THEOREM_F2))
                .withMessage("vectors is 1, which makes groups of K1 = 1 entries; expected K1 of at least 2, since the"
                        + " estimator divides by log K1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NoiseTail(loss, ONE, 2.5))
                .withMessage("index is 2.5, expected a stable index above 0 and at most 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NoiseTail(loss, new double[2], 2))
                .withMessage("point has 2 entries, objective A1/gaussian has dimension 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NoiseTail(loss, ONE, 2, Entries.POOLED, 2, 0, TailEstimator.THEOREM_F2))
                .withMessage("tolerance is 0.0, expected a positive finite number");
    }

    @Test
    void in_one_dimension_pooled_and_separate_entries_are_the_same() {
        Objective loss = AdditiveQuadratic.scalar("a", 1, 1, NoiseLaw.GAUSSIAN);
        List<Double> estimates = new ArrayList<>();
        for (Entries entries : Entries.values()) {
            Verifier same = new Verifier(new Seed(5), 1e-3, 1e-2, 1000, 1);
            NoiseTail claim = new NoiseTail(loss, ONE, 2, entries, 10, 0.02, TailEstimator.THEOREM_F2);
            estimates.add(same.verify(claim).cells().get(0).estimate());
        }
        assertThat(estimates.get(0)).isEqualTo(estimates.get(1));
    }

    @Test
    @Tag("slow")
    void over_many_seeds_the_true_index_is_never_rejected_and_a_wrong_one_never_passes() {
        int passed = 0;
        for (int seed = 0; seed < 200; seed++) {
            Verifier each = new Verifier(new Seed(seed), 1e-2, 1e-2, 100_000, 2);
            Objective loss = Problems.named(seed % 2 == 0 ? "A1/gaussian" : "G/stable1.5")
                    .objective();
            double index = seed % 2 == 0 ? 2 : 1.5;
            NoiseTail right = new NoiseTail(loss, ONE, index, Entries.POOLED, 10, 0.05, TailEstimator.THEOREM_F2);
            NoiseTail wrong = new NoiseTail(loss, ONE, 1.2, Entries.POOLED, 10, 0.05, TailEstimator.THEOREM_F2);
            Verdict verdict = each.verify(right).verdict();
            assertThat(verdict).as("seed %s", seed).isNotEqualTo(Verdict.FAIL);
            passed += verdict == Verdict.PASS ? 1 : 0;
            assertThat(each.verify(wrong).verdict()).as("seed %s", seed).isEqualTo(Verdict.FAIL);
        }
        assertThat(passed).isGreaterThanOrEqualTo(190);
    }
}
