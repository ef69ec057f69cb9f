package org.itocheck.claim;

/**
 * One statement of the theory about one process: its parameters, its evaluation and its explanation. Claims are values; evaluating one twice
 * with the same seed gives the same outcome, bit for bit.
 */
public interface Claim {
    /** How many separate tests the claim makes: its share of a familywise error rate. */
    int cells();

    /** Evaluates the claim with the laboratory's budget. */
    Outcome evaluate(Laboratory laboratory);
}
