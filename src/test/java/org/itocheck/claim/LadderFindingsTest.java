package org.itocheck.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.itocheck.claim.ScriptedLaboratory.Law;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.observable.Observable;
import org.itocheck.stats.SkewAllowance;
import org.junit.jupiter.api.Test;

/** What a ladder of levels says of errors that are written down in advance: verdicts, diagnoses and ways out. */
class LadderFindingsTest {
    /** Its SDE is an Ornstein-Uhlenbeck process from 1 over T = 2: mean e^-2, variance (1 - e^-4)/4. */
    private static final Problem A1 = Settings.GAUSSIAN;

    private static final double MEAN = StrictMath.exp(-2);
    private static final double VARIANCE = -StrictMath.expm1(-4) / 4;
    private static final Family OWN = Family.of("own", 0.5, level -> (x, context) -> {});
    private static final Observable X = Observable.coordinate(0);
    private static final long MANY = 1L << 40;

    @Test
    void an_error_that_stays_is_told_from_one_that_shrinks_and_a_wrong_mean_of_x_is_named() {
        String drift = "; E x[0] itself is off: look at the drift, the number of steps and the weight decay";

        assertThat(below(0.01, level -> 0.5 + 0.05 / level, 1e-3).diagnosis())
                .isEqualTo("the error does not shrink with l" + drift);
        assertThat(below(0.01, level -> 0.5 / Math.sqrt(level * level + 1), 1e-3)
                        .diagnosis())
                .isEqualTo("the error shrinks with l, but not like c1/l + c2/l^2" + drift);
    }

    /** Twice the variance of the limit, where the mean of x is right. */
    @Test
    void a_wrong_variance_of_x_is_named_from_a_tenth_on() {
        assertThat(ofSquares(2).diagnosis())
                .isEqualTo(
                        "the error does not shrink with l; Var x[0] at l = 4 is 2 of the SDE's: one step has the wrong"
                                + " noise, see OneStepMoments");
        assertThat(ofSquares(0.5).diagnosis()).contains("; Var x[0] at l = 4 is 0.5 of the SDE's");
        assertThat(ofSquares(1.05).diagnosis()).isEqualTo("the error does not shrink with l");
        assertThat(ofSquares(0.95).diagnosis()).isEqualTo("the error does not shrink with l");
    }

    private static Outcome ofSquares(double ratio) {
        Law x = new Law(MEAN, Math.sqrt(ratio * VARIANCE), 0);
        Setting setting = Settings.last(OWN, A1, List.of(1, 2, 4), X, Observable.squaredNorm());
        Outcome outcome = new WeakErrorBelow(setting, ItoSde.of(A1), Tolerance.within(0.1))
                .evaluate(new ScriptedLaboratory(MANY, look -> List.of(x, new Law(1, 0.1, 0))));
        assertThat(outcome.observed()).matches("\\|x\\|\\^2 failed; x\\[0\\] passed \\(-?0\\.0+ ± 0\\.\\d+\\)");
        return outcome;
    }

