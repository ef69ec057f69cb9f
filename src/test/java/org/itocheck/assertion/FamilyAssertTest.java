package org.itocheck.assertion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.itocheck.assertion.ItoCheckAssertions.assertThat;
import static org.itocheck.assertion.ItoCheckAssertions.order;
import static org.itocheck.assertion.ItoCheckAssertions.within;
import static org.itocheck.assertion.ItoCheckAssertions.withinDeviations;

import java.util.function.Consumer;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.StochasticOptimizer;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.observable.Observable;
import org.itocheck.random.NoiseLaw;
import org.itocheck.random.Seed;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** Both {@code assertThat}, AssertJ's and ours, are imported here: they must get on. */
class FamilyAssertTest {
    private static final Problem PROBLEM = Problems.a1(NoiseLaw.RADEMACHER);
    private static final ItoSde LIMIT = ItoSde.of(PROBLEM);
    private static final StochasticOptimizer UPHILL = (x, context) -> {
        double[] g = context.sampleGradient(x);
        x[0] += context.learningRate() * g[0];
    };

    private final Verifier verifier = new Verifier(new Seed(11), 1e-3, 1e-2, 100_000, 2);

    @Test
    void every_verb_runs_its_claim_and_the_verbs_chain() {
        FamilyAssert chain = complete().hasExactMeans(withinDeviations(0.1));
        chain.hasExactMeansOf(Svag.family(PROBLEM), withinDeviations(0.2))
                .hasWeakErrorBelow(1, LIMIT)
                .hasWeakErrorBelow(withinDeviations(2), LIMIT)
                .hasLimit(LIMIT, within(0.3))
                .isWeakApproximationOf(LIMIT, order(1), within(0.5));

        assertThat(chain.outcomes())
                .extracting(Outcome::claim)
                .containsExactly(
                        "ExactMean", "ExactMean", "WeakErrorBelow", "WeakErrorBelow", "LimitBias", "WeakOrder");
        assertThat(chain.outcomes()).allMatch(Outcome::passed);
        assertThat(chain.outcome().claim()).isEqualTo("WeakOrder");
        assertThat(verifier.spentShares()).isEqualTo(6);
    }

    @Test
    void control_variates_are_a_preposition() {
        Outcome outcome = complete()
                .withControlVariates(Observable.coordinate(0))
                .hasExactMeans(withinDeviations(0.1))
                .outcome();
        assertThat(outcome.power()).contains("; control variates save a factor of ");
    }

