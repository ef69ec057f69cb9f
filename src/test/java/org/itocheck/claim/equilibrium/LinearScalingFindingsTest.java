package org.itocheck.claim.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Claim;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;
import org.itocheck.claim.equilibrium.CurvatureBound.Theorem;
import org.itocheck.truth.EquilibriumMoments;
import org.junit.jupiter.api.Test;

/** Linear scaling and curvature bounds of equilibria that are known exactly, from a batch size of 2. */
class LinearScalingFindingsTest {
    /** G grows by a half from B = 2 to B = 4; R stays and N halves. */
    private static final List<BatchRun> RUNS =
            List.of(run(2, 0.5, new EquilibriumMoments(2, 1, 4)), run(4, 1, new EquilibriumMoments(2, 1.5, 2)));

    @Test
    void k_is_the_ratio_of_the_batch_sizes() {
        Outcome outcome = verify(new LinearScalingInvariance(RUNS, 1.2, 0.1));

        assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.finding()).isEqualTo("G/G' at k = 2 is 0.667");
        assertThat(outcome.cells())
                .extracting(Cell::observable)
                .containsExactly("R/R' at k = 2", "G/G' at k = 2", "N/(k N') at k = 2");
    }

    /** At C = 1 the sharp form of Theorem 6.5 asks for an infinite N/G, which every finite one is below. */
    @Test
    void perfect_scaling_fails_for_certain_unless_n_over_g_is_unbounded() {
        assertThat(verify(new LinearScalingInvariance(RUNS, 1, 0.1)).diagnosis())
                .isEqualTo("N/G = 1.33 at B = 4 is below Infinity: by Theorem 6.5, sharp, this fails from any base,"
                        + " without running it");

        List<BatchRun> flat = List.of(RUNS.get(0), run(4, 1, new EquilibriumMoments(2, 0, 2)));
        Outcome outcome = verify(new LinearScalingInvariance(flat, 1, 0.1));
        assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.diagnosis()).isEmpty();
    }

    /** C is 1.5, from G: k may be C^2 + (C^2 - 1) N/G at the base. */
    @Test
    void every_pair_of_batch_sizes_is_compared_once() {
        CriticalBatchSize claim = new CriticalBatchSize(RUNS, 1.2, 0.1);
        Outcome outcome = verify(claim);

        assertThat(outcome.cells())
                .extracting(Cell::observable)
                .containsExactly(
                        "balance of |x|^2 at B = 2",
                        "N/G at B = 2",
                        "balance of |x|^2 at B = 4",
                        "N/G at B = 4",
                        "k from B = 2 to 4, C = 1.5");
        Cell pair = outcome.cells().get(4);
        assertThat(pair.estimate()).isEqualTo(2);
        assertThat(pair.truth()).isCloseTo(1.5 * 1.5 + 1.25 * 4, within(1e-14));
        assertThat(outcome.cells().get(1).estimate()).isEqualTo(4);
        assertThat(outcome.cells().get(1).allowed()).isCloseTo(2 * 0.1 * 4, within(1e-14));
    }

    /** C = 2, eta = 1/2 and lambda = 0.4: Gbar/Nbar may be 4 * 1.1 - 1, and G'/Nbar 2 * 1.1 - 1/2. */
    @Test
    void theorem_d_3_allows_the_second_order_sde_what_its_friction_adds() {
        Outcome outcome = verify(curvature(Theorem.SECOND_ORDER_SDE));

        assertThat(outcome.cells()).extracting(Cell::truth).satisfies(bounds -> {
            assertThat(bounds.get(0)).isCloseTo(3.4, within(1e-14));
            assertThat(bounds.get(1)).isCloseTo(1.7, within(1e-14));
        });
        assertThat(outcome.finding()).isEqualTo("G/Nbar is 1.8, above 1.7");
        assertThat(outcome.formula())
                .isEqualTo("G/N of the SDE <= C^2 (1 + eta lambda/2) - 1, and G'/N <= C (1 + eta lambda/2) - 1/C");
    }

    @Test
    void theorem_6_2_allows_sgd_less() {
        Outcome outcome = verify(curvature(Theorem.SGD));

        assertThat(outcome.cells()).extracting(Cell::truth).containsExactly(3.0, 1.5);
        assertThat(outcome.finding()).isEqualTo("G/Nbar is 1.8, above 1.5");
        assertThat(outcome.formula()).isEqualTo("G/N of the SDE <= C^2 - 1, and G(SGD)/N(SDE) <= C - 1/C");
    }

    private static CurvatureBound curvature(Theorem theorem) {
        return new CurvatureBound(
                new KnownEquilibrium("second", new EquilibriumMoments(2, 1.8, 1), 0.5, 0.4, 1),
                new KnownEquilibrium("sde", new EquilibriumMoments(1, 1.8, 1), 0.5, 0.4, 1),
                theorem,
                0.1);
    }

    @Test
    void bad_arguments_are_named() {
        KnownEquilibrium process = (KnownEquilibrium) RUNS.get(0).process();
        String tolerance = "tolerance is 0.0, expected a share above 0 and at most 1, for example 0.05";
        refused(() -> new LinearScalingInvariance(RUNS, 1.1, 0), tolerance);
        refused(() -> new CriticalBatchSize(RUNS, 1.1, 0), tolerance);
        refused(() -> new Closeness(process, process, 1.1, 0), tolerance);
        refused(() -> new CurvatureBound(process, process, Theorem.SGD, 0), tolerance);
        assertThat(new Closeness(process, process, 1.1, 1).precision()).isEqualTo(1);

        String closeness =
                "c is 0.9, expected at least 1: a ratio and its inverse cannot both be below it (THEORY X31)";
        refused(() -> new CriticalBatchSize(RUNS, 0.9, 0.1), closeness);
        refused(() -> new LinearScalingCertificate(0.9, List.of()), closeness);
        List<BatchRun> fourfold = List.of(RUNS.get(0), run(8, 2, new EquilibriumMoments(2, 1, 2)));
        refused(
                () -> new LinearScalingInvariance(fourfold, 2, 0.1),
                "c is 2.0 at k = 4.0, expected c < sqrt k: from there on invariance costs nothing and says nothing");
    }

    private static BatchRun run(int batchSize, double learningRate, EquilibriumMoments moments) {
        return new BatchRun(batchSize, new KnownEquilibrium("SGD", moments, learningRate, 0.05, 1));
    }

    private static void refused(Runnable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call::run).withMessage(message);
    }

    private static Outcome verify(Claim claim) {
        return Chains.budget(1).verify(claim);
    }
}
