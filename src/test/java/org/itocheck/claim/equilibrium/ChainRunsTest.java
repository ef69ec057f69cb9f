package org.itocheck.claim.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Function;
import org.itocheck.claim.ScriptedLaboratory;
import org.itocheck.claim.ScriptedLaboratory.Law;
import org.itocheck.claim.ScriptedLaboratory.Look;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.stats.SkewAllowance;
import org.junit.jupiter.api.Test;

/** What the chains of an equilibrium ask the laboratory for, and what they make of its answers. */
class ChainRunsTest {
    /** Three quantities, each an interval and an agreement, at three burn-ins share it: each has 1e-3. */
    private static final double ALPHA = 0.018;

    private static final double EACH = 0.001;
    private static final Precision PRECISION = new Precision(0.1, 0.1, 0.1);
    private static final long MANY = 1L << 40;
    private static final Law ONE = Law.exactly(1);
    private static final Law NONE = Law.exactly(0);

    /** SVAG(2) on E1 at eta lambda = 0.05: ln(7.5 / 0.008) / (4 * 0.05) = 34.2 SGD steps leave 0.8 % of the start, in R. */
    private static final EquilibriumChains PLANNED =
            EquilibriumChains.of(Svag.family(Chains.E1), Chains.E1.withStart(1, 2, 2), 2);

    @Test
    void chains_start_at_a_quarter_and_at_four_times_the_norm_that_a_pilot_found_in_two_directions() {
        ScriptedLaboratory laboratory = new ScriptedLaboratory(MANY, look -> laws(Law.exactly(36)));
        estimate(PLANNED, laboratory);

        assertThat(laboratory.looks())
                .extracting(Look::purpose)
                .containsExactly("test 0 pilot", "test 0 near", "test 0 far");
        assertStart(laboratory.looks().get(0), 1, 2, 2);
        assertStart(laboratory.looks().get(1), 1, 2, 2);
        assertStart(laboratory.looks().get(2), 8, -8, 4);
    }

    /** Each half has half of 1.3 (z s / (p mean))^2, as the pilot knows s no better than to 14 %. */
    @Test
    void the_quantity_that_is_hardest_to_see_decides_how_many_chains_there_are() {
        for (int quantity = 0; quantity < 3; quantity++) {
            long chains = chainsFor(quantity, PRECISION);
            double standardErrors = SkewAllowance.multiplier(EACH) * 5 / (0.1 * 4);
            assertThat(chains).isEqualTo((long) Math.ceil(1.3 * standardErrors * standardErrors / 2));

            Precision twice = new Precision(0.05, 0.05, 0.05);
            assertThat((double) chainsFor(quantity, twice)).isCloseTo(4.0 * chains, within(4.0));
        }
    }

    private static long chainsFor(int quantity, Precision precision) {
        Law[] laws = {new Law(4, 0.1, 0), new Law(4, 0.1, 0), new Law(4, 0.1, 0), NONE};
        laws[quantity] = new Law(4, 5, 0);
        ScriptedLaboratory laboratory = new ScriptedLaboratory(MANY, look -> List.of(laws));
        PLANNED.estimate(laboratory, ALPHA, precision, "test");
        assertThat(laboratory.chains().get(2)).isEqualTo(laboratory.chains().get(1));
        return laboratory.chains().get(1);
    }

    @Test
    void a_pilot_of_skewed_values_asks_for_twice_the_chains_that_they_need() {
        ScriptedLaboratory laboratory = new ScriptedLaboratory(MANY, look -> laws(new Law(1, 0.01, 8)));
        estimate(PLANNED, laboratory);

        long needed = SkewAllowance.minTrajectories(8, EACH);
        assertThat(laboratory.chains()).containsExactly(2048L, 2 * needed, 2 * needed);
    }

    @Test
    void values_more_skewed_than_the_pilot_saw_are_measured_again_with_twice_what_they_need() {
        Law seen = new Law(1, 0.01, 20);
        ScriptedLaboratory laboratory = new ScriptedLaboratory(MANY, look -> laws(look.isPilot() ? ONE : seen));
        EquilibriumEstimate found = estimate(PLANNED, laboratory);

        long needed = SkewAllowance.minTrajectories(20, EACH);
        assertThat(laboratory.chains()).containsExactly(2048L, 1024L, 1024L, 2 * needed, 2 * needed);
        assertThat(laboratory.looks().get(3).purpose()).isEqualTo("test 0 again near");
        assertThat(found.obstacle()).isEmpty();
    }

