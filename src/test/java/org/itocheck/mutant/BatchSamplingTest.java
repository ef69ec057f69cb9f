package org.itocheck.mutant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.itocheck.claim.BatchSampling;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Setting;
import org.itocheck.claim.Verdict;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.EulerMaruyama;
import org.itocheck.observable.Observable;
import org.itocheck.random.Seed;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The claim sees the draws of every family whose step is SVAG's, built in or not, and each of their faults. */
class BatchSamplingTest {
    private static final double ETA = SvagMutants.PROBLEM.learningRate();

    @Test
    void svag_sgd_and_what_is_written_by_hand_draw_as_they_should() {
        for (Family family : List.of(
                Svag.family(ETA),
                Svag.family(ETA, 0.5),
                BatchMutants.right(),
                SvagMutants.m09(),
                Trials.userSvag(SvagMutants.PROBLEM))) {
            Outcome outcome = verify(family, 2);
            assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
        }
        assertThat(verify(Sgd.family(ETA), 1).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void a_larger_sum_and_another_batch_size_are_drawn_as_well() {
        Outcome outcome = verify(new BatchSampling(Svag.family(ETA), List.of(1, 3), 16, 3, 0.05), 1 << 20);
        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
        assertThat(outcome.cells()).hasSize((16 + 1 + 1 + 1) + (2 * 16 + 2 + 1 + 4 + 1));
    }

    @Test
    void indices_that_are_not_uniform_fail() {
        Outcome outcome = fails(BatchMutants.m17(), "share of sample", 1);
        assertThat(outcome.cells())
                .filteredOn(c -> c.observable().startsWith("share of sample 4"))
                .allSatisfy(c -> assertThat(c.estimate()).isZero());
        assertThat(outcome.diagnosis()).isEqualTo("indices are not uniform: look at the range of the index");
    }

    @Test
    void batches_without_replacement_fail() {
        Outcome outcome = fails(SvagMutants.m12(), "equal pairs inside batch", 1);
        assertThat(outcome.finding()).startsWith("equal pairs inside batch 1 is off by -0.2000 ± ");
        assertThat(outcome.diagnosis()).contains("without replacement");
    }

    /** At l = B, where the second moments of the disjoint ones are those of SVAG. */
    @Test
    void two_batches_that_are_the_same_or_disjoint_fail() {
        fails(SvagMutants.m05(), "equal pairs of batches 1 and 2", 2);
        Outcome disjoint = verify(BatchMutants.m13(), 2);
        assertThat(disjoint.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(disjoint.cells())
                .filteredOn(c -> c.observable().equals("equal pairs of batches 1 and 2"))
                .allSatisfy(c -> assertThat(c.estimate()).isZero());
    }

    @Test
    void batches_used_twice_fail() {
        fails(BatchMutants.reuse(), "equal pairs of batch 2 and the next batch 1", 2);
        Outcome outcome = fails(BatchMutants.reuseOfTheFirst(), "equal pairs of batch 1 and the next batch 2", 2);
        assertThat(outcome.diagnosis()).contains("used again");
    }

    /** With one sample a mini-batch nothing is wrong within a step of SGD; two steps in a row never draw the same. */
    @Test
    void epochs_of_shuffled_data_fail() {
        BatchSampling claim = new BatchSampling(BatchMutants.shuffled(), List.of(1), 5, 1, 0.05);
        Outcome outcome = verify(claim, 1 << 20);
        assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.finding()).startsWith("equal pairs of batch 1 and the next batch 1 is off by -0.2000");
        assertThat(outcome.cells()).filteredOn(c -> c.verdict() == Verdict.FAIL).hasSize(1);
        assertThat(outcome.diagnosis()).contains("shuffled once an epoch");
    }

    @Test
    void trajectories_that_share_their_draws_fail() {
        Outcome outcome = verify(BatchMutants.shared(256), 1, 2);
        assertThat(outcome.cells())
                .filteredOn(c -> c.observable().startsWith("variance of means"))
                .hasSize(2)
                .allSatisfy(c -> assertThat(c.verdict()).isEqualTo(Verdict.FAIL))
                .allSatisfy(c -> assertThat(c.estimate()).isBetween(150.0, 400.0));
        Outcome four = verify(BatchMutants.shared(4), 2);
        assertThat(four.cells())
                .filteredOn(c -> c.observable().startsWith("variance of means"))
                .allSatisfy(c -> assertThat(c.verdict()).isEqualTo(Verdict.FAIL))
                .allSatisfy(c -> assertThat(c.estimate()).isBetween(2.5, 5.5));
    }

    @Test
    void a_step_of_another_kind_is_left_open() {
        for (Family family : List.of(EulerMaruyama.family(ETA), SvagMutants.m03(), SvagMutants.m14())) {
            Outcome outcome = verify(family, 2);
            assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(outcome.finding())
                    .isEqualTo("a step at l = 2 is no -(eta/l) (a g1 + b g2) of two mini-batches of 2");
            assertThat(outcome.remedies())
                    .containsExactly("check the mean and the covariance of a step with SampledOneStepMoments");
        }
    }

    @Test
    void too_small_a_budget_is_never_a_pass() {
        Outcome outcome = verify(new BatchSampling(Svag.family(ETA), List.of(1), 5, 2, 0.05), 5000);
        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.remedies().get(0)).startsWith("raise the budget: -Ditocheck.trajectories=");
    }

    @Test
    void a_setting_lends_its_levels_and_the_size_of_its_sum() {
        Setting setting =
                Setting.of(Svag.family(ETA), SvagMutants.PROBLEM, List.of(1, 2), List.of(Observable.squaredNorm()));
        assertThat(BatchSampling.of(setting)).isEqualTo(new BatchSampling(setting.family(), List.of(1, 2), 5, 2, 0.05));
        Setting scalar =
                Setting.of(Svag.family(0.5), Problems.named("B1"), List.of(2), List.of(Observable.squaredNorm()));
        assertThat(BatchSampling.of(scalar).samples()).isEqualTo(5);
    }

    @Test
    void arguments_are_checked() {
        Family svag = Svag.family(ETA);
        assertThatThrownBy(() -> new BatchSampling(svag, List.of(), 5, 2, 0.05))
                .hasMessage("levels is empty, expected some such as 1, 2, 4");
        assertThatThrownBy(() -> new BatchSampling(svag, List.of(2, 5), 5, 2, 0.05))
                .hasMessage("level is 5, where a = 2 and b = -1 make the same step of different mini-batches; expected"
                        + " another, such as 1, 2, 3, 4 or 8");
        assertThatThrownBy(() -> new BatchSampling(svag, List.of(2), 1, 2, 0.05))
                .hasMessage("samples is 1, expected 2 to 64; the probe stands for a larger sum");
        assertThatThrownBy(() -> new BatchSampling(svag, List.of(2), 5, 9, 0.05))
                .hasMessage("batchSize is 9, expected 1 to 8; the probe stands for larger batches");
        assertThatThrownBy(() -> new BatchSampling(svag, List.of(2), 5, 2, 0))
                .hasMessage("discrepancy is 0.0 standard deviations, expected a positive number such as 0.05");
    }

    /** At a false-alarm rate of 1 % a cell over 400 seeds. */
    @Test
    @Tag("slow")
    void true_claims_fail_as_rarely_as_stated() {
        int seeds = 400;
        double alpha = 0.01;
        BatchSampling claim = new BatchSampling(Svag.family(ETA), List.of(2), 3, 2, 0.3);
        int[] alarms = new int[claim.cells()];
        for (int s = 0; s < seeds; s++) {
            Seed seed = new Seed(0x5EED).forPurpose("sampling " + s);
            // The first claim of a verifier gets half of its rate.
            Outcome outcome = new Verifier(seed, 2 * alpha * claim.cells(), 1e-3, 1024, 2).verify(claim);
            for (int i = 0; i < alarms.length; i++) {
                alarms[i] += outcome.cells().get(i).verdict() == Verdict.FAIL ? 1 : 0;
            }
        }
        int most = BinomialDistribution.of(seeds, alpha).inverseSurvivalProbability(1e-6 / alarms.length);
        System.out.printf(Locale.ROOT, "alarms of %d: %s, bound %d%n", seeds, Arrays.toString(alarms), most);
        for (int count : alarms) {
            assertThat(count).isLessThanOrEqualTo(most);
        }
    }

    private static Outcome fails(Family family, String cell, int... levels) {
        Outcome outcome = verify(family, levels);
        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.finding()).startsWith(cell);
        return outcome;
    }

    private static Outcome verify(Family family, int... levels) {
        List<Integer> ladder = IntStream.of(levels).boxed().toList();
        return verify(new BatchSampling(family, ladder, 5, 2, BatchSampling.DEFAULT_DISCREPANCY), 1 << 20);
    }

    private static Outcome verify(BatchSampling claim, long trajectories) {
        Seed seed = new Seed(0x5EED_0000_0004L);
        return new Verifier(seed, Verifier.DEFAULT_FALSE_FAIL_RATE, Verifier.DEFAULT_FALSE_PASS_RATE, trajectories, 2)
                .verify(claim);
    }
}
