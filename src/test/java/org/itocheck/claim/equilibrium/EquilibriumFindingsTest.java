package org.itocheck.claim.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Claim;
import org.itocheck.claim.Numbers;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.ScriptedLaboratory;
import org.itocheck.claim.ScriptedLaboratory.Law;
import org.itocheck.claim.Verdict;
import org.itocheck.claim.equilibrium.CurvatureBound.Theorem;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.stats.SkewAllowance;
import org.itocheck.truth.EquilibriumMoments;
import org.junit.jupiter.api.Test;

/** What the claims say of equilibria that are written down in advance: findings, diagnoses, costs and ways out. */
class EquilibriumFindingsTest {
    private static final long MANY = 1L << 40;
    private static final Problem E1 = Chains.e1(2);
    /** Of somebody's own: nothing is known of its equilibrium but what a test says. */
    private static final Family OWN = Family.of("own", 2, level -> (x, context) -> {});

    private static final EquilibriumChains ONE = EquilibriumChains.of(OWN, E1, 1);
    private static final EquilibriumChains FOUR = EquilibriumChains.of(OWN, E1, 4);

    /** (14) at eta = 2 and lambda = 0.05: 0.095 R = 2 (G + N), which gives 6 to G = 0.035 and N = 0.25. */
    private static final EquilibriumMoments BALANCED = new EquilibriumMoments(6, 0.035, 0.25);

    @Test
    void a_norm_too_small_for_its_gradients_points_to_decay_and_noise() {
        Outcome outcome = verify(known(new EquilibriumMoments(5, 0.035, 0.25), 1), BalanceLaw.SGD);

        assertThat(outcome.finding())
                .isEqualTo("what the decay takes from |x|^2 differs from what the gradients give by -0.2 of R");
        assertThat(outcome.diagnosis())
                .isEqualTo("|x|^2 is smaller than G and N ask for: look for decay at each small step that belongs to a"
                        + " whole one, for noise that is not amplified, and at N (of one mini-batch? divided by n?)");
        assertThat(outcome.truth()).isEqualTo("0, from the orthogonality of x and its gradients");
        assertThat(outcome.setting()).isEqualTo("eta = 2, lambda = 0.05");
        assertThat(outcome.power()).isEqualTo("no randomness");
    }

    /** (14) at eta = 2 and l = 4: (2 - 0.025) 0.05 R = G/2 + 2 N. */
    @Test
    void a_norm_too_large_for_its_gradients_points_to_the_noise_amplitude_and_g() {
        Outcome outcome = verify(known(new EquilibriumMoments(10, 0.395, 0.148125), 4), BalanceLaw.SVAG);

        assertThat(outcome.finding())
                .isEqualTo("what the decay takes from |x|^2 at l = 4 differs from what the gradients give by 0.5 of R");
        assertThat(outcome.diagnosis())
                .isEqualTo(
                        "|x|^2 is larger than G and N ask for: look for too large a noise amplitude, and at G (is it in"
                                + " the balance?)");
        assertThat(outcome.levels()).containsExactly(4);
        assertThat(outcome.cells().get(0).stepSize()).isEqualTo(0.5);
    }

    /** R off by the share e moves the residual by about -e: 1 - 6 / 5. The range of R is half of 1 % wide on each side. */
    @Test
    void a_measured_residual_comes_with_its_half_width_and_the_rate_and_cost_of_its_chains() {
        ScriptedLaboratory laboratory = measuring(new EquilibriumMoments(5, 0.035, 0.25));
        Outcome outcome = new Equilibrium(List.of(ONE), BalanceLaw.SGD, 0.05).evaluate(laboratory);

        assertThat(outcome.finding())
                .matches("what the decay takes from \\|x\\|\\^2 differs from what the gradients give by -0\\.20\\d+ ±"
                        + " 0\\.0\\d+ of R");
        assertThat(outcome.power())
                .isEqualTo(
                        "false alarm < 0.001: R, G and N lie in their ranges together, but for what a burn-in leaves");
        assertThat(outcome.setting()).startsWith("eta = 2, lambda = 0.05, ").endsWith(" chain steps");
    }

