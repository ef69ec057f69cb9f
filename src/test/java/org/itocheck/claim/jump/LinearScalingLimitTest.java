package org.itocheck.claim.jump;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.itocheck.claim.LimitBias;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Setting;
import org.itocheck.claim.Tolerance;
import org.itocheck.claim.Verdict;
import org.itocheck.claim.WeakErrorBelow;
import org.itocheck.claim.WeakOrder;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.LinearScaling;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.dynamics.sde.LevySde;
import org.itocheck.dynamics.sde.Limit;
import org.itocheck.objective.Divisible;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.Objective;
import org.itocheck.observable.Observable;
import org.itocheck.random.NoiseLaw;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figure 4, with the claims on limits as they are: SVAG tends to the Ito SDE, the linear scaling rule to the Levy SDE. */
class LinearScalingLimitTest {
    private static final Problem COUNTS = Problems.a1(NoiseLaw.POISSON);
    private static final Observable CUBE = Observable.power(0, 3);
    private static final List<Integer> LEVELS = List.of(1, 2, 4, 8, 16);

    @Test
    void the_rule_is_a_weak_approximation_of_order_one_of_the_levy_sde() {
        WeakOrder claim = new WeakOrder(
                setting(LinearScaling.family(COUNTS), COUNTS, LEVELS, Observable.coordinate(0)),
                LevySde.of(COUNTS),
                1,
                Tolerance.withinDeviations(0.05));
        Outcome outcome = Jumps.budget(1 << 20).verify(claim);

        assertThat(outcome.headline())
                .startsWith(
                        "LSR on A1/poisson1 is a weak approximation of its Levy SDE of order 1: PASS, farthest x[0]");
        assertThat(outcome.truth()).contains("closed form E x[0] = 0.135335");
    }

    /** sup m |e(m)| of E x is 0.0728, at m = 1; of E x^3 it is 0.0993. */
    @Test
    void the_error_of_the_rule_stays_below_its_envelope() {
        WeakErrorBelow claim = new WeakErrorBelow(
                setting(LinearScaling.family(COUNTS), COUNTS, List.of(1, 2, 4), Observable.coordinate(0)),
                LevySde.of(COUNTS),
                Tolerance.within(0.11));

        assertThat(Jumps.budget(1 << 18).verify(claim).verdict()).isEqualTo(Verdict.PASS);
    }

    /** Gaussian noise: both ways lead to one limit. */
    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void with_gaussian_noise_both_families_have_both_limits(boolean rule, boolean jumps) {
        Problem gaussian = Problems.a1(NoiseLaw.GAUSSIAN);
        Family family = rule ? LinearScaling.family(gaussian) : Svag.family(gaussian);
        Limit limit = jumps ? LevySde.of(gaussian) : ItoSde.of(gaussian);

        assertThat(limit(family, gaussian, limit, 1 << 18).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void multiplicative_jumps_have_their_levy_sde() {
        Problem b4 = Problems.named("B4");
        LimitBias claim = new LimitBias(
                setting(LinearScaling.family(b4), b4, List.of(2, 4, 8, 16), Observable.power(0, 2)),
                LevySde.of(b4),
                Tolerance.withinDeviations(0.1));

        assertThat(Jumps.budget(1 << 20).verify(claim).verdict()).isEqualTo(Verdict.PASS);
    }

    /** The cube of an exponential state is so skewed that normal intervals need many paths. */
    @Test
    @Tag("slow")
    void exponential_noise_tells_the_limits_apart() {
        Problem exp = Problems.a1(NoiseLaw.EXPONENTIAL);
        Family rule = LinearScaling.family(exp);

        assertThat(limit(rule, exp, LevySde.of(exp), 1 << 23).verdict()).isEqualTo(Verdict.PASS);
        assertThat(limit(rule, exp, ItoSde.of(exp), 1 << 23).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(limit(Svag.family(exp), exp, LevySde.of(exp), 1 << 23).verdict())
                .isEqualTo(Verdict.FAIL);
        assertThat(limit(Svag.family(exp), exp, ItoSde.of(exp), 1 << 23).verdict())
                .isEqualTo(Verdict.PASS);
    }

    /** Without exact means the Levy SDE is extrapolated from the rule: SVAG can be held against that, the rule itself cannot. */
    @Test
    void the_rule_is_not_held_against_itself() {
        Problem hidden = new Problem(
                "hidden", new Hidden((Divisible) COUNTS.objective()), COUNTS.start(), COUNTS.learningRate(), 0, 4);
        Outcome rule = limit(LinearScaling.family(hidden), hidden, LevySde.of(hidden), 1 << 14);

        assertThat(rule.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(rule.finding())
                .isEqualTo("the Levy SDE of hidden is known through the linear scaling rule alone, which cannot be held"
                        + " against itself");
        assertThat(rule.remedies()).containsExactly("take a problem whose Levy SDE is known, such as A1/poisson1");
        Outcome svag = limit(Svag.family(hidden), hidden, LevySde.of(hidden), 1 << 20);
        assertThat(svag.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(svag.truth()).startsWith("intercept of LSR at l = 1, 2, 4, 16 E x[0]^3 = 0.0");
    }

    /** A loss that theory does not know. */
    private record Hidden(Divisible loss) implements Divisible {
        @Override
        public String name() {
            return "hidden";
        }

        @Override
        public int dimension() {
            return loss.dimension();
        }

        @Override
        public Evaluator evaluator(int lanes) {
            return loss.evaluator(lanes);
        }

        @Override
        public Objective part(int parts) {
            return parts == 1 ? this : loss.part(parts);
        }

        @Override
        public boolean infinitelyDivisible() {
            return true;
        }
    }

    private static Outcome limit(Family family, Problem problem, Limit limit, long budget) {
        LimitBias claim = new LimitBias(
                setting(family, problem, List.of(2, 4, 8, 16), CUBE), limit, Tolerance.withinDeviations(0.08));
        return Jumps.budget(budget).verify(claim);
    }

    private static Setting setting(Family family, Problem problem, List<Integer> levels, Observable g) {
        return new Setting(family, problem, levels, List.of(g), List.of(problem.steps()));
    }
}