    @Test
    void every_cell_has_the_interval_and_the_bound_of_its_own_level() {
        ScriptedLaboratory laboratory = answering(1 << 20, level -> 0.01, 0.5, 0);
        Outcome outcome = weak(Settings.last(OWN, A1, List.of(1, 2, 4), X), 0.1).evaluate(laboratory);

        double multiplier = SkewAllowance.multiplier(ScriptedLaboratory.RATE / 2 / 3);
        for (Cell cell : outcome.cells()) {
            assertThat(cell.stepSize()).isEqualTo(0.5 / cell.level());
            assertThat(cell.allowed()).isCloseTo(0.1 / cell.level(), within(1e-15));
            assertThat(cell.halfWidth())
                    .isCloseTo(multiplier * 0.5 / Math.sqrt((double) cell.trajectories()), within(1e-12));
        }
        assertThat(outcome.formula()).isEqualTo("|E g(x_lk) - E g(X_k)| <= C/l, every l and k");
        assertThat(outcome.verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void a_budget_that_is_too_small_offers_only_the_ways_out_that_there_are() {
        List<String> least = weak(Settings.last(OWN, A1, List.of(1, 2, 4), X), 0.01)
                .evaluate(answering(2000, level -> 0, 1, 0))
                .remedies();
        assertThat(least).hasSize(1).first().asString().matches("raise the budget: -Ditocheck.trajectories=\\d+");

        Setting wide = new Setting(OWN, A1, List.of(1, 2, 4, 8), List.of(X, X), List.of(3, 4));
        List<String> all =
                weak(wide, 0.01).evaluate(answering(2000, level -> 0, 1, 0)).remedies();
        assertThat(all)
                .startsWith("drop l = 8", "observe something less noisy than x[0]", "look at the last checkpoint only")
                .hasSize(4);
    }

    @Test
    void no_interval_is_trusted_below_1024_paths() {
        WeakErrorBelow claim = weak(Settings.last(OWN, A1, List.of(1), X), 0.1);
        Outcome few = claim.evaluate(answering(1023, level -> 0, 1e-3, 0));
        assertThat(few.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(few.finding()).endsWith("; no normal interval is trusted below 1 024 paths");
        assertThat(few.remedies()).containsExactly("raise the budget: -Ditocheck.trajectories=1024");

        assertThat(claim.evaluate(answering(1024, level -> 0, 1e-3, 0)).verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void no_interval_of_skewed_values_is_trusted_below_the_paths_that_they_need() {
        double skewness = 10;
        long needed = SkewAllowance.minTrajectories(skewness, ScriptedLaboratory.RATE / 2);
        WeakErrorBelow claim = weak(Settings.last(OWN, A1, List.of(1), X), 0.1);
        Outcome few = claim.evaluate(answering(needed - 1, level -> 0, 1e-3, skewness));
        assertThat(few.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(few.finding())
                .endsWith("; too skewed for normal intervals below " + Numbers.count(needed) + " paths");

        assertThat(claim.evaluate(answering(2 * needed, level -> 0, 1e-3, skewness))
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    /** 0.15, 0.2 and 0.0375 against 0.1, 0.05 and 0.025. */
    @Test
    void of_several_failures_the_one_that_reaches_farthest_in_its_own_bound_speaks() {
        Outcome outcome = weak(Settings.last(OWN, A1, List.of(1, 2, 4), X), 0.1)
                .evaluate(answering(MANY, level -> level == 2 ? 0.2 : 0.15 / level, 1e-3, 0));

        assertThat(outcome.finding()).isEqualTo("x[0] at l = 2 is off by 0.20000 ± 0.00013 (allowed ± 0.05000)");
    }

    @Test
    void a_weak_order_is_stated_as_two_powers_of_1_over_l() {
        Setting setting = Settings.last(OWN, A1, List.of(1, 2, 4, 8), X);
        Outcome outcome = new WeakOrder(setting, ItoSde.of(A1), 1, Tolerance.within(0.01))
                .evaluate(answering(MANY, level -> 0.1 / level, 1e-3, 0));

        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
        assertThat(outcome.formula()).isEqualTo("E g(x_lk) - E g(X_k) = c1/l^p + c2/l^(p+1), every k");
        assertThat(outcome.source()).isEqualTo("Li, Malladi, Arora 2021, arXiv:2102.12470, Theorem 4.1; THEORY 5.6");
        assertThat(outcome.cells()).extracting(Cell::allowed).containsOnly(Double.NaN);
    }

    private static Outcome below(double bound, IntToDoubleFunction error, double deviation) {
        return weak(Settings.last(OWN, A1, List.of(1, 2, 4), X), bound).evaluate(answering(MANY, error, deviation, 0));
    }

    private static WeakErrorBelow weak(Setting setting, double bound) {
        return new WeakErrorBelow(setting, ItoSde.of(A1), Tolerance.within(bound));
    }

    /** Every observable is x[0], off by so much at each level. */
    private static ScriptedLaboratory answering(
            long budget, IntToDoubleFunction error, double deviation, double skewness) {
        return new ScriptedLaboratory(budget, look -> {
            Law law = new Law(MEAN + error.applyAsDouble(look.level()), deviation, skewness);
            return List.of(law, law);
        });
    }
}