    @Test
    void a_norm_that_is_not_the_known_one_is_named_and_explained() {
        Claim claim =
                new Equilibrium(List.of(ONE.expecting(new EquilibriumMoments(7, 0.035, 0.25))), BalanceLaw.SGD, 0.05);
        Outcome outcome = claim.evaluate(measuring(BALANCED));

        assertThat(outcome.finding()).matches("R = E\\|x\\|\\^2 is off by -1\\.00\\d* ± 0\\.0\\d+");
        assertThat(outcome.diagnosis())
                .isEqualTo("R is the sensitive one: its error in the direction of the noise means a wrong amplitude, G"
                        + " hardly sees it");
        assertThat(outcome.truth()).isEqualTo("0, from the orthogonality of x and its gradients; R, G and N known");
    }

    @Test
    void a_process_is_as_expensive_as_all_its_ensembles_together() {
        ScriptedLaboratory laboratory = measuring(BALANCED);
        Outcome outcome = new Equilibrium(List.of(ONE, FOUR), BalanceLaw.SGD, 1).evaluate(laboratory);

        long steps = 0;
        long chains = 0;
        for (ScriptedLaboratory.Look look : laboratory.looks()) {
            chains += look.chains();
            steps += look.chains() * look.steps();
        }
        assertThat(laboratory.looks()).hasSize(6);
        assertThat(outcome.trajectories()).isEqualTo(chains);
        assertThat(outcome.setting()).isEqualTo("eta = 2, lambda = 0.05, " + Numbers.roughly(steps) + " chain steps");
        assertThat(outcome.levels()).containsExactly(1, 4);
    }

