package org.itocheck.network.data;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/** Are counts of independent trials those of a given probability? An exact binomial test of each, all together at a stated level. */
final class Shares {
    /** How often right shares are called wrong. */
    static final double FALSE_ALARM = 1e-9;

    private Shares() {}

    /** Whether no count is further out than it may be: a right sampler is refused with probability at most {@link #FALSE_ALARM}. */
    static boolean areLike(double probability, int trials, int... counts) {
        BinomialDistribution law = BinomialDistribution.of(trials, probability);
        double one = FALSE_ALARM / (2 * counts.length);
        return Arrays.stream(counts)
                .allMatch(
                        count -> law.cumulativeProbability(count) >= one && law.survivalProbability(count - 1) >= one);
    }
}
