package org.itocheck.claim;

/** The answer to a claim. "Not significant" is never PASS. */
public enum Verdict {
    /** The planned power was reached and nothing contradicts the claim. */
    PASS,
    /** A test with a stated false-alarm rate rejects the claim. */
    FAIL,
    /** Neither: the budget was too small or a hypothesis does not hold; the outcome says which. */
    INCONCLUSIVE;

    /** FAIL beats INCONCLUSIVE, INCONCLUSIVE beats PASS. */
    public Verdict and(Verdict other) {
        return this == FAIL || other == FAIL ? FAIL : this == PASS ? other : this;
    }
}
