package org.itocheck.assertion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.itocheck.assertion.ItoCheckAssertions.assertThat;

import org.itocheck.claim.Outcome;
import org.itocheck.dynamics.Problems;
import org.itocheck.random.Seed;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class TailVerbsTest {
    private final Verifier verifier = new Verifier(new Seed(71), 1e-3, 1e-2, 100_000, 2);

    @Test
    void every_verb_runs_its_claim_at_every_point_and_the_verbs_chain() {
        ObjectiveAssert gaussian = assertThat(Problems.named("A1/gaussian").objective())
                .using(verifier)
                .at(new double[] {1}, new double[] {0})
                .hasTailIndex(2);
        ObjectiveAssert signs = assertThat(Problems.named("A1/rademacher").objective())
                .using(verifier)
                .at(new double[] {1})
                .hasStableMoments(4, 8)
                .satisfiesTheHypotheses();
        assertThat(gaussian.outcomes()).extracting(Outcome::claim).containsExactly("NoiseTail", "NoiseTail");
        assertThat(signs.outcomes()).extracting(Outcome::claim).containsExactly("MomentStability", "Hypotheses");
    }

    @Test
    void heavy_tails_throw_and_say_which_hypothesis() {
        ObjectiveAssert chain =
                assertThat(Problems.named("G/t5").objective()).using(verifier).at(new double[] {1});
        assertThatThrownBy(chain::satisfiesTheHypotheses)
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("(iv) moments of g(0): moments of g are finite below order 5 only");
        assertThatIllegalStateException()
                .isThrownBy(() -> assertThat(Problems.named("G/t5").objective())
                        .using(verifier)
                        .hasTailIndex(2))
                .withMessage("hasTailIndex needs a point: add for example .at(new double[] {...}) before hasTailIndex");
    }
}
