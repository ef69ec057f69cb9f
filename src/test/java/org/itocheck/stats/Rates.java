package org.itocheck.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/** Exact binomial checks of simulated error rates; each raises a false alarm with probability at most 1e-9. */
final class Rates {
    private static final double FALSE_ALARM = 1e-9;

    private Rates() {}

    /** Fails if the rate behind the hits is above {@code rate}. */
    static void assertAtMost(int hits, int repetitions, double rate) {
        assertThat(atLeast(hits, repetitions, rate))
                .as("probability of %d hits or more in %d repetitions at rate %s", hits, repetitions, rate)
                .isGreaterThan(FALSE_ALARM);
    }

    /** Fails if the rate behind the hits is below {@code rate}. */
    static void assertAtLeast(int hits, int repetitions, double rate) {
        assertAtMost(repetitions - hits, repetitions, 1 - rate);
    }

    /** Fails unless the hits prove that the rate behind them is above {@code rate}. */
    static void assertProvenAbove(int hits, int repetitions, double rate) {
        assertThat(atLeast(hits, repetitions, rate))
                .as("probability of %d hits or more in %d repetitions at rate %s", hits, repetitions, rate)
                .isLessThan(FALSE_ALARM);
    }

    private static double atLeast(int hits, int repetitions, double rate) {
        return BinomialDistribution.of(repetitions, rate).survivalProbability(hits - 1);
    }
}
