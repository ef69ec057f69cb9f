package org.itocheck.claim.jump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.LinearScaling;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.random.NoiseLaw;
import org.itocheck.random.Seed;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BatchInvarianceTest {
    private static final Problem F1 = Problems.named("F1");
    private static final Problem BATCHES = Problems.named("F1/B16");
    private static final List<Integer> SIZES = List.of(1, 2, 4, 8, 16);

    @Test
    void example_f1_holds_for_the_batch_sizes_of_the_paper() {
        Outcome outcome = Jumps.budget(1 << 18).verify(claim(LinearScaling.family(BATCHES), BATCHES, SIZES, 0.05));

        assertThat(outcome.headline())
                .isEqualTo(
                        "law of LSR on F1/B16 is the same for every batch size: PASS, 40 exact values agree to rounding,"
                                + " and all 15 means agree to 5 % of sd [seed 0x00005EED00000002]");
        assertThat(outcome.power())
                .isEqualTo(
                        "false alarm < 5e-7 over all 15 means; a bias of 5 % of sd is missed with probability < 0.001");
        assertThat(outcome.truth()).startsWith("closed form E ");
        assertThat(outcome.trajectories()).isGreaterThan(100_000);
    }

    @Test
    void exact_means_may_differ_by_rounding_and_no_more() {
        Outcome outcome = Jumps.budget(1 << 18).verify(claim(LinearScaling.family(BATCHES), BATCHES, SIZES, 0.05));
        assertThat(outcome.cells().stream().filter(cell -> cell.observable().startsWith("exact ")))
                .hasSize(40)
                .allSatisfy(cell -> {
                    assertThat(cell.allowed()).isEqualTo(1e-11 * (1 + Math.abs(cell.truth())));
                    assertThat(cell.stepSize()).isEqualTo(BATCHES.learningRate() / cell.level());
                });
    }

    /** With curvature the law depends on the batch size; x and x^2 to x^4 say so without a single trajectory. */
    @Test
    void with_curvature_the_claim_is_false_and_fails() {
        Problem a1 = Problems.a1(NoiseLaw.POISSON);
        Outcome outcome = Jumps.budget(64).verify(claim(LinearScaling.family(a1), a1, List.of(1, 2), 0.05));

        assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.finding()).startsWith("exact ").contains(" at l = 2 is ");
        assertThat(outcome.diagnosis())
                .isEqualTo(
                        "the gradient does not have one infinitely divisible law at every x, or the noise is not scaled"
                                + " with the batch: then the law depends on the batch size");
    }

    @Test
    void built_in_families_that_are_not_the_rule_fail_exactly() {
        for (Family family : List.of(Svag.family(F1), Sgd.family(F1))) {
            Outcome outcome = Jumps.budget(64).verify(claim(family, F1, List.of(1, 4), 0.05));
            assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.FAIL);
            assertThat(outcome.finding()).startsWith("exact x[0]^");
        }
    }

    @Test
    void a_batch_that_cannot_be_cut_is_inconclusive_and_says_why() {
        Problem a1 = Problems.a1(NoiseLaw.RADEMACHER);
        Outcome outcome = Jumps.budget(1 << 12).verify(claim(LinearScaling.family(a1), a1, List.of(1, 2), 0.05));

        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.finding())
                .isEqualTo("noise of A1/rademacher is rademacher, which has no 2 equal independent parts; use gaussian,"
                        + " poisson1 or exp1 noise, or a finite sum with batches of 2");
        assertThat(outcome.trajectories()).isZero();
    }

    @Test
    void a_small_budget_is_inconclusive() {
        Outcome outcome = Jumps.budget(1000).verify(claim(LinearScaling.family(F1), F1, List.of(1, 2), 0.05));

        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.finding()).matches("needs \\d\\d \\d{3} paths a level, budget 1 000");
        assertThat(outcome.remedies()).anyMatch(line -> line.startsWith("raise the budget: -Ditocheck.trajectories="));
    }

    @Test
    void one_batch_size_is_no_ladder() {
        assertThatThrownBy(() -> claim(LinearScaling.family(F1), F1, List.of(1), 0.05))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("levels is [1], expected at least one smaller batch size beside it, for example 1, 2, 4");
        assertThatThrownBy(() -> claim(LinearScaling.family(F1), F1, List.of(1, 2), -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("discrepancy is -1.0");
    }

    /** 200 true claims at a false-alarm rate of 5 %: 10 alarms at most on average, above 26 with probability below 1e-5. */
    @Test
    @Tag("slow")
    void a_true_claim_fails_no_more_often_than_stated() {
        int alarms = 0;
        for (int i = 0; i < 200; i++) {
            Verifier verifier = new Verifier(new Seed(9000 + i), 0.05, 1e-3, 1 << 11, 2);
            Outcome outcome = verifier.verify(claim(LinearScaling.family(F1), F1, SIZES, 0.05));
            alarms += outcome.verdict() == Verdict.FAIL ? 1 : 0;
        }
        assertThat(alarms).isLessThanOrEqualTo(26);
    }

    private static BatchInvariance claim(Family family, Problem problem, List<Integer> levels, double discrepancy) {
        return new BatchInvariance(Jumps.last(family, problem, levels), LinearScaling.family(problem), discrepancy);
    }
}
