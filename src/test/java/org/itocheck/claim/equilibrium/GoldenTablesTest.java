package org.itocheck.claim.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.itocheck.claim.equilibrium.CurvatureBound.Theorem;
import static org.itocheck.claim.equilibrium.LinearScaling.closeness;

import java.util.ArrayList;
import java.util.List;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Claim;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;
import org.itocheck.random.Seed;
import org.itocheck.truth.EquilibriumMoments;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The deterministic halves of the claims on the tables of THEORY 3.E: SVAG(l), E1b, and all 28 pairs of linear scaling. */
class GoldenTablesTest {
    private static final double EXACT = 1e-9;

    @Test
    void svag_is_in_balance_at_every_level() {
        List<StationaryProcess> levels = new ArrayList<>();
        for (int level = 1; level <= 64; level *= 2) {
            levels.add(GoldenEquilibria.svag(level));
        }

        assertThat(verdict(new Equilibrium(levels, BalanceLaw.SVAG, 5e-6))).isEqualTo(Verdict.PASS);
    }

    @Test
    void both_sdes_and_the_whole_fixed_sde_family_are_in_balance() {
        for (String eta : GoldenEquilibria.learningRates()) {
            assertThat(verdict(balance(GoldenEquilibria.sgd(eta), BalanceLaw.SGD, 3e-6)))
                    .isEqualTo(Verdict.PASS);
            assertThat(verdict(balance(GoldenEquilibria.sde(eta), BalanceLaw.SDE, 1e-13)))
                    .isEqualTo(Verdict.PASS);
            assertThat(verdict(balance(GoldenEquilibria.secondOrderSde(eta), BalanceLaw.SECOND_ORDER_SDE, 1e-13)))
                    .isEqualTo(Verdict.PASS);
        }
    }

    @Test
    void table_e1b_is_reproduced_and_obeys_both_theorems() {
        for (String eta : GoldenEquilibria.learningRates()) {
            JsonNode row = GoldenEquilibria.family(eta);
            EquilibriumMoments sgd = GoldenEquilibria.sgd(eta).moments();
            EquilibriumMoments sde = GoldenEquilibria.sde(eta).moments();
            EquilibriumMoments second = GoldenEquilibria.secondOrderSde(eta).moments();
            double rate = Double.parseDouble(eta);
            double scale = rate * sde.noiseTrace();

            double c = closeness(sgd, sde);
            near(c, row.path("thm62").path("C"));
            near(
                    scale / sde.squaredGradient() * LinearScaling.largestGradientToNoise(c),
                    row.path("thm62").path("bound"));
            near(
                    scale / sgd.squaredGradient() * LinearScaling.sharpLargestGradientToNoise(c),
                    row.path("thm62").path("bound_sharper_with_G_sgd"));
            double d = closeness(second, sde);
            near(d, row.path("thmD3").path("C"));
            near(
                    scale / sde.squaredGradient() * LinearScaling.largestGradientToNoise(d, rate, 0.05),
                    row.path("thmD3").path("bound"));

            assertThat(verdict(bound(GoldenEquilibria.sgd(eta), eta, Theorem.SGD)))
                    .isEqualTo(Verdict.PASS);
            assertThat(verdict(bound(GoldenEquilibria.secondOrderSde(eta), eta, Theorem.SECOND_ORDER_SDE)))
                    .isEqualTo(Verdict.PASS);
        }
    }

    @Test
    void all_28_pairs_of_linear_scaling_are_reproduced_and_obey_both_theorems() {
        int pairs = 0;
        int inside = 0;
        for (JsonNode row : GoldenEquilibria.E1.path("lsi")) {
            double k = row.path("kappa").asDouble();
            double eta = row.path("eta").asDouble();
            KnownEquilibrium base = GoldenEquilibria.sgd(Double.toString(eta));
            KnownEquilibrium scaled = GoldenEquilibria.sgd(Double.toString(k * eta));
            double c = closeness(base.moments(), scaled.moments(), k);
            near(c, row.path("C"));
            near(ratio(scaled), row.path("thm65_lhs"));
            near(LinearScaling.leastNoiseToGradient(c, k), row.path("thm65_rhs"));
            near(LinearScaling.sharpLeastNoiseToGradient(c, k), row.path("thm65_sharp"));
            near(LinearScaling.largestFactor(c, ratio(base)), row.path("thm66_rhs"));
            near(LinearScaling.sharpLargestFactor(c, ratio(base)), row.path("thm66_sharp"));
            assertThat(ratio(scaled)).isGreaterThan(LinearScaling.sharpLeastNoiseToGradient(c, k));
            assertThat(k).isLessThan(LinearScaling.sharpLargestFactor(c, ratio(base)));
            if (row.path("C_lt_sqrt_kappa").asBoolean()) {
                List<BatchRun> runs = List.of(new BatchRun(1, base), new BatchRun((int) k, scaled));
                Outcome outcome = verify(new LinearScalingInvariance(runs, c * (1 + 1e-12), 0.01));
                assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
                assertThat(outcome.cells()).hasSize(7);
                inside++;
            }
            pairs++;
        }
        assertThat(pairs).isEqualTo(28);
        assertThat(inside).isEqualTo(26);
    }

