package org.itocheck.claim.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.itocheck.claim.Claim;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.observable.Monomial;
import org.itocheck.observable.Observable;
import org.itocheck.truth.MomentOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lemmas C.1, C.2 and C.3. */
class LemmaCTest {
    private static final Problem C2 = Problems.named("C2");
    private static final List<Integer> LEVELS = List.of(1, 2, 4, 8, 16, 32, 64);

    @ParameterizedTest
    @ValueSource(strings = {"C1", "C2", "C3"})
    void increments_of_the_sde_are_of_the_size_of_the_root_of_the_time(String name) {
        assertThat(verify(new IncrementMoments(Problems.named(name))).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void increments_are_not_of_the_size_of_the_time() {
        Outcome outcome = verify(new IncrementMoments(C2, ItoSde.of(C2), 1, LEVELS));
        assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.finding()).startsWith("l^2 E|dX|^2 goes from ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A1/skew2pt", "B1", "B2", "C1", "C2", "C3", "D1/gaussian", "D2/gaussian", "D3"})
    void the_sde_has_the_generator_with_one_half_before_the_trace(String name) {
        Problem problem = Problems.named(name);
        Outcome outcome = verify(new GeneratorExpansion(problem, polynomials(problem)));
        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A1/skew2pt", "B1", "C2", "D1/gaussian"})
    void without_the_half_the_remainder_grows(String name) {
        Problem problem = Problems.named(name);
        Outcome outcome = verify(new GeneratorExpansion(problem, ItoSde.of(problem), polynomials(problem), 1, LEVELS));
        assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.diagnosis())
                .isEqualTo("a term of order h is wrong: look at the factor before the trace and at the drift");
    }

    /**
     * The second-order term of E dX is (t^2/2) (L'' L' - (eta/2) S L''') and not (t^2/2) L'' L' alone, as section 5.1 of the paper has it
     * (THEORY X2): on D1 -0.192, not +0.017.
     */
    @Test
    void the_mean_increment_has_the_third_derivative_in_it() {
        Problem d1 = Problems.named("D1/gaussian");
        double t = Math.tanh(0.5);
        double slope = 0.5 - 1.5 * t;
        double curvature = 1.5 * t * t - 0.5;
        double third = 3 * t * (1 - t * t);
        double noise = Math.pow(1 + 0.5 * Math.sin(0.5), 2);
        double right = (curvature * slope - 0.25 * noise * third) / 2;
        Outcome outcome = verify(new GeneratorExpansion(d1, List.of(Observable.coordinate(0))));
        assertThat(outcome.cells().get(0).estimate())
                .isCloseTo(right, within(2e-3))
                .isNotCloseTo(curvature * slope / 2, within(0.2));
    }

    /** THEORY 5.1: sup E |x|^2 goes from 1.40 to 2.00 and sup E |x|^4 from 2.23 to 3.99. */
    @Test
    void moments_of_svag_are_bounded_for_all_levels() {
        assertThat(verify(new MomentBound(C2, Svag.family(C2), 1)).finding())
                .isEqualTo("sup E |x|^2 goes from 1.4 to 2");
        assertThat(verify(new MomentBound(C2, Svag.family(C2), 2)).finding())
                .isEqualTo("sup E |x|^4 goes from 2.23 to 3.99");
        for (String name : List.of("A1/exp1", "B1", "B2", "C1", "C2", "C3")) {
            Problem problem = Problems.named(name);
            for (int half = 1; half <= 4; half++) {
                Outcome outcome = verify(new MomentBound(problem, Svag.family(problem), half));
                assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
            }
        }
    }

    /** Bounded for every T, but not for all T at once: on C1 E |x|^8 grows by 1.56 % with each step of SVAG(64), so its sd is useless. */
    @Test
    void the_eighth_moment_of_c1_grows_with_the_time() {
        Problem c1 = Problems.named("C1");
        assertThat(verify(new MomentBound(c1, Svag.family(c1), 4)).finding())
                .isEqualTo("sup E |x|^8 goes from 10.4 to 26.4, attained at T");
        MomentOperator step = MomentOperator.step(new Svag(c1.objective(), 64, c1.learningRate(), 0), 8)
                .orElseThrow();
        double[] moments = step.at(c1.start());
        for (int k = 0; k < 4000; k++) {
            moments = step.apply(moments);
        }
        double before = step.evenPowerOfNorm(4, moments);
        assertThat(step.evenPowerOfNorm(4, step.apply(moments)) / before).isCloseTo(1.0156, within(5e-5));
    }

    @Test
    void the_square_root_forgotten_makes_moments_grow_with_the_level() {
        Family family = new Wrong("c = 2l - 1", 0.25, (l, loss) -> {
            int other = 2 * l * l - 2 * l + 1;
            return new Svag(loss, other, 0.25 * other / l, 0);
        });
        Outcome outcome = verify(new MomentBound(C2, family, 1, List.of(1, 2, 4, 8, 16)));
        assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.diagnosis()).isEqualTo("one step has too much noise: its variance must be l S (eta/l)^2");
    }

    @Test
    void what_is_not_known_is_inconclusive() {
        Problem d1 = Problems.named("D1/gaussian");
        assertThat(verify(new IncrementMoments(d1)).finding()).contains("expected a LeastSquares loss");
        assertThat(verify(new MomentBound(d1, Svag.family(d1), 1)).finding())
                .isEqualTo("moments of degree 2 are not known on D1/gaussian");
        Problem softmax = Problems.named("digits/softmax-64");
        assertThat(verify(new GeneratorExpansion(softmax, List.of(Monomial.of(0, 2))))
                        .verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void bad_arguments_are_refused() {
        assertThatThrownBy(() -> new IncrementMoments(C2, ItoSde.of(C2), 0, LEVELS))
                .hasMessage("rate is 0.0, expected a positive number; the lemma has 0.5");
        assertThatThrownBy(() -> new MomentBound(C2, Svag.family(C2), 5))
                .hasMessage("half is 5, expected 1 to 4: moments of |x| are known up to the eighth");
        assertThatThrownBy(() -> new GeneratorExpansion(C2, List.of()))
                .hasMessage("functions is empty, expected at least one, for example Monomial.of(0, 2)");
        assertThatThrownBy(
                        () -> new GeneratorExpansion(C2, ItoSde.of(C2), List.of(Monomial.of(0, 2)), Double.NaN, LEVELS))
                .hasMessage("traceFactor is NaN, expected a finite number; the lemma has 0.5");
    }

    private static List<Observable> polynomials(Problem problem) {
        return problem.objective().dimension() == 1
                ? List.of(Monomial.of(0, 1), Monomial.of(0, 2), Monomial.of(0, 3))
                : List.of(
                        Monomial.of(0, 2), Monomial.product(0, 1), Monomial.product(0, 1, 1), Observable.squaredNorm());
    }

    private static Outcome verify(Claim claim) {
        return BoundedLadderTest.VERIFIER.verify(claim);
    }
}
