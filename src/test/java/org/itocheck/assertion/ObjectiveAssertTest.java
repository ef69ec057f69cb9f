package org.itocheck.assertion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.itocheck.assertion.ItoCheckAssertions.assertThat;

import java.util.List;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Claim;
import org.itocheck.claim.Laboratory;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.OutcomeBuilder;
import org.itocheck.dynamics.Problems;
import org.itocheck.objective.Objective;
import org.itocheck.random.Seed;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class ObjectiveAssertTest {
    private static final Objective LOSS = Problems.named("C2").objective();

    private final Verifier verifier = new Verifier(new Seed(11), 1e-3, 1e-2, 100_000, 2);

    /** The first coordinate of every point is at most 1. */
    private record Near(Objective objective, List<double[]> points) implements Claim {
        @Override
        public int cells() {
            return 1;
        }

        @Override
        public Outcome evaluate(Laboratory laboratory) {
            List<Cell> cells = points.stream()
                    .map(x -> Cell.atMost("x[0]", 1, 1, 1, x[0], 1))
                    .toList();
            return new OutcomeBuilder("Near", "points of " + objective.name() + " are near").build(cells, laboratory);
        }
    }

    @Test
    void a_claim_sees_the_loss_and_the_points() {
        ObjectiveAssert chain =
                assertThat(LOSS).using(verifier).at(new double[] {1, 0}).satisfies(Near::new);

        assertThat(chain.outcome().passed()).isTrue();
        assertThatThrownBy(() -> chain.as("far")
                        .at(new double[] {1, 0}, new double[] {2, 0})
                        .satisfies(Near::new))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith("[far] points of C2 are near: FAIL, x[0] is 2, expected 1 [seed ");
        assertThat(chain.outcomes()).hasSize(2);
    }

    @Test
    void a_chain_that_lacks_a_piece_says_which_call_to_add() {
        assertThatIllegalStateException()
                .isThrownBy(() -> assertThat(LOSS).at(new double[2]).satisfies(Near::new))
                .withMessage("satisfies needs a verifier: add for example .using(verifier) before satisfies");
        assertThatIllegalStateException()
                .isThrownBy(() -> assertThat(LOSS).using(verifier).satisfies(Near::new))
                .withMessage("satisfies needs a point: add for example .at(new double[] {...}) before satisfies");
        assertThatIllegalStateException()
                .isThrownBy(() -> assertThat(LOSS).outcome())
                .withMessage("nothing was verified yet: call a verb first, for example .satisfies(MyClaim::new)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(LOSS).at(new double[3]))
                .withMessage("point has 3 entries, objective C2 has dimension 2");
    }

    @Test
    void a_loss_is_scale_invariant_as_a_whole_and_in_blocks() {
        Objective sphere = Problems.named("E1").objective();
        ObjectiveAssert chain = assertThat(sphere)
                .using(verifier)
                .isScaleInvariant()
                .at(new double[] {1, 2, 3})
                .isScaleInvariantIn(0, 3)
                .hasHessianOfScaleInvariantLoss();

        assertThat(chain.outcomes()).hasSize(3).allMatch(Outcome::passed);
        assertThatThrownBy(() -> chain.isScaleInvariantIn(0, 2))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith("E1 is scale invariant in x[0..1]: FAIL, ");
        assertThatThrownBy(() -> assertThat(LOSS).using(verifier).isScaleInvariant())
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith("C2 is scale invariant: FAIL, ");
        assertThatIllegalStateException()
                .isThrownBy(() -> assertThat(LOSS).isScaleInvariant())
                .withMessage(
                        "isScaleInvariantIn needs a verifier: add for example .using(verifier) before isScaleInvariantIn");
    }
}
