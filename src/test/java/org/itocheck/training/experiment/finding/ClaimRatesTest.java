package org.itocheck.training.experiment.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.itocheck.claim.Verdict;
import org.itocheck.training.experiment.ExperimentRecord;
import org.itocheck.training.experiment.Statement;
import org.junit.jupiter.api.Test;

/** How often a verdict is wrong where that is most likely: at the edge of what is claimed. */
class ClaimRatesTest {
    private static final int EXPERIMENTS = 1000;
    private static final int PHASES = 3;
    private static final double EDGE = Simulated.TOLERANCE;
    private static final List<Integer> LEVELS = List.of(4, 8);
    private static final Map<Integer, Double> RATIOS = Map.of(64, 0.25, 128, 0.5, 1024, 4.0, 2048, 8.0);

    /** Of experiments with seeds 0, 1, ..., how many have this verdict. */
    private static long count(Verdict verdict, Statement statement, IntFunction<ExperimentRecord> make) {
        return IntStream.range(0, EXPERIMENTS)
                .mapToObj(make)
                .map(record -> PanelClaim.of(statement)
                        .outcome(record.experiment(), record.panels().get(0)))
                .filter(outcome -> outcome.verdict() == verdict)
                .count();
    }

    /** Three standard deviations above the mean of a count at the promised rate. */
    private static long most(double rate) {
        return Math.round(rate * EXPERIMENTS + 3 * Math.sqrt(rate * (1 - rate) * EXPERIMENTS));
    }

    private static ExperimentRecord shifted(int seed, double own, double first, double others) {
        return new Simulated(seed, 4, 0.01, own)
                .levels(LEVELS, (plan, phase) -> plan.method().level() == 8 ? 0 : phase == 1 ? first : others);
    }

    private static ExperimentRecord errors(int seed, Map<Integer, Double> errors) {
        return new Simulated(seed, 4, 0.005, 0.005).batchSizes(errors, RATIOS);
    }

    @Test
    void a_difference_of_just_the_tolerance_in_every_phase_rarely_fails() {
        assertThat(count(Verdict.FAIL, Statement.SVAG_CONVERGES, seed -> shifted(seed, 0.002, EDGE, -EDGE)))
                .isLessThanOrEqualTo(most(PhaseClaim.ALPHA / 2))
                .isPositive();
    }

    @Test
    void a_difference_of_just_the_tolerance_in_one_phase_rarely_passes() {
        assertThat(count(Verdict.PASS, Statement.SVAG_CONVERGES, seed -> shifted(seed, 0.001, EDGE, 0)))
                .isLessThanOrEqualTo(most(PhaseClaim.ALPHA / 2 / PHASES))
                .isPositive();
    }

    @Test
    void a_test_error_of_just_a_fifth_above_two_others_rarely_counts_as_a_failure() {
        assertThat(count(
                        Verdict.PASS,
                        Statement.SCALING_FAILS_BEYOND,
                        seed -> errors(seed, Map.of(64, 0.1, 128, 0.1, 1024, 0.12))))
                .isLessThanOrEqualTo(most(PhaseClaim.ALPHA))
                .isPositive();
    }

    @Test
    void two_test_errors_of_just_a_fifth_above_the_lowest_rarely_count_as_none() {
        assertThat(count(
                        Verdict.FAIL,
                        Statement.SCALING_FAILS_BEYOND,
                        seed -> errors(seed, Map.of(64, 0.1, 128, 0.3, 1024, 0.12, 2048, 0.12))))
                .isLessThanOrEqualTo(most(PhaseClaim.ALPHA))
                .isPositive();
    }
}