    @Test
    void a_residual_at_the_edge_of_the_tolerance_asks_for_a_wider_one_or_four_times_the_chains() {
        ScriptedLaboratory laboratory = measuring(new EquilibriumMoments(6 / 1.05, 0.035, 0.25));
        Outcome outcome = new Equilibrium(List.of(ONE), BalanceLaw.SGD, 0.05).evaluate(laboratory);

        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.remedies())
                .containsExactly("ask for a wider tolerance", "raise the budget: -Ditocheck.trajectories=" + 4 * MANY);
    }

    @Test
    void each_law_names_its_balance_and_its_number_in_the_paper() {
        List<String> said = new ArrayList<>();
        for (BalanceLaw law : BalanceLaw.values()) {
            Outcome outcome = verify(known(BALANCED, 1), law);
            said.add(outcome.formula() + " " + outcome.source().replaceAll(".*2102.12470, |; THEORY.*", ""));
        }
        assertThat(said)
                .containsExactly(
                        "(2 - (eta/l) lambda) lambda R = (eta/l) G + eta N (14), interpolated in l",
                        "(2 - (eta/l) lambda) lambda R = (eta/l) (G + N) (14)",
                        "2 lambda R = eta N (15)",
                        "(2 + eta lambda) lambda R = eta (G + N) (31)");
    }

    /** Each of two processes has half of the rate, shared among 18 intervals. */
    @Test
    void g_is_measured_four_times_less_precisely_than_r_and_n() {
        Problem twice = Chains.e1(4);
        EquilibriumChains other = EquilibriumChains.of(Family.of("own", 4, level -> (x, context) -> {}), twice, 1);
        List<BatchRun> runs = List.of(new BatchRun(1, ONE), new BatchRun(2, other));
        double z = SkewAllowance.multiplier(ScriptedLaboratory.RATE / 2 / 18);
        for (Claim claim : List.of(
                new Closeness(ONE, ONE, 1.5, 0.01),
                new CurvatureBound(ONE, ONE, Theorem.SGD, 0.01),
                new LinearScalingInvariance(runs, 1.2, 0.01))) {
            assertThat((double) near(claim, 1)).isCloseTo(1.3 * square(z * 2 / 0.04) / 2, within(1.0));
            assertThat((double) near(claim, 0)).isCloseTo(1.3 * square(z * 2 / 0.01) / 2, within(1.0));
        }
    }

    /** G costs the most chains and is the smaller part wherever the noise dominates. */
    @Test
    void a_balance_needs_r_and_n_to_an_eighth_of_its_tolerance_and_g_to_a_half() {
        double z = SkewAllowance.multiplier(ScriptedLaboratory.RATE / 18);
        Claim claim = new Equilibrium(List.of(ONE), BalanceLaw.SGD, 0.08);

        assertThat((double) near(claim, 0)).isCloseTo(1.3 * square(z * 2 / 0.01) / 2, within(1.0));
        assertThat((double) near(claim, 1)).isCloseTo(1.3 * square(z * 2 / 0.04) / 2, within(1.0));
        assertThat((double) near(claim, 2)).isCloseTo(1.3 * square(z * 2 / 0.01) / 2, within(1.0));
    }

    /** R, G and N of every process are three statements that may each be wrong. */
    @Test
    void a_claim_takes_a_share_of_the_error_rate_for_three_ranges_of_each_process() {
        List<BatchRun> runs = List.of(
                new BatchRun(1, known(BALANCED, 1)),
                new BatchRun(2, new KnownEquilibrium("twice", BALANCED, 4, 0.05, 1)));

        assertThat(new Equilibrium(List.of(ONE, FOUR, ONE), BalanceLaw.SGD, 0.1).cells())
                .isEqualTo(9);
        assertThat(new LinearScalingInvariance(runs, 1.2, 0.1).cells()).isEqualTo(6);
        assertThat(new CriticalBatchSize(runs, 1.2, 0.1).cells()).isEqualTo(6);
        assertThat(new Closeness(ONE, FOUR, 1.2, 0.1).cells()).isEqualTo(6);
        assertThat(new CurvatureBound(ONE, FOUR, Theorem.SGD, 0.1).cells()).isEqualTo(6);
    }

    @Test
    void a_pair_of_batch_sizes_whose_base_is_not_known_is_not_compared() {
        Problem twice = Chains.e1(4);
        EquilibriumChains other = EquilibriumChains.of(Family.of("own", 4, level -> (x, context) -> {}), twice, 1);
        Claim claim = new CriticalBatchSize(List.of(new BatchRun(1, ONE), new BatchRun(2, other)), 1.2, 0.1);
        ScriptedLaboratory laboratory = new ScriptedLaboratory(MANY, look -> {
            boolean base = look.purpose().startsWith("equilibrium 0");
            return List.of(Law.exactly(6), Law.exactly(0.035), Law.exactly(0.25), Law.exactly(base ? 1 : 0));
        });

        assertThat(claim.evaluate(laboratory).cells())
                .extracting(Cell::observable)
                .containsExactly("balance of |x|^2 at B = 2", "N/G at B = 2");
    }

    private static double square(double x) {
        return x * x;
    }

    /** How many chains the first process has near its equilibrium, where R, G and N are 1 and one of them has the deviation 2. */
    private static long near(Claim claim, int spread) {
        Law[] laws = {Law.exactly(1), Law.exactly(1), Law.exactly(1), Law.exactly(0)};
        laws[spread] = new Law(1, 2, 0);
        ScriptedLaboratory laboratory = new ScriptedLaboratory(MANY, look -> List.of(laws));
        assertThat(claim.evaluate(laboratory).cells()).isNotEmpty();
        return laboratory.chains().get(1);
    }

    private static ScriptedLaboratory measuring(EquilibriumMoments moments) {
        return new ScriptedLaboratory(
                MANY,
                look -> List.of(
                        new Law(moments.squaredNorm(), 0.5, 0),
                        Law.exactly(moments.squaredGradient()),
                        Law.exactly(moments.noiseTrace()),
                        Law.exactly(0)));
    }

    private static KnownEquilibrium known(EquilibriumMoments moments, int level) {
        return new KnownEquilibrium("SGD", moments, 2, 0.05, level);
    }

    private static Outcome verify(KnownEquilibrium process, BalanceLaw law) {
        return new Equilibrium(List.of(process), law, 0.05).evaluate(measuring(BALANCED));
    }
}
