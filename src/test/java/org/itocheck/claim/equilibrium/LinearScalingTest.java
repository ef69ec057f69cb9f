package org.itocheck.claim.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.itocheck.claim.Claim;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.truth.EquilibriumMoments;
import org.junit.jupiter.api.Test;

/** Linear scaling of SGD on E1 from eta = 1/2: C is 1.0565, 1.1818, 1.4859 at k = 2, 4, 8 (THEORY 3.E). */
class LinearScalingTest {
    @Test
    void linear_scaling_holds_where_theory_says() {
        Outcome outcome = verify(new LinearScalingInvariance(measured(1, 2), 1.1, 0.01));
        assertThat(outcome.headline())
                .isEqualTo("SGD on E1 is (1.1, k)-linear-scaling invariant from B = 1: PASS, at B = 1, 2 [seed"
                        + " 0x00005EED00000006]");
        assertThat(outcome.cells()).hasSize(7);
    }

    @Test
    void linear_scaling_fails_where_theory_says() {
        Outcome outcome = verify(new LinearScalingInvariance(measured(1, 2, 4), 1.1, 0.01));
        assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.finding()).matches("R/R' at k = 4 is 0\\.84\\d|N/\\(k N'\\) at k = 4 is 1\\.\\d+");
    }

    /** At C = 1.1 and k = 16 the sharp form of Theorem 6.5 asks for N/G of 4.4 at the larger batch, where it is 0.42. */
    @Test
    void theorem_6_5_certifies_a_failure_without_the_base() {
        List<BatchRun> runs =
                List.of(new BatchRun(1, GoldenEquilibria.sgd("0.5")), new BatchRun(16, GoldenEquilibria.sgd("8.0")));
        Outcome outcome = verify(new LinearScalingInvariance(runs, 1.1, 0.01));

        assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.diagnosis())
                .isEqualTo(
                        "N/G = 0.419 at B = 16 is below 4.4: by Theorem 6.5, sharp, this fails from any base, without"
                                + " running it");
    }

    /** R, G and N that scale perfectly cannot be in balance: the theorems see it where the definition does not. */
    @Test
    void moments_that_cannot_be_equilibria_break_the_theorems() {
        EquilibriumMoments base = new EquilibriumMoments(1, 1, 0.1);
        EquilibriumMoments scaled = new EquilibriumMoments(1, 1, 0.1 / 4);
        List<BatchRun> runs = List.of(
                new BatchRun(1, new KnownEquilibrium("SGD", base, 1, 0.05, 1)),
                new BatchRun(4, new KnownEquilibrium("SGD", scaled, 4, 0.05, 1)));
        Outcome outcome = verify(new LinearScalingInvariance(runs, 1.2, 0.01));

        assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.cells())
                .filteredOn(cell -> cell.verdict() == Verdict.FAIL)
                .extracting(cell -> cell.observable())
                .containsExactly(
                        "Thm 6.5 at k = 4", "Thm 6.6 at k = 4", "Thm 6.5 sharp at k = 4", "Thm 6.6 sharp at k = 4");
    }

    @Test
    void a_measured_certificate_contains_the_exact_one() {
        CriticalBatchSize claim = new CriticalBatchSize(measured(1, 2), Math.sqrt(2), 0.05);
        Outcome outcome = verify(claim);
        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);

        LinearScalingCertificate certificate = claim.certificate(outcome);
        for (LinearScalingCertificate.Row row : certificate.rows()) {
            EquilibriumMoments known =
                    GoldenEquilibria.sgd(Double.toString(0.5 * row.batchSize())).moments();
            double ratio = known.noiseTrace() / known.squaredGradient();
            assertThat(row.noiseToGradient().low()).isLessThan(ratio);
            assertThat(row.noiseToGradient().high()).isGreaterThan(ratio);
            assertThat(row.provableLimit())
                    .isGreaterThan(row.batchSize() * LinearScaling.sharpLargestFactor(Math.sqrt(2), ratio));
        }
        assertThat(certificate.toString()).contains(" ± ");
    }

    @Test
    void runs_out_of_balance_certify_nothing() {
        EquilibriumMoments known = GoldenEquilibria.sgd("0.5").moments();
        EquilibriumMoments wrong =
                new EquilibriumMoments(known.squaredNorm(), known.squaredGradient(), 0.5 * known.noiseTrace());
        CriticalBatchSize claim = new CriticalBatchSize(
                List.of(new BatchRun(32, new KnownEquilibrium("SGD", wrong, 0.5, 0.05, 1))), 1.2, 0.05);
        Outcome outcome = verify(claim);

        assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> claim.certificate(outcome))
                .withMessageStartingWith(
                        "outcome is 'runs of SGD at B = 32 certify the limit of linear scaling: FAIL, ")
                .withMessageEndingWith("', expected a PASS of CriticalBatchSize: what did not pass certifies nothing");
    }

    @Test
    void what_is_not_known_is_inconclusive_and_throws_nothing() {
        Problem free = Chains.e1(0.5).withWeightDecay(0);
        Problem twice = Chains.e1(1).withWeightDecay(0);
        List<BatchRun> runs = List.of(
                new BatchRun(1, EquilibriumChains.of(Sgd.family(free), free, 1)),
                new BatchRun(2, EquilibriumChains.of(Sgd.family(twice), twice, 1)));
        KnownEquilibrium sde = new KnownEquilibrium("SDE", Chains.e2(1), 0.5, 0, 1);
        List<Claim> claims = List.of(
                new LinearScalingInvariance(runs, 1, 0.1),
                new LinearScalingInvariance(runs, 1.2, 0.1),
                new CriticalBatchSize(runs, 1, 0.1),
                new CriticalBatchSize(runs, 1.2, 0.1),
                new CurvatureBound(runs.get(0).process(), sde, CurvatureBound.Theorem.SGD, 0.1));
        for (Claim claim : claims) {
            Outcome outcome = verify(claim);
            assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(outcome.finding()).contains("without weight decay |x|^2 only grows and there is no equilibrium");
        }
    }

    /** X29 and X31: the learning rate is eta B, not eta / B, and C is at least 1 and below sqrt k. */
    @Test
    void bad_arguments_are_named() {
        KnownEquilibrium half = GoldenEquilibria.sgd("0.5");
        KnownEquilibrium quarter = GoldenEquilibria.sgd("0.25");
        KnownEquilibrium one = GoldenEquilibria.sgd("1.0");
        refused(
                () -> new LinearScalingInvariance(runs(half, quarter), 1.1, 0.1),
                "learningRate at B = 2 is 0.25, expected 1.0, in proportion to that at B = 1");
        refused(
                () -> new LinearScalingInvariance(runs(half, one), 0.9, 0.1),
                "c is 0.9, expected at least 1: a ratio and its inverse cannot both be below it (THEORY X31)");
        refused(
                () -> new LinearScalingInvariance(runs(half, one), 1.5, 0.1),
                "c is 1.5 at k = 2.0, expected c < sqrt k: from there on invariance costs nothing and says nothing");
        refused(
                () -> new LinearScalingInvariance(runs(half), 1.1, 0.1),
                "runs has 1 batch size, expected a base and at least one larger");
        refused(
                () -> new CriticalBatchSize(List.of(new BatchRun(2, half), new BatchRun(2, half)), 1.1, 0.1),
                "batch sizes are B = 2, 2, expected each to be larger than the one before");
        refused(() -> new BatchRun(0, half), "batchSize is 0, expected at least 1");
        refused(() -> new CriticalBatchSize(List.of(), 1.1, 0.1), "runs is empty, expected at least one batch size");
    }

    private static List<BatchRun> runs(StationaryProcess... processes) {
        List<BatchRun> runs = new ArrayList<>();
        for (int i = 0; i < processes.length; i++) {
            runs.add(new BatchRun(1 << i, processes[i]));
        }
        return runs;
    }

    /** SGD on E1 at batch sizes in units of that of eta = 1/2. */
    private static List<BatchRun> measured(int... batchSizes) {
        List<BatchRun> runs = new ArrayList<>();
        for (int batchSize : batchSizes) {
            Problem problem = Chains.e1(0.5 * batchSize);
            runs.add(new BatchRun(batchSize, EquilibriumChains.of(Sgd.family(problem), problem, 1)));
        }
        return runs;
    }

    private static void refused(Runnable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call::run).withMessage(message);
    }

    private static Outcome verify(Claim claim) {
        return Chains.budget(1 << 20).verify(claim);
    }
}
