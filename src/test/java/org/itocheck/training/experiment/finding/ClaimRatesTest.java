package org.itocheck.training.experiment.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.itocheck.claim.Verdict;
import org.itocheck.training.experiment.ExperimentRecord;
import org.itocheck.training.experiment.Statement;
import org.junit.jupiter.api.Test;

/**
 * How often a verdict is wrong where that is most likely: at the edge of what is claimed. Each count is of 400 simulated experiments; with the
 * promised rate of 5 % it is 20 on average, and 33 at most but for one in a thousand.
 */
class ClaimRatesTest {
    private static final int EXPERIMENTS = 400;
    /** Three standard deviations of the count above its mean at the promised rate. */
    private static final long MOST = Math.round(
            PhaseClaim.ALPHA * EXPERIMENTS + 3 * Math.sqrt(PhaseClaim.ALPHA * (1 - PhaseClaim.ALPHA) * EXPERIMENTS));

    private static final List<Integer> LEVELS = List.of(4, 8);
    private static final Map<Integer, Double> RATIOS = Map.of(64, 0.25, 128, 0.5, 1024, 4.0);

    /** Of experiments with seeds 0, 1, ..., how many have this verdict. */
    private static long count(
            Verdict verdict, Statement statement, java.util.function.IntFunction<ExperimentRecord> make) {
        return IntStream.range(0, EXPERIMENTS)
                .mapToObj(make)
                .map(record -> PanelClaim.of(statement)
                        .outcome(record.experiment(), record.panels().get(0)))
                .filter(outcome -> outcome.verdict() == verdict)
                .count();
    }

    private static ExperimentRecord shifted(int seed, double own, double first, double others) {
        return new Simulated(seed, 4, 0.01, own)
                .levels(LEVELS, (plan, phase) -> plan.method().level() == 8 ? 0 : phase == 1 ? first : others);
    }

    @Test
    void a_difference_of_just_the_tolerance_in_every_phase_rarely_fails() {
        double edge = Simulated.TOLERANCE;

        assertThat(count(Verdict.FAIL, Statement.SVAG_CONVERGES, seed -> shifted(seed, 0.002, edge, -edge)))
                .isLessThanOrEqualTo(MOST)
                .isPositive();
    }

    @Test
    void a_difference_of_just_the_tolerance_in_one_phase_rarely_passes() {
        double edge = Simulated.TOLERANCE;

        assertThat(count(Verdict.PASS, Statement.SVAG_CONVERGES, seed -> shifted(seed, 0.001, edge, 0)))
                .isLessThanOrEqualTo(MOST)
                .isPositive();
    }

    @Test
    void a_test_error_of_just_a_fifth_above_the_lowest_is_rarely_judged() {
        // 64 and 128 are equally good, so that the lowest is one of two.
        Map<Integer, Double> errors = Map.of(64, 0.1, 128, 0.1, 1024, 0.12);

        assertThat(count(
                        Verdict.PASS,
                        Statement.SCALING_FAILS_BEYOND,
                        seed -> new Simulated(seed, 4, 0.005, 0.005).batchSizes(errors, RATIOS)))
                .isLessThanOrEqualTo(MOST)
                .isPositive();
        assertThat(count(
                        Verdict.FAIL,
                        Statement.SCALING_FAILS_BEYOND,
                        seed -> new Simulated(seed, 4, 0.005, 0.005).batchSizes(errors, RATIOS)))
                .isLessThanOrEqualTo(MOST);
    }
}
