package org.itocheck.claim;

import org.itocheck.ensemble.CellTests;
import org.itocheck.ensemble.Controls;
import org.itocheck.ensemble.Estimates;
import org.itocheck.stats.MeanTest;
import org.jspecify.annotations.Nullable;

/**
 * The tests of {@link ExactMean} at one level: of every mean that is known, and with control variates one more of its controlled values where
 * their variance is exactly known. The plain test stays: a wrong mean of g that goes along with a wrong mean of its controls does not show
 * in the controlled one.
 *
 * @param claim what is claimed
 * @param expected the means
 * @param controls the control variates, {@link Controls#NONE} without
 * @param alpha false-alarm rate of each test
 * @param paths the planned count
 */
record MeanTests(ExactMean claim, Expectations expected, Controls controls, double alpha, long paths)
        implements CellTests {
    @Override
    public @Nullable MeanTest at(int k, int g) {
        return looksAt(k, g) ? expected.test(k, g, alpha, paths).orElse(null) : null;
    }

    @Override
    public @Nullable MeanTest controlled(int k, int g, double[] coefficients) {
        return looksAt(k, g)
                ? expected.controlled(k, g, controls, coefficients, alpha, paths)
                        .orElse(null)
                : null;
    }

    private boolean looksAt(int k, int g) {
        return claim.setting().checkpoints().contains(k)
                && claim.missing(claim.setting().observables().get(g)).isEmpty();
    }

    /** Whether the controlled values of a cell are too far from their mean. */
    boolean controlledAlarm(Estimates estimates, int k, int g) {
        if (controls.isEmpty()) {
            return false;
        }
        MeanTest test = controlled(k, g, estimates.coefficients(k, g));
        return test != null && test.alarm(estimates.controlledEvidence(k, g));
    }
}
