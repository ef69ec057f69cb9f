package org.itocheck.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.itocheck.claim.ScriptedLaboratory.Law;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.observable.Observable;
import org.itocheck.stats.SkewAllowance;
import org.junit.jupiter.api.Test;

/** The two parts of a weak error where only the family is simulated: Euler-Maruyama and the SDE are known on A1. */
class ErrorDecompositionFindingsTest {
    private static final Problem A1 = Settings.GAUSSIAN;
    private static final Family OWN = Family.of("own", 0.5, level -> (x, context) -> {});
    private static final Setting SETTING = Settings.last(OWN, A1, List.of(1), Observable.coordinate(0));
    /** Two parts and their sum. */
    private static final double ALPHA = ScriptedLaboratory.RATE / 2;

    /** GD on x^2/2 takes 1 to (1/2)^4. */
    private static final double MEAN = 0.0625;

    private static final long MANY = 1L << 40;

    @Test
    void only_the_part_with_simulated_means_has_a_width() {
        ScriptedLaboratory laboratory = answering(MANY, 0.5, 0);
        Outcome outcome = claim(0.1).evaluate(laboratory);

        Cell noise = outcome.cells().get(0);
        Cell steps = outcome.cells().get(1);
        Cell whole = outcome.cells().get(2);
        double error = 0.5 / Math.sqrt((double) noise.trajectories());
        assertThat(noise.halfWidth()).isCloseTo(SkewAllowance.multiplier(ALPHA) * error, within(1e-12));
        assertThat(noise.error()).isCloseTo(0, within(1e-12));
        assertThat(steps.halfWidth()).isZero();
        assertThat(steps.error()).isCloseTo(MEAN - StrictMath.exp(-2), within(1e-12));
        assertThat(whole.halfWidth()).isEqualTo(noise.halfWidth());
        assertThat(whole.allowed()).isCloseTo(0.6, within(1e-12));
        assertThat(outcome.verdict()).isEqualTo(Verdict.PASS);
        assertThat(outcome.trajectories())
                .isEqualTo(
                        laboratory.chains().stream().mapToLong(Long::longValue).sum());
    }

    @Test
    void half_the_tolerance_takes_four_times_the_paths() {
        long one = claim(0.02).evaluate(answering(MANY, 0.5, 0)).cells().get(0).trajectories();
        long half = claim(0.01).evaluate(answering(MANY, 0.5, 0)).cells().get(0).trajectories();

        assertThat((double) half).isCloseTo(4.0 * one, within(4.0));
    }

    @Test
    void no_part_is_trusted_below_1024_paths_or_what_its_skewness_needs() {
        assertThat(note(1023, 0)).isEqualTo("no normal interval is trusted below 1 024 paths");
        assertThat(note(1024, 0)).isEmpty();

        long needed = SkewAllowance.minTrajectories(10, ALPHA);
        assertThat(note(needed - 1, 10))
                .isEqualTo("too skewed for normal intervals below " + Numbers.count(needed) + " paths");
        assertThat(note(needed, 10)).isEmpty();
    }

    @Test
    void a_budget_below_the_plan_is_to_be_raised_to_it_and_one_that_reaches_it_is_not() {
        assertThat(claim(0.1).evaluate(answering(1023, 1e-3, 0)).remedies())
                .containsExactly("raise the budget: -Ditocheck.trajectories=1024", "drop the finest level");
    }

    private static String note(long budget, double skewness) {
        return claim(0.1)
                .evaluate(answering(budget, 1e-3, skewness))
                .cells()
                .get(0)
                .note();
    }

    private static ErrorDecomposition claim(double tolerance) {
        return new ErrorDecomposition(SETTING, ItoSde.of(A1), Tolerance.within(tolerance), Tolerance.within(0.5));
    }

    private static ScriptedLaboratory answering(long budget, double deviation, double skewness) {
        return new ScriptedLaboratory(budget, look -> List.of(new Law(MEAN, deviation, skewness)));
    }
}