    @Test
    void the_printed_bounds_are_never_the_better_ones() {
        for (double c = 1.05; c < 1.4; c += 0.05) {
            for (double k = 2; k < 100; k *= 1.5) {
                assertThat(LinearScaling.sharpLeastNoiseToGradient(c, k))
                        .isGreaterThanOrEqualTo(LinearScaling.leastNoiseToGradient(c, k));
            }
            assertThat(LinearScaling.sharpLargestFactor(c, 48)).isLessThan(LinearScaling.largestFactor(c, 48));
            assertThat(LinearScaling.sharpLargestGradientToNoise(c))
                    .isLessThan(LinearScaling.largestGradientToNoise(c));
        }
    }

    /** C^2 = 2 from eta = 0.125: 96.33, 98.33 and 50.16, while LSI in truth ends at k = 25.73. */
    @Test
    void the_critical_batch_size_of_e1_is_certified() {
        JsonNode golden = GoldenEquilibria.E1.path("critical_batch");
        List<BatchRun> runs = new ArrayList<>();
        for (int k = 1; k <= 64; k *= 2) {
            runs.add(new BatchRun(k, GoldenEquilibria.sgd(Double.toString(0.125 * k))));
        }
        CriticalBatchSize claim = new CriticalBatchSize(runs, Math.sqrt(2), 1e-5);
        Outcome outcome = verify(claim);

        assertThat(outcome.headline())
                .startsWith("runs of SGD on E1 at B = 1, 2, 4, 8, 16, 32, 64 certify the limit of linear scaling: PASS,"
                        + " from B = 1, (1.41421, k)-LSI fails above B = 50.2 [seed ");
        LinearScalingCertificate certificate = claim.certificate(outcome);
        LinearScalingCertificate.Row base = certificate.rows().get(0);
        near(base.predicted().center(), golden.path("paper_approx"));
        near(base.limit().center(), golden.path("thm66_exact"));
        near(base.sharpLimit().center(), golden.path("thm66_sharp"));
        assertThat(certificate.provableLimit())
                .isGreaterThan(golden.path("kappa_true_C2eq2").asDouble());
        assertThat(certificate.leastPrediction()).isEqualTo(53.605, within(0.001));
        assertThat(certificate.largestPrediction()).isEqualTo(base.prediction());
        assertThat(certificate.toString().lines().toList())
                .startsWith(
                        "        B       eta                    N/G  fails above    (Thm 6.6) E.2 predicts",
                        "        1     0.125                48.1645         50.2         98.3         96.3",
                        "        2      0.25                 23.819         51.6         99.3         95.3")
                .endsWith("C = 1.41421; predictions from 53.6 to 96.3, an empirical remark and no theorem");
    }

    /** X23: on E1 the G of the second-order SDE is farther from SGD than that of the Ito SDE. */
    @Test
    void the_second_order_sde_is_no_closer_in_g() {
        for (String eta : GoldenEquilibria.learningRates()) {
            double sgd = GoldenEquilibria.sgd(eta).moments().squaredGradient();
            double first = GoldenEquilibria.sde(eta).moments().squaredGradient();
            double second = GoldenEquilibria.secondOrderSde(eta).moments().squaredGradient();
            assertThat(Math.abs(second - sgd)).isGreaterThan(Math.abs(first - sgd));
        }
    }

    /** X35: closeness ends where Nbar/Gbar is small, not where it is large. */
    @Test
    void the_smaller_the_noise_against_the_gradient_the_farther_is_sgd_from_its_sde() {
        double before = 1;
        double ratioBefore = Double.POSITIVE_INFINITY;
        for (String eta : GoldenEquilibria.learningRates()) {
            double ratio = ratio(GoldenEquilibria.sde(eta));
            double c = closeness(
                    GoldenEquilibria.sgd(eta).moments(),
                    GoldenEquilibria.sde(eta).moments());
            assertThat(ratio).isLessThan(ratioBefore);
            assertThat(c).isGreaterThan(before);
            before = c;
            ratioBefore = ratio;
        }
    }

    private static Claim balance(StationaryProcess process, BalanceLaw law, double tolerance) {
        return new Equilibrium(List.of(process), law, tolerance);
    }

    private static Claim bound(StationaryProcess process, String eta, Theorem theorem) {
        return new CurvatureBound(process, GoldenEquilibria.sde(eta), theorem, 0.01);
    }

    private static double ratio(KnownEquilibrium process) {
        return process.moments().noiseTrace() / process.moments().squaredGradient();
    }

    private static void near(double value, JsonNode golden) {
        assertThat(golden.isNumber()).isTrue();
        assertThat(value).isCloseTo(golden.asDouble(), within(EXACT * Math.abs(golden.asDouble())));
    }

    private static Verdict verdict(Claim claim) {
        Outcome outcome = verify(claim);
        assertThat(outcome.trajectories()).isZero();
        assertThat(outcome.cells()).extracting(Cell::halfWidth).containsOnly(0.0);
        return outcome.verdict();
    }

    private static Outcome verify(Claim claim) {
        return Verifier.withSeed(new Seed(1)).verify(claim);
    }
}
