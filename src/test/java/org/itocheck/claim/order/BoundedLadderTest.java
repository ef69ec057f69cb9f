package org.itocheck.claim.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Setting;
import org.itocheck.claim.Verdict;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.EulerMaruyama;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.observable.ArsinhPolynomial;
import org.itocheck.observable.Monomial;
import org.itocheck.observable.Observable;
import org.itocheck.random.Seed;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedLadderTest {
    static final Verifier VERIFIER = Verifier.withSeed(new Seed(1));
    private static final List<Integer> LEVELS = List.of(1, 2, 4, 8, 16, 32, 64);
    private static final List<Integer> MANY = List.of(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024);

    static Stream<String> linear() {
        return Problems.names().stream().filter(name -> name.matches("[ABC]\\d.*"));
    }

    @ParameterizedTest
    @MethodSource("linear")
    void svag_has_bounded_errors_on_every_linear_problem(String name) {
        holds(Problems.named(name), LEVELS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"D1/skew2pt", "D2/rademacher", "D3", "H1/rademacher"})
    void svag_has_bounded_errors_on_nonlinear_problems(String name) {
        holds(Problems.named(name), LEVELS);
    }

    @ParameterizedTest
    @Tag("slow")
    @ValueSource(strings = {"D1/gaussian", "D1/rademacher", "D2/gaussian", "D2/skew2pt", "H1/gaussian"})
    void svag_has_bounded_errors_on_more_nonlinear_problems(String name) {
        holds(Problems.named(name), LEVELS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A1/exp1", "B2", "C2"})
    void and_up_to_a_thousand_where_that_is_cheap(String name) {
        holds(Problems.named(name), MANY);
    }

    @Test
    void a_sign_change_and_an_order_of_two_fool_nobody() {
        Problem cancel = Problems.named("A4_cancel/rademacher");
        Outcome outcome = verify(Svag.family(cancel), cancel, LEVELS, List.of(Observable.power(0, 2)));
        assertThat(outcome.verdict()).isEqualTo(Verdict.PASS);
        Problem change = Problems.named("A5_signchange/rademacher");
        outcome = verify(Svag.family(change), change, LEVELS, List.of(Observable.power(0, 2)));
        assertThat(outcome.verdict()).isEqualTo(Verdict.PASS);
    }

    /** The numbers of THEORY 3.A (iii): l |e| = .0028, .0183, .032, .039, .042, .044, .045 approaches from below. */
    @Test
    void the_supremum_is_found_at_the_finest_level_too() {
        Problem problem = Problems.named("A1/rademacher");
        Setting setting =
                new Setting(Svag.family(problem), problem, LEVELS, List.of(Observable.power(0, 4)), List.of(4));
        Outcome outcome = VERIFIER.verify(new BoundedLadder(setting, ItoSde.of(problem)));
        assertThat(outcome.finding()).isEqualTo("sup l |e| = 0.0447 (x[0]^4 at k = 4)");
    }

    @Test
    void wrong_families_fail() {
        Problem c2 = Problems.named("C2");
        double eta = c2.learningRate();
        Family twice =
                new Wrong("c = sqrt(4l - 3)", eta, (l, loss) -> new Svag(loss, 2 * l - 1, eta * (2 * l - 1) / l, 0));
        Family half = new Wrong("no amplification", eta, (l, loss) -> new Sgd(loss, l, eta, 0));
        Family slow = new Wrong(
                "eta/l (1 + 1/(2 sqrt l))", eta, (l, loss) -> new Svag(loss, l, eta * (1 + 0.5 / Math.sqrt(l)), 0));
        fails(twice, c2, "lim e of ");
        fails(half, c2, "lim e of ");
        fails(slow, c2, "l e of ");
    }

    /** The printed hypotheses of Theorem 4.1 hold, moments of the gradient do not exist, and the order is 1/2 (THEORY X11). */
    @Test
    void heavy_tails_are_of_order_one_half_and_fail() {
        Problem t3 = Problems.named("G/t3");
        Setting setting = new Setting(Svag.family(t3), t3, MANY, List.of(Observable.cosine(0)), List.of(4));
        Outcome outcome = VERIFIER.verify(new BoundedLadder(setting, ItoSde.of(t3)));
        assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.finding()).startsWith("lim e of cos x[0] at k = 4 is ");
    }

    @Test
    void the_sde_of_another_learning_rate_fails() {
        Problem a1 = Problems.named("A1/gaussian");
        Setting setting = Setting.of(EulerMaruyama.family(a1), a1, LEVELS, List.of(Observable.power(0, 2)));
        Outcome outcome = VERIFIER.verify(new BoundedLadder(setting, new ItoSde(a1.objective(), 0.51, 0)));
        assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.diagnosis()).startsWith("the errors do not tend to 0 like 1/l");
    }

    @Test
    void what_is_not_known_is_inconclusive() {
        Problem b1 = Problems.named("B1");
        Outcome outcome = verify(Svag.family(b1), b1, LEVELS, List.of(Observable.cosine(0)));
        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.finding()).isEqualTo("cos x[0]: no exact value of its SDE is known");
    }

    @Test
    void a_ladder_that_does_not_double_is_refused() {
        Problem b1 = Problems.named("B1");
        assertThatThrownBy(() -> verify(Svag.family(b1), b1, List.of(1, 2, 3, 4, 8), List.of(Observable.cosine(0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("levels is [1, 2, 3, 4, 8], expected at least 5 numbers, each twice the one before, for"
                        + " example 1, 2, 4, 8, 16");
    }

    private static void fails(Family family, Problem problem, String where) {
        Outcome outcome = verify(family, problem, LEVELS, Monomial.upTo(2, 2));
        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.cells())
                .as(outcome.headline())
                .anyMatch(cell ->
                        cell.verdict() == Verdict.FAIL && cell.observable().startsWith(where));
    }

    private static void holds(Problem problem, List<Integer> levels) {
        Outcome outcome = verify(Svag.family(problem), problem, levels, observables(problem));
        assertThat(outcome.cells().stream()
                        .filter(cell -> cell.verdict() != Verdict.PASS)
                        .toList())
                .as(outcome.headline())
                .isEmpty();
        assertThat(outcome.cells().stream().mapToInt(Cell::checkpoint).max()).hasValue(problem.steps());
    }

    private static List<Observable> observables(Problem problem) {
        int d = problem.objective().dimension();
        if (problem.name().startsWith("H1")) {
            return List.of(
                    Observable.coordinate(0),
                    ArsinhPolynomial.power(0, 1),
                    ArsinhPolynomial.power(0, 2),
                    new ArsinhPolynomial(0, 0, 8, -6, 1));
        }
        List<Observable> all = new ArrayList<>(Monomial.upTo(d > 3 ? 2 : 4, Math.min(d, 2)));
        if (d == 1 && !problem.name().startsWith("B")) {
            all.add(Observable.cosine(0));
            all.add(Observable.gaussianBump(0));
        }
        all.add(Observable.loss(problem.objective()));
        return all;
    }

    private static Outcome verify(Family family, Problem problem, List<Integer> levels, List<Observable> observables) {
        return VERIFIER.verify(new BoundedLadder(Setting.of(family, problem, levels, observables), ItoSde.of(problem)));
    }
}
