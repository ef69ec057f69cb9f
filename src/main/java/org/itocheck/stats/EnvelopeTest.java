package org.itocheck.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * Tests of "|e(l)| is at most constant / l at every level", from estimates of the errors e(l) that are normal with known standard errors.
 * <p>Rejects if the interval of some level lies beyond its bound, accepts if all lie within. The intervals hold jointly (Bonferroni), so a
 * true statement is rejected and a false one accepted with probability at most alpha each. The constant must not come from the same
 * coarsest level alone: an error that changes sign with l is small there by accident (THEORY 5.6).
 *
 * @param constant C, 0 or above, unit of the errors
 * @param alpha error rate over all levels together, in (0, 1)
 */
public record EnvelopeTest(double constant, double alpha) {
    /** Checks the ranges. */
    public EnvelopeTest {
        Checks.notNegative("constant", constant);
        Checks.rate("alpha", alpha);
    }

    /**
     * Decides from the errors at all levels.
     *
     * @param levels shape [m], each l at least 1
     * @param errors shape [m], signed, finite
     * @param standardErrors shape [m], 0 or above, of everything random in the error, also of an estimated truth
     * @return the decision over all levels
     * @throws IllegalArgumentException if m = 0, the shapes differ or an entry is out of range
     */
    public Decision decide(int[] levels, double[] errors, double[] standardErrors) {
        List<Interval> intervals = intervals(levels, errors, standardErrors);
        Decision all = Decision.ACCEPT;
        for (int i = 0; i < levels.length; i++) {
            all = all.and(Decision.of(intervals.get(i), constant / levels[i]));
        }
        return all;
    }

    /**
     * The joint intervals of the errors: all contain their truth with probability 1 - alpha or more.
     *
     * @param levels shape [m], each l at least 1
     * @param errors shape [m], signed, finite
     * @param standardErrors shape [m], 0 or above
     * @return one interval per level
     * @throws IllegalArgumentException if m = 0, the shapes differ or an entry is out of range
     */
    public List<Interval> intervals(int[] levels, double[] errors, double[] standardErrors) {
        Checks.atLeast("levels.length", levels.length, 1);
        Checks.sameLength("errors", errors.length, "levels", levels.length);
        Checks.sameLength("standardErrors", standardErrors.length, "levels", levels.length);
        double multiplier = Interval.normalMultiplier(alpha / levels.length);
        List<Interval> intervals = new ArrayList<>(levels.length);
        for (int i = 0; i < levels.length; i++) {
            Checks.atLeast("levels[" + i + "]", levels[i], 1);
            double error = Checks.finite("errors[" + i + "]", errors[i]);
            double se = Checks.notNegative("standardErrors[" + i + "]", standardErrors[i]);
            intervals.add(new Interval(error, multiplier * se));
        }
        return List.copyOf(intervals);
    }
}