    /** One half alone may be the skewed one. */
    @Test
    void chains_that_skewed_values_outnumber_the_budget_of_are_not_run_and_conclude_nothing() {
        Law seen = new Law(1, 0.01, -20);
        long needed = SkewAllowance.minTrajectories(20, EACH);
        Function<Look, List<Law>> script = look -> laws(look.isFar() ? seen : ONE);
        ScriptedLaboratory few = new ScriptedLaboratory(needed - 1, script);
        EquilibriumEstimate found = estimate(PLANNED, few);

        assertThat(few.chains()).containsExactly(2048L, 1024L, 1024L);
        assertThat(found.obstacle())
                .isEqualTo("R = E|x|^2 has values so skewed that it needs " + needed + " chains a start, and had 1024");
        assertThat(found.remedy()).isEqualTo("raise the budget: -Ditocheck.trajectories=" + 4 * (needed - 1));

        ScriptedLaboratory enough = new ScriptedLaboratory(needed, script);
        assertThat(estimate(PLANNED, enough).obstacle()).isEmpty();
        assertThat(enough.chains()).containsExactly(2048L, 1024L, 1024L, needed, needed);
    }

    @Test
    void chains_that_are_just_enough_for_their_skewness_are_not_run_again() {
        double perSkewness = SkewAllowance.multiplier(EACH);
        double skewness = Math.sqrt(1023.5) * 3 * Math.log(10) / (perSkewness * perSkewness * perSkewness);
        assertThat(SkewAllowance.minTrajectories(skewness, EACH)).isEqualTo(1024);
        Law seen = new Law(1, 0.01, skewness);
        ScriptedLaboratory laboratory = new ScriptedLaboratory(MANY, look -> laws(look.isPilot() ? ONE : seen));

        assertThat(estimate(PLANNED, laboratory).obstacle()).isEmpty();
        assertThat(laboratory.chains()).containsExactly(2048L, 1024L, 1024L);
    }

    @Test
    void a_planned_burn_in_is_doubled_twice_before_starts_that_disagree_are_given_up() {
        ScriptedLaboratory laboratory = new ScriptedLaboratory(MANY, ChainRunsTest::apart);
        EquilibriumEstimate found = estimate(PLANNED, laboratory);

        assertThat(laboratory.looks())
                .extracting(Look::steps)
                .containsExactly(70, 70, 70, 140, 140, 140, 280, 280, 280);
        assertThat(laboratory.looks().get(8).purpose()).isEqualTo("test 2 far");
        assertThat(found.obstacle())
                .isEqualTo("two starts disagree after 140 SGD steps: R = E|x|^2 from 4 R is"
                        + " 1.0000 ± 0.0000 above that from R/4 (allowed ± 0.4500)");
        assertThat(found.remedy()).isEqualTo("burn in longer: withBurnIn(560)");
        assertThat(found.burnIn()).isEqualTo(140);
        assertThat(found.chains()).isEqualTo(3 * 4096);
        assertThat(found.steps()).isEqualTo(4096 * (70 + 140 + 280));
    }

    @Test
    void a_burn_in_after_which_the_starts_agree_is_not_doubled() {
        ScriptedLaboratory laboratory =
                new ScriptedLaboratory(MANY, look -> look.steps() > 100 ? laws(ONE) : apart(look));
        EquilibriumEstimate found = estimate(PLANNED, laboratory);

        assertThat(laboratory.looks()).hasSize(6);
        assertThat(found.obstacle()).isEmpty();
        assertThat(found.burnIn()).isEqualTo(70);
        assertThat(found.chains()).isEqualTo(2 * 4096);
        assertThat(found.steps()).isEqualTo(4096 * (70 + 140));
    }

    @Test
    void a_burn_in_that_was_given_is_never_doubled() {
        ScriptedLaboratory laboratory = new ScriptedLaboratory(MANY, ChainRunsTest::apart);
        EquilibriumEstimate found = estimate(PLANNED.withBurnIn(8), laboratory);

        assertThat(laboratory.looks()).extracting(Look::steps).containsExactly(16, 16, 16);
        assertThat(found.remedy()).isEqualTo("burn in longer: withBurnIn(32)");
    }

