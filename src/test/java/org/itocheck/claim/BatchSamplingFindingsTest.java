package org.itocheck.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.itocheck.claim.ScriptedLaboratory.Law;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.stats.Interval;
import org.junit.jupiter.api.Test;

/** What is said of mini-batches whose shares are as they should be. */
class BatchSamplingFindingsTest {
    private static final int LEVEL = 2;
    private static final BatchSampling CLAIM =
            new BatchSampling(Svag.family(0.5), List.of(LEVEL), 5, 3, BatchSampling.DEFAULT_DISCREPANCY);

    /** The variance of the mean of 3 indices of 0 to 4. */
    private static final double VARIANCE = 2.0 / 3;

    @Test
    void uniform_independent_and_fresh_indices_pass_with_a_share_of_the_error_rate_for_every_cell() {
        Outcome outcome = verify(1, 1L << 40);

        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
        assertThat(outcome.cells()).hasSize(CLAIM.cells());
        assertThat(outcome.truth()).isEqualTo("1/n = 0.2, variance of a mean sigma^2/m");
        double multiplier = Interval.normalMultiplier(ScriptedLaboratory.RATE / CLAIM.cells());
        for (Cell cell : outcome.cells().subList(0, CLAIM.cells() - 1)) {
            double deviation = cell.allowed() / BatchSampling.DEFAULT_DISCREPANCY;
            assertThat(cell.halfWidth())
                    .isCloseTo(multiplier * deviation / Math.sqrt((double) cell.trajectories()), within(1e-12));
            assertThat(cell.stepSize()).isEqualTo(0.25);
        }
    }

    @Test
    void means_that_spread_four_times_too_far_point_to_shared_random_numbers() {
        Outcome outcome = verify(4, 1L << 40);

        assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.diagnosis()).isEqualTo("trajectories are not independent: do they share random numbers?");
    }

    @Test
    void a_small_budget_leaves_the_shares_open_and_says_how_large_it_should_be() {
        Outcome outcome = verify(1, 1000);

        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.remedies()).hasSize(1).first().asString().startsWith("raise the budget: -Ditocheck.traj");
    }

    private static Outcome verify(double quotient, long budget) {
        List<BatchStatistics.Share> shares =
                new BatchWatch(Svag.family(0.5), 5, 3).statistics(LEVEL).shares();
        return CLAIM.evaluate(new ScriptedLaboratory(budget, look -> {
            double apart = Math.sqrt(quotient * 2 * VARIANCE / look.chains());
            boolean odd = look.purpose().matches("means \\d*[13579]");
            List<Law> laws = new ArrayList<>();
            for (BatchStatistics.Share share : shares) {
                laws.add(new Law(share.mean(), Math.sqrt(share.variance()), 0));
            }
            laws.add(Law.exactly(odd ? 2 + apart : 2)); // the mean index, and whether the step could be read
            laws.add(Law.exactly(1));
            return laws;
        }));
    }
}
