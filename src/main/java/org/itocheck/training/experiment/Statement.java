package org.itocheck.training.experiment;

/** What can be claimed of a panel, with a verdict. */
public enum Statement {
    /** The last doubling of l moves the mean test accuracy of no phase by more than the tolerance. */
    SVAG_CONVERGES(Comparison.LEVELS),
    /** SGD is within the tolerance of SVAG at the largest l in every phase: the SDE models it. */
    SGD_FOLLOWS_LIMIT(Comparison.LEVELS),
    /** NGD is within the tolerance of SGD in every phase: only the covariance of the noise matters. */
    NGD_FOLLOWS_SGD(Comparison.METHODS),
    /** Batch sizes above the predicted B* have a test error more than 20 % above the best: linear scaling fails where Theorem 6.6 says so. */
    SCALING_FAILS_BEYOND(Comparison.BATCH_SIZES);

    private final Comparison comparison;

    Statement(Comparison comparison) {
        this.comparison = comparison;
    }

    /** The experiments of which it can be claimed. */
    public Comparison comparison() {
        return comparison;
    }
}
