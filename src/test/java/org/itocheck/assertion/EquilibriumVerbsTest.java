package org.itocheck.assertion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.itocheck.assertion.ItoCheckAssertions.assertThat;
import static org.itocheck.assertion.ItoCheckAssertions.within;
import static org.itocheck.assertion.ItoCheckAssertions.withinDeviations;

import org.itocheck.claim.Outcome;
import org.itocheck.claim.equilibrium.LinearScalingCertificate;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.objective.Objective;
import org.itocheck.random.Seed;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** The verbs on equilibria. */
class EquilibriumVerbsTest {
    private static final Problem E1 = Problems.named("E1");
    private static final Problem E2 = Problems.named("E2");

    private final Verifier verifier = new Verifier(new Seed(6), 1e-3, 1e-2, 1 << 18, 2);

    @Test
    void a_family_reaches_its_equilibrium_at_the_levels_named() {
        FamilyAssert chain =
                assertThat(Svag.family(E1)).using(verifier).on(E1).atLevels(2).reachesEquilibrium(within(0.1));
        assertThat(chain.outcome().levels()).containsExactly(2);
        assertThat(chain.outcome().cells()).hasSize(4);
    }

    @Test
    void without_named_levels_it_is_level_one() {
        Problem free = E1.withWeightDecay(0);
        FamilyAssert chain = assertThat(Sgd.family(free)).using(verifier).on(free);
        assertThatThrownBy(() -> chain.reachesEquilibrium(within(0.1)))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("without weight decay |x|^2 only grows and there is no equilibrium");
        assertThat(chain.outcome().levels()).containsExactly(1);
    }

    @Test
    void sgd_without_its_decay_has_no_equilibrium_and_throws() {
        assertThatThrownBy(() -> assertThat(Sgd.family(E1.learningRate()))
                        .using(verifier)
                        .on(E1)
                        .reachesEquilibrium(within(0.1)))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith(
                        "SGD on E1 in equilibrium keeps its norm in balance: INCONCLUSIVE, two starts disagree");
    }

    @Test
    void sgd_at_several_batch_sizes_certifies_linear_scaling() {
        BatchSizesAssert chain = assertThat(Sgd.family(E2))
                .using(verifier)
                .on(E2)
                .atBatchSizes(1, 2)
                .reachesEquilibrium(within(0.1));
        LinearScalingCertificate certificate = chain.certifiesLinearScaling(1.3);

        assertThat(chain.outcomes())
                .extracting(Outcome::claim)
                .containsExactly("Equilibrium", "LinearScalingInvariance", "CriticalBatchSize");
        assertThat(certificate.rows()).hasSize(2);
        assertThat(certificate.rows().get(1).learningRate()).isEqualTo(0.5);
        // N/G is 12.48 at B = 1: 1.69 + 0.69 * 12.48 = 10.3, and what the interval adds.
        assertThat(certificate.provableLimit()).isBetween(10.3, 11.5);
    }

    @Test
    void what_is_missing_or_wrong_is_named() {
        assertThatIllegalStateException()
                .isThrownBy(() -> assertThat(Sgd.family(E2)).using(verifier).reachesEquilibrium(within(0.1)))
                .withMessage("reachesEquilibrium needs a problem: add for example .on(Problems.named(\"E2\")) before"
                        + " reachesEquilibrium");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        assertThat(Sgd.family(E2)).using(verifier).on(E2).reachesEquilibrium(withinDeviations(0.1)))
                .withMessage("tolerance is withinDeviations(0.1), in standard deviations; expected a share of R, for"
                        + " example within(0.05)");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> assertThat(Sgd.family(E1)).using(verifier).on(E1).atBatchSizes(1, 2))
                .withMessage("objective E1 has no batches, expected a FiniteSum; for another loss give the runs to"
                        + " CriticalBatchSize");
        assertThatThrownBy(() -> assertThat(fixed()).using(verifier).on(E2).atBatchSizes(1, 2))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("family fixed has learningRate 0.25 and does not say how it is at 0.25; implement"
                        + " withLearningRate");
    }

    private static Family fixed() {
        return new Family() {
            @Override
            public String name() {
                return "fixed";
            }

            @Override
            public double learningRate() {
                return 0.25;
            }

            @Override
            public Dynamics at(int level, Objective objective) {
                return Sgd.family(0.25, 0.05).at(level, objective);
            }
        };
    }
}
