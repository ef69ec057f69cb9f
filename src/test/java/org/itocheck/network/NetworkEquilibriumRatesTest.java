package org.itocheck.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Claim;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;
import org.itocheck.claim.equilibrium.BatchRun;
import org.itocheck.claim.equilibrium.CriticalBatchSize;
import org.itocheck.claim.equilibrium.LinearScalingInvariance;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.objective.Objective;
import org.itocheck.random.Seed;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Equilibria of a network at several levels and batch sizes, with small tolerances and over many seeds; prints its verdicts. */
@Tag("slow")
class NetworkEquilibriumRatesTest {
    private static final int SEEDS = 20;
    private static final double C = Math.sqrt(2);

    private final Stationary network = Stationary.network();

    @BeforeEach
    void torch() {
        Networks.assumeTorch();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void svag_is_in_the_balance_that_interpolates_14_in_l(int level) {
        Family svag = Svag.family(Stationary.RATE, Stationary.DECAY);
        Outcome outcome = verify(51, 1e-4, 256, network.balance(network.chains(svag, level), 0.1));

        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
    }

    @Test
    void a_tenth_too_much_weight_decay_is_seen() {
        Stationary longer = network.averagedOver(32);
        Family decaying = Sgd.family(Stationary.RATE, 1.1 * Stationary.DECAY);
        Outcome outcome = verify(52, 1e-3, 320, longer.balance(longer.chains(decaying, 1), 0.04));

        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void small_steps_whose_noise_is_not_amplified_are_seen() {
        Outcome outcome = verify(53, 1e-2, 96, network.balance(network.chains(new SmallSteps(), 2), 0.15));

        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.FAIL);
    }

    /**
     * By Theorem 6.6 from N/G at B = 8 alone, invariance with C^2 = 2 fails at k = 4, and there it does, by R, G and N as they are measured with
     * other random numbers. Up to k = 3 the theorem says nothing, and nothing is asked.
     */
    @Test
    void over_twenty_seeds_linear_scaling_fails_where_a_certificate_says_that_it_must() {
        int certified = 0;
        int confirmed = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            CriticalBatchSize claim = new CriticalBatchSize(List.of(network.batch(8)), C, 0.15);
            Outcome certificate = verify(seed, 1e-2, 96, claim);
            assertThat(certificate.verdict()).as(certificate.headline()).isNotEqualTo(Verdict.FAIL);
            boolean says =
                    certificate.passed() && claim.certificate(certificate).provableLimit() < 32;
            certified += says ? 1 : 0;

            List<BatchRun> runs = List.of(network.batch(8), network.batch(32));
            Outcome measured = verify(seed, 1e-2, 96, new LinearScalingInvariance(runs, C, 0.05));
            assertThat(measured.verdict()).as(measured.headline()).isNotEqualTo(Verdict.PASS);
            confirmed += says && failsByItsRatios(measured) ? 1 : 0;
        }
        System.out.println(certified + " of " + SEEDS + " certified that k = 4 fails, " + confirmed + " confirmed");
        assertThat(certified).isGreaterThanOrEqualTo(SEEDS - 4);
        assertThat(confirmed).isGreaterThanOrEqualTo(certified - 4);
    }

    /** Every pair of batch sizes obeys the sharp form of Theorem 6.6 with the C that it is found to have. */
    @Test
    void three_batch_sizes_are_in_balance_and_predict_a_least_and_a_largest_critical_one() {
        CriticalBatchSize claim =
                new CriticalBatchSize(List.of(network.batch(8), network.batch(16), network.batch(32)), C, 0.15);
        Outcome outcome = verify(54, 1e-3, 256, claim);

        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
        System.out.println(claim.certificate(outcome));
    }

    private static boolean failsByItsRatios(Outcome outcome) {
        return outcome.cells().stream()
                .anyMatch(cell ->
                        cell.verdict() == Verdict.FAIL && !cell.observable().startsWith("Thm"));
    }

    private static Outcome verify(int seed, double falseFailRate, long chains, Claim claim) {
        Outcome outcome = new Verifier(new Seed(seed), falseFailRate, 1e-3, chains, 1).verify(claim);
        System.out.printf(Locale.ROOT, "%s; %s, %.0f s%n", outcome.headline(), outcome.setting(), outcome.seconds());
        for (Cell cell : outcome.cells()) {
            System.out.printf(
                    Locale.ROOT,
                    "  %s %.4f ± %.4f %s%n",
                    cell.observable(),
                    cell.estimate(),
                    cell.halfWidth(),
                    cell.verdict());
        }
        return outcome;
    }

    /** SGD with steps eta/l, which has (14) of its own learning rate and not that of SVAG. */
    private record SmallSteps() implements Family {
        @Override
        public String name() {
            return "SmallSteps";
        }

        @Override
        public double learningRate() {
            return Stationary.RATE;
        }

        @Override
        public Dynamics at(int level, Objective objective) {
            return Sgd.family(Stationary.RATE / level, Stationary.DECAY).at(1, objective);
        }
    }
}
