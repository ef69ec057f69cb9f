package org.itocheck.assertion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.itocheck.assertion.ItoCheckAssertions.assertThat;
import static org.itocheck.assertion.ItoCheckAssertions.withinDeviations;

import org.itocheck.claim.Outcome;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.LinearScaling;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.observable.Observable;
import org.itocheck.random.Seed;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** The verbs for the linear scaling rule. */
class JumpVerbsTest {
    private final Verifier verifier = new Verifier(new Seed(11), 1e-3, 1e-2, 100_000, 2);

    @Test
    void a_family_can_be_invariant_and_as_skew_as_the_rule() {
        Problem f1 = Problems.named("F1/B16");
        FamilyAssert chain = assertThat(LinearScaling.family(f1))
                .using(verifier)
                .on(f1)
                .observing(Observable.power(0, 3))
                .atLevels(1, 4, 16)
                .isLinearScalingInvariantInLaw(withinDeviations(0.1))
                .isAsSkewAsLinearScaling();

        assertThat(chain.outcomes()).extracting(Outcome::claim).containsExactly("BatchInvariance", "SkewnessGap");
    }

    @Test
    void svag_is_neither() {
        Problem f1 = Problems.named("F1");
        FamilyAssert svag = assertThat(Svag.family(f1))
                .using(verifier)
                .on(f1)
                .observing(Observable.power(0, 3))
                .atLevels(1, 2);

        assertThatThrownBy(svag::isLinearScalingInvariantInLaw)
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("law of SVAG on F1 is the same for every batch size: FAIL, exact x[0]");
        assertThatThrownBy(svag::isAsSkewAsLinearScaling)
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("it is 0.625 of what it should be: this is SVAG, not the linear scaling rule");
    }

    @Test
    void a_loss_has_batches_that_can_be_cut() {
        ObjectiveAssert loss =
                assertThat(Problems.named("C2").objective()).using(verifier).at(new double[] {2, 1});

        assertThat(loss.hasBatchesDivisibleInto(2).outcome().passed()).isTrue();
        assertThatThrownBy(() -> loss.hasBatchesDivisibleInto(3))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining(
                        "mini-batches of C2 are means of smaller ones: INCONCLUSIVE, batchSize is 2 in C2");
    }
}