    @Test
    void starts_that_noise_hides_call_for_chains_and_not_for_steps() {
        ScriptedLaboratory laboratory = new ScriptedLaboratory(100, look -> laws(new Law(look.isFar() ? 2 : 1, 9, 0)));
        EquilibriumEstimate found = estimate(PLANNED, laboratory);

        assertThat(laboratory.chains()).containsExactly(100L, 100L, 100L);
        assertThat(found.obstacle()).startsWith("two starts are not seen to agree after 35 SGD steps: ");
        assertThat(found.remedy()).isEqualTo("raise the budget: -Ditocheck.trajectories=400");
    }

    /** Rare values of 1 are skewed, and neither that nor their number says anything of a burn-in. */
    @Test
    void only_r_g_and_n_have_to_agree_and_not_what_rounding_does() {
        ScriptedLaboratory laboratory = new ScriptedLaboratory(
                MANY, look -> List.of(ONE, ONE, ONE, look.isFar() ? new Law(0.01, 1e-9, 1e3) : NONE));

        assertThat(estimate(PLANNED, laboratory).obstacle()).isEmpty();
        assertThat(laboratory.chains()).containsExactly(2048L, 1024L, 1024L);
    }

    @Test
    void a_tenth_of_the_gradients_may_be_bent_by_rounding_and_no_more() {
        ScriptedLaboratory tenth = new ScriptedLaboratory(MANY, look -> List.of(ONE, ONE, ONE, Law.exactly(0.1)));
        assertThat(estimate(PLANNED, tenth).obstacle()).isEmpty();

        ScriptedLaboratory more = new ScriptedLaboratory(MANY, look -> List.of(ONE, ONE, ONE, Law.exactly(0.11)));
        EquilibriumEstimate found = estimate(PLANNED, more);
        assertThat(found.obstacle())
                .isEqualTo("the loss is not scale invariant: 11 % of its mini-batch gradients are not orthogonal to x"
                        + " to ten digits");
        assertThat(found.chains()).isEqualTo(2048);
    }

    /** Half of the difference of two means has the standard error of their mean. */
    @Test
    void three_burn_ins_share_the_error_rate_and_one_that_was_given_keeps_it() {
        Function<Look, List<Law>> script = look -> laws(new Law(2, 0.5, 0));
        Range planned = estimate(PLANNED, new ScriptedLaboratory(4000, script)).squaredNorm();
        Range given = estimate(PLANNED.withBurnIn(35), new ScriptedLaboratory(4000, script))
                .squaredNorm();

        double error = 0.5 / Math.sqrt(2 * 1024);
        assertThat(planned.center()).isEqualTo(2);
        assertThat(planned.halfWidth()).isCloseTo(SkewAllowance.multiplier(EACH) * error, within(1e-12));
        assertThat(given.halfWidth()).isCloseTo(SkewAllowance.multiplier(3 * EACH) * error, within(1e-12));
    }

    @Test
    void a_step_that_forgets_the_norm_names_eta_lambda() {
        Problem problem = Chains.e1(2).withWeightDecay(0.5);
        EquilibriumChains chains = EquilibriumChains.of(Svag.family(problem), problem, 1);
        EquilibriumEstimate found = estimate(chains, new ScriptedLaboratory(MANY, look -> laws(ONE)));

        assertThat(found.obstacle()).isEqualTo("at eta lambda = 1 the squared norm does not relax to an equilibrium");
        assertThat(found.chains()).isZero();
    }

    private static EquilibriumEstimate estimate(EquilibriumChains chains, ScriptedLaboratory laboratory) {
        return chains.estimate(laboratory, ALPHA, PRECISION, "test");
    }

    private static List<Law> laws(Law norm) {
        return List.of(norm, ONE, ONE, NONE);
    }

    /** R is 2 from afar and 1 from near. */
    private static List<Law> apart(Look look) {
        return laws(Law.exactly(look.isFar() ? 2 : 1));
    }

    private static void assertStart(Look look, double... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(look.start()[i]).isCloseTo(expected[i], within(1e-12));
        }
    }
}