    @Test
    void a_false_claim_throws_with_the_whole_message_and_keeps_its_outcome() {
        FamilyAssert chain = assertThat(Family.of("Uphill", 0.5, level -> UPHILL))
                .as("a mutant")
                .using(verifier)
                .on(PROBLEM)
                .observing(Observable.coordinate(0))
                .atLevels(1, 2);

        assertThatThrownBy(() -> chain.hasExactMeansOf(Sgd.family(0.5)))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith(
                        "[a mutant] means of Uphill on A1/rademacher are those of SGD: FAIL, x[0] at l = ")
                .hasMessageContaining(
                        "  reproduce  the same claims in the same order with new Verifier(Seed.parse(\"0x")
                .satisfies(failure -> assertThat(failure.getStackTrace()[0])
                        .hasToString("org.itocheck.Seed.seed(0x000000000000000B)"));
        assertThat(chain.outcome().verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void an_open_claim_throws_too() {
        assertThatThrownBy(() -> complete().hasLimit(LIMIT, within(1e-6)))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining(": INCONCLUSIVE, ")
                .hasMessageContaining("this fails a test")
                .hasMessageContaining("\n  try        ");
    }

    @Test
    void all_checkpoints_count_unless_some_are_named() {
        assertThat(complete().hasWeakErrorBelow(5, LIMIT).outcome().cells())
                .extracting(Cell::checkpoint)
                .contains(1, 2, 3, 4);
        assertThat(complete()
                        .atCheckpoints(2, 4)
                        .hasWeakErrorBelow(5, LIMIT)
                        .outcome()
                        .cells())
                .extracting(Cell::checkpoint)
                .containsOnly(2, 4);
    }

    @Test
    void a_loss_may_be_given_with_start_and_steps() {
        FamilyAssert chain = assertThat(Svag.family(0.25))
                .using(verifier)
                .on(PROBLEM.objective(), new double[] {1}, 2)
                .observing(Observable.coordinate(0))
                .atLevels(1, 2)
                .hasExactMeans(withinDeviations(0.1));

        assertThat(chain.outcome().setting()).isEqualTo("T = 0.5, eta = 0.25, K = 2 steps");
    }

    @Test
    void a_chain_that_lacks_a_piece_says_which_call_to_add() {
        lacks(
                chain -> chain.on(PROBLEM).observing(Observable.squaredNorm()).atLevels(1),
                "hasExactMeans needs a verifier: add for example .using(verifier) before hasExactMeans");
        lacks(
                chain -> chain.using(verifier)
                        .observing(Observable.squaredNorm())
                        .atLevels(1),
                "hasExactMeans needs a problem: add for example .on(Problems.named(\"C2\")) before hasExactMeans");
        lacks(
                chain -> chain.using(verifier).on(PROBLEM).atLevels(1),
                "hasExactMeans needs an observable: add for example .observing(Observable.squaredNorm()) before"
                        + " hasExactMeans");
        lacks(
                chain -> chain.using(verifier).on(PROBLEM).observing(Observable.squaredNorm()),
                "hasExactMeans needs a level: add for example .atLevels(1, 2, 4, 8) before hasExactMeans");
        assertThat(verifier.spentShares()).isZero();
    }

    @Test
    void no_outcome_before_the_first_verb() {
        assertThatIllegalStateException()
                .isThrownBy(() -> complete().outcome())
                .withMessage("nothing was verified yet: call a verb first, for example .hasExactMeans()");
    }

    @Test
    void arguments_out_of_range_name_a_right_one() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> complete().hasExactMeans(within(0.02)))
                .withMessage(
                        "discrepancy is within(0.02), in the unit of the observable; expected standard deviations, for"
                                + " example withinDeviations(0.02)");
        assertThatIllegalArgumentException().isThrownBy(() -> order(3)).withMessage("order is 3, expected 1 or 2");
        assertThatIllegalArgumentException().isThrownBy(() -> complete().hasWeakErrorBelow(-1, LIMIT));
    }

    private FamilyAssert complete() {
        return assertThat(Svag.family(PROBLEM))
                .using(verifier)
                .on(PROBLEM)
                .observing(Observable.coordinate(0))
                .atLevels(1, 2, 4);
    }

    private static void lacks(Consumer<FamilyAssert> calls, String message) {
        FamilyAssert chain = assertThat(Svag.family(PROBLEM));
        calls.accept(chain);
        assertThatIllegalStateException().isThrownBy(chain::hasExactMeans).withMessage(message);
    }

    @Test
    void norms_move_as_they_must_or_the_decay_is_wrong() {
        Problem sphere = Problems.named("E1");
        Verifier judge = new Verifier(new Seed(12), 1e-3, 1e-2, 1 << 12, 1);
        var chain = assertThat(Svag.family(sphere))
                .using(judge)
                .on(sphere)
                .atLevels(1, 4)
                .hasNormDynamics();

        assertThat(chain.outcome().passed()).isTrue();
        assertThatThrownBy(() -> assertThat(Svag.family(sphere.learningRate()))
                        .using(judge)
                        .on(sphere)
                        .atLevels(1, 4)
                        .hasNormDynamics())
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith(
                        "the norm of SVAG on E1 moves as it must: FAIL, |x'|^2 at l = 1 is off by 0.095");
    }
}
