package org.itocheck.claim.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;
import org.itocheck.truth.EquilibriumMoments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every mistake of THEORY 4.5 is found by the balance and by R; prints the lines of the table of mutants. */
class EquilibriumMutantTest {
    private static final double TOLERANCE = 0.05;

    static List<EquilibriumMutants> mutants() {
        return EquilibriumMutants.all();
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void a_mistake_in_the_step_is_found(EquilibriumMutants mutant) {
        for (int level : new int[] {2, 4}) {
            Equilibrium claim = new Equilibrium(Chains.onE1(mutant, level), BalanceLaw.SVAG, TOLERANCE);
            Outcome outcome = Chains.budget(1 << 16).verify(claim);
            JsonNode bias = GoldenEquilibria.ROOT
                    .path("E1_equilibrium")
                    .path(mutant.goldenName())
                    .path(Integer.toString(level))
                    .path("bias");

            assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.FAIL);
            assertThat(cell(outcome, "balance").verdict()).isEqualTo(Verdict.FAIL);
            assertThat(cell(outcome, "R =").verdict()).isEqualTo(Verdict.FAIL);
            for (String name : List.of("R", "G", "N")) {
                Cell cell = cell(outcome, name + " =");
                double margin = cell.halfWidth();
                assertThat(cell.error())
                        .as("%s of %s at l = %d", name, mutant.name(), level)
                        .isBetween(
                                bias.path(name).asDouble() - margin,
                                bias.path(name).asDouble() + margin);
            }
            print(mutant, level, outcome, bias);
        }
    }

    /** G hardly knows how large the noise is: two mistakes in its amplitude pass as far as G is concerned. */
    @Test
    void g_alone_is_blind_to_the_amplitude_of_the_noise() {
        for (EquilibriumMutants mutant : List.of(EquilibriumMutants.Q2, EquilibriumMutants.Q3)) {
            Equilibrium claim = new Equilibrium(Chains.onE1(mutant, 2), BalanceLaw.SVAG, TOLERANCE);
            Outcome outcome = Chains.budget(1 << 16).verify(claim);

            assertThat(cell(outcome, "G =").verdict()).isEqualTo(Verdict.PASS);
            assertThat(cell(outcome, "R =").verdict()).isEqualTo(Verdict.FAIL);
        }
    }

    /** Q5: (15), which forgets G, predicts R = 2.608 for SGD, where it is 3.154. */
    @Test
    void the_balance_of_the_sde_is_not_that_of_sgd() {
        Outcome outcome = known(GoldenEquilibria.svag(1), BalanceLaw.SDE);

        assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(cell(outcome, "balance").error()).isCloseTo(1 - 2.608 / 3.154, offset(1e-3));
    }

    /** Q6: the mean of |g|^2 over mini-batches, 0.3075, taken for G = 0.0467. X25 read as printed forgets tr S instead. */
    @Test
    void g_of_stochastic_gradients_breaks_the_balance() {
        EquilibriumMoments right = GoldenEquilibria.svag(1).moments();
        double uncentred = right.squaredGradient() + right.noiseTrace();
        assertThat(uncentred).isCloseTo(0.3075, offset(1e-4));

        assertThat(known(with(uncentred, right.noiseTrace()), BalanceLaw.SGD).verdict())
                .isEqualTo(Verdict.FAIL);
        assertThat(known(with(right.squaredGradient(), 0), BalanceLaw.SGD).verdict())
                .isEqualTo(Verdict.FAIL);
    }

    /** Q7: N divided by n - 1 is a third too large on E2, where n = 4; eta N for N is wrong by the factor eta. */
    @Test
    void n_by_another_convention_breaks_the_balance() {
        EquilibriumMoments right = Chains.e2(1);
        for (double factor : new double[] {4.0 / 3, 0.25}) {
            EquilibriumMoments wrong =
                    new EquilibriumMoments(right.squaredNorm(), right.squaredGradient(), factor * right.noiseTrace());
            Outcome outcome = known(new KnownEquilibrium("SGD on E2", wrong, 0.25, 0.05, 1), BalanceLaw.SGD);
            assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
        }
        assertThat(known(new KnownEquilibrium("SGD on E2", right, 0.25, 0.05, 1), BalanceLaw.SGD)
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    private static KnownEquilibrium with(double gradient, double noise) {
        double norm = GoldenEquilibria.svag(1).moments().squaredNorm();
        return new KnownEquilibrium("SGD on E1", new EquilibriumMoments(norm, gradient, noise), 1, 0.05, 1);
    }

    private static Outcome known(KnownEquilibrium process, BalanceLaw law) {
        return Chains.budget(1).verify(new Equilibrium(List.of(process), law, TOLERANCE));
    }

    private static Cell cell(Outcome outcome, String start) {
        return outcome.cells().stream()
                .filter(cell -> cell.observable().startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    private static org.assertj.core.data.Offset<Double> offset(double value) {
        return org.assertj.core.data.Offset.offset(value);
    }

    private static void print(EquilibriumMutants mutant, int level, Outcome outcome, JsonNode bias) {
        Cell balance = cell(outcome, "balance");
        Cell norm = cell(outcome, "R =");
        System.out.printf(
                Locale.ROOT,
                "| %s | l = %d | Equilibrium %s | residual %.3f ± %.3f, R %.3f ± %.3f | R %.3f | %d (%s) | %.1f |%n",
                mutant.goldenName(),
                level,
                outcome.verdict(),
                balance.error(),
                balance.halfWidth(),
                norm.error(),
                norm.halfWidth(),
                bias.path("R").asDouble(),
                outcome.trajectories(),
                outcome.setting().replaceAll(".*, ", ""),
                outcome.seconds());
    }
}
