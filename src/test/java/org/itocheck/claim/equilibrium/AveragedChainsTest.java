package org.itocheck.claim.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.ScriptedLaboratory;
import org.itocheck.claim.ScriptedLaboratory.Law;
import org.itocheck.claim.ScriptedLaboratory.Look;
import org.itocheck.claim.Verdict;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.random.Seed;
import org.itocheck.stats.SmallSample;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Equilibria from a hundred chains, each the mean of many looks, where they are known: on E1. */
class AveragedChainsTest {
    private static final int BURN_IN = 60;
    private static final int LOOKS = 300;
    private static final long CHAINS = 96;
    /** Three quantities, each an interval and an agreement, share it: each has 1e-3. */
    private static final double ALPHA = 0.006;

    private static final double EACH = 0.001;
    private static final Precision PRECISION = new Precision(0.01, 0.01, 0.01);

    static List<EquilibriumMutants> mutants() {
        return EquilibriumMutants.all();
    }

    @Test
    void svag_is_in_balance_and_has_the_known_moments() {
        Outcome outcome = verify(new Seed(1), Svag.family(Chains.E1), 0.25, 1, 2, 4);

        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
        assertThat(outcome.cells()).hasSize(12);
        assertThat(outcome.trajectories()).isLessThanOrEqualTo(3 * (32 + 2 * CHAINS));
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void a_mistake_in_the_step_is_found(EquilibriumMutants mutant) {
        Outcome outcome = verify(new Seed(2), mutant, 0.05, 2);

        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void starts_that_have_not_met_are_seen() {
        EquilibriumChains hasty = EquilibriumChains.of(Sgd.family(Chains.E1), Chains.E1, 1)
                .withBurnIn(2)
                .averagedOver(4);
        Outcome outcome = Chains.budget(CHAINS).verify(new Equilibrium(List.of(hasty), BalanceLaw.SGD, 0.1));

        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.finding()).startsWith("two starts disagree after 2 SGD steps: R = E|x|^2 from 4 R is ");
    }

    /** z is an error in standard errors; that of 96 chains a start is Student's, whose square is 1.01 in the mean. */
    @Test
    void over_two_hundred_seeds_the_ranges_are_as_wide_as_they_say_and_none_of_them_fails() {
        int runs = 200;
        double[] sum = new double[3];
        double[] squares = new double[3];
        int passed = 0;
        double multiplier = SmallSample.multiplier(0.1 / 6, CHAINS);
        for (int run = 0; run < runs; run++) {
            Verifier verifier = new Verifier(new Seed(run), 0.2, 1e-2, CHAINS, 1);
            Outcome outcome = verifier.verify(claim(Sgd.family(Chains.E1), 0.2, 1));
            assertThat(outcome.verdict()).as(outcome.headline()).isNotEqualTo(Verdict.FAIL);
            passed += outcome.passed() ? 1 : 0;
            List<Cell> cells = outcome.cells();
            for (int q = 0; outcome.passed() && q < 3; q++) {
                double z = cells.get(q + 1).error() / cells.get(q + 1).halfWidth() * multiplier;
                sum[q] += z;
                squares[q] += z * z;
            }
        }
        assertThat(passed).isGreaterThan((int) (0.9 * runs));
        for (int q = 0; q < 3; q++) {
            // Five standard errors of 180 values.
            assertThat(sum[q] / passed).as("mean of z, quantity " + q).isBetween(-0.37, 0.37);
            assertThat(squares[q] / passed)
                    .as("mean square of z, quantity " + q)
                    .isBetween(0.47, 1.53);
        }
    }

    @Test
    void a_pilot_of_32_chains_plans_no_more_than_the_budget_and_ranges_are_as_wide_as_they_are() {
        ScriptedLaboratory laboratory = new ScriptedLaboratory(50, look -> laws(new Law(4, 1, 0)));
        EquilibriumEstimate found = estimate(laboratory);

        assertThat(laboratory.chains()).containsExactly(32L, 50L, 50L);
        assertThat(laboratory.looks()).extracting(Look::steps).containsOnly(BURN_IN + LOOKS - 1);
        assertThat(found.obstacle()).isEmpty();
        assertThat(found.squaredNorm().center()).isCloseTo(4, within(1e-12));
        assertThat(found.squaredNorm().halfWidth())
                .isCloseTo(SmallSample.multiplier(EACH, 50) / Math.sqrt(2 * 50), within(1e-12));
    }

    @Test
    void sixteen_chains_a_start_are_the_fewest() {
        ScriptedLaboratory laboratory = new ScriptedLaboratory(1 << 20, look -> laws(Law.exactly(4)));
        estimate(laboratory);

        assertThat(laboratory.chains().get(1)).isGreaterThanOrEqualTo(16);
        assertThat(laboratory.chains().get(1)).isLessThan(50);
    }

    /** Both starts together have 100 chains: skewness 2 and its standard error 0.24 ask for more of them. */
    @Test
    void skewed_means_conclude_nothing() {
        Function<Look, List<Law>> script = look -> laws(new Law(4, 0.1, look.isPilot() ? 0 : 2));
        ScriptedLaboratory laboratory = new ScriptedLaboratory(50, script);
        EquilibriumEstimate found = estimate(laboratory);

        assertThat(found.obstacle())
                .startsWith("R = E|x|^2 has values so skewed that it needs ")
                .endsWith(", and had 50");
    }

    /** Starts may be three quarters of the half width of their difference apart, which is two half widths of the range. */
    @Test
    void starts_further_apart_than_their_noise_conclude_nothing() {
        double halfWidth = SmallSample.multiplier(EACH, 50) / Math.sqrt(2 * 50);
        for (double shift : new double[] {1.4, 1.6}) {
            double far = 4 + shift * halfWidth;
            ScriptedLaboratory laboratory =
                    new ScriptedLaboratory(50, look -> laws(new Law(look.isFar() ? far : 4, 1, 0)));
            assertThat(estimate(laboratory).obstacle().isEmpty()).isEqualTo(shift < 1.5);
        }
    }

    @Test
    void bad_numbers_of_looks_are_named() {
        EquilibriumChains chains = EquilibriumChains.of(Sgd.family(Chains.E1), Chains.E1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chains.averagedOver(0))
                .withMessage("looks is 0, expected 1 to 268435455, for example 100");
    }

    private static EquilibriumEstimate estimate(ScriptedLaboratory laboratory) {
        return EquilibriumChains.of(Sgd.family(Chains.E1), Chains.E1, 1)
                .withBurnIn(BURN_IN)
                .averagedOver(LOOKS)
                .estimate(laboratory, ALPHA, PRECISION, "test");
    }

    private static List<Law> laws(Law norm) {
        return List.of(norm, Law.exactly(1), Law.exactly(1), Law.exactly(0));
    }

    private static Equilibrium claim(Family family, double tolerance, int... levels) {
        List<StationaryProcess> processes = new ArrayList<>();
        Arrays.stream(levels)
                .forEach(level -> processes.add(EquilibriumChains.of(family, Chains.E1, level)
                        .expecting(GoldenEquilibria.svag(level).moments())
                        .withBurnIn(BURN_IN)
                        .averagedOver(LOOKS)));
        return new Equilibrium(processes, BalanceLaw.SVAG, tolerance);
    }

    private static Outcome verify(Seed seed, Family family, double tolerance, int... levels) {
        return new Verifier(seed, 1e-3, 1e-3, CHAINS, 1).verify(claim(family, tolerance, levels));
    }
}
