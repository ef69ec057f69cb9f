package org.itocheck.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EnvelopeTestTest {
    private static final int[] LEVELS = {1, 2, 4, 8};
    private static final int REPETITIONS = 20_000;

    @Test
    void errors_on_the_envelope_are_rejected_as_rarely_as_stated() {
        Counts counts = run(new double[] {1, 0.5, -0.25, 0.125}, 0.05);
        Rates.assertAtMost(counts.rejected, REPETITIONS, 0.05);
        assertThat(counts.rejected).as("a level that is not used at all").isGreaterThan(200);
    }

    @Test
    void one_error_beyond_the_envelope_is_accepted_as_rarely_as_stated() {
        Counts counts = run(new double[] {0, 0, 0, 0.1251}, 0.01);
        Rates.assertAtMost(counts.accepted, REPETITIONS, 0.05);
        assertThat(counts.accepted).isPositive();
    }

    @Test
    void clear_cases_are_decided() {
        Rates.assertProvenAbove(run(new double[] {0.5, 0.25, -0.12, 0.06}, 0.01).accepted, REPETITIONS, 0.99);
        Rates.assertProvenAbove(run(new double[] {1.5, 0.7, 0.3, 0.2}, 0.01).rejected, REPETITIONS, 0.99);
    }

    /** The coarsest level alone would pass: the error changes sign there. */
    @Test
    void an_error_that_is_small_by_accident_at_the_coarsest_level_is_rejected() {
        Rates.assertProvenAbove(run(new double[] {0.01, 0.5, 0.4, 0.3}, 0.01).rejected, REPETITIONS, 0.99);
    }

    @Test
    void too_little_data_leaves_it_undecided() {
        Counts counts = run(new double[] {0.5, 0.25, 0.125, 0.06}, 0.3);
        Rates.assertProvenAbove(REPETITIONS - counts.accepted - counts.rejected, REPETITIONS, 0.9);
    }

    @Test
    void the_intervals_hold_jointly() {
        SplittableRandom random = new SplittableRandom(41);
        EnvelopeTest test = new EnvelopeTest(1, 0.05);
        int missed = 0;
        for (int r = 0; r < REPETITIONS; r++) {
            double[] errors = noise(new double[4], 0.1, random);
            missed += test.intervals(LEVELS, errors, fill(0.1)).stream().allMatch(i -> i.contains(0)) ? 0 : 1;
        }
        Rates.assertAtMost(missed, REPETITIONS, 0.05);
        Rates.assertAtLeast(missed, REPETITIONS, 0.045);
    }

    @Test
    void exact_errors_are_decided_exactly() {
        EnvelopeTest test = new EnvelopeTest(1, 0.05);
        assertThat(test.decide(LEVELS, new double[] {1, 0.5, 0.25, 0.125}, fill(0)))
                .isEqualTo(Decision.ACCEPT);
        assertThat(test.decide(LEVELS, new double[] {1, 0.5, 0.25, 0.126}, fill(0)))
                .isEqualTo(Decision.REJECT);
    }

    @Test
    void data_that_decide_nothing_or_are_no_numbers_are_refused() {
        EnvelopeTest test = new EnvelopeTest(1, 0.05);
        assertThatThrownBy(() -> test.decide(new int[0], new double[0], new double[0]))
                .hasMessage("levels.length is 0, expected 1 or more");
        assertThatThrownBy(() -> test.decide(LEVELS, new double[3], fill(1)))
                .hasMessage("errors has 3 entries, levels has 4; give one entry per level to both");
        assertThatThrownBy(() -> test.decide(LEVELS, new double[] {0, 0, Double.NaN, 0}, fill(1)))
                .hasMessage("errors[2] is NaN, expected a finite number");
        assertThatThrownBy(() -> test.decide(LEVELS, new double[4], fill(Double.NaN)))
                .hasMessageStartingWith("standardErrors[0] is NaN");
        assertThatThrownBy(() -> test.decide(new int[] {0}, new double[1], new double[1]))
                .hasMessage("levels[0] is 0, expected 1 or more");
        assertThatThrownBy(() -> new EnvelopeTest(-1, 0.05)).hasMessageStartingWith("constant is -1.0");
    }

    private record Counts(int accepted, int rejected) {}

    private static Counts run(double[] truth, double se) {
        SplittableRandom random = new SplittableRandom(42);
        EnvelopeTest test = new EnvelopeTest(1, 0.05);
        int accepted = 0;
        int rejected = 0;
        for (int r = 0; r < REPETITIONS; r++) {
            Decision decision = test.decide(LEVELS, noise(truth, se, random), fill(se));
            accepted += decision == Decision.ACCEPT ? 1 : 0;
            rejected += decision == Decision.REJECT ? 1 : 0;
        }
        return new Counts(accepted, rejected);
    }

    private static double[] noise(double[] truth, double se, SplittableRandom random) {
        double[] errors = truth.clone();
        for (int i = 0; i < errors.length; i++) {
            errors[i] += se * random.nextGaussian();
        }
        return errors;
    }

    private static double[] fill(double se) {
        return new double[] {se, se, se, se};
    }
}
