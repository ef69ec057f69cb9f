package org.itocheck.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;
import org.itocheck.claim.equilibrium.CriticalBatchSize;
import org.itocheck.claim.equilibrium.LinearScalingCertificate;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.random.Seed;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Equation (14) and what Theorem 6.6 makes of it, for a small network on digits; {@link NetworkEquilibriumRatesTest} has more. */
class NetworkEquilibriumTest {
    private static final long CHAINS = 96;
    private static final double TOLERANCE = 0.15;

    private final Verifier verifier = new Verifier(new Seed(51), 1e-2, 1e-3, CHAINS, 1);

    @BeforeEach
    void torch() {
        Networks.assumeTorch();
    }

    /** At B = 8 N/G is 1.3, and k = 4 is more than 2 + N/G. */
    @Test
    void sgd_on_a_network_is_in_balance_and_certifies_where_linear_scaling_ends() {
        CriticalBatchSize claim =
                new CriticalBatchSize(List.of(Stationary.network().batch(8)), Math.sqrt(2), TOLERANCE);
        Outcome outcome = verifier.verify(claim);
        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);

        LinearScalingCertificate certificate = claim.certificate(outcome);
        assertThat(certificate.provableLimit()).isBetween(24.0, 32.0);
        assertThat(certificate.rows().get(0).noiseToGradient().low()).isGreaterThan(1);
    }

    @Test
    void half_as_much_weight_decay_again_is_seen() {
        Stationary network = Stationary.network();
        Outcome outcome = verifier.verify(network.balance(
                network.chains(Sgd.family(Stationary.RATE, 1.5 * Stationary.DECAY), 1), TOLERANCE));

        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.finding())
                .startsWith("what the decay takes from |x|^2 differs from what the gradients give");
    }

    @Test
    void the_usual_form_of_the_network_is_not_judged() {
        Stationary usual = Stationary.usualForm();
        Outcome outcome = verifier.verify(usual.balance(usual.chains(Sgd.family(usual.problem(8)), 1), TOLERANCE));

        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.finding()).startsWith("the loss is not scale invariant: 100 % of its mini-batch gradients");
    }
}
