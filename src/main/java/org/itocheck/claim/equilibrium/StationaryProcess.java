package org.itocheck.claim.equilibrium;

import java.util.Optional;
import org.itocheck.claim.Laboratory;
import org.itocheck.truth.EquilibriumMoments;

/** A process in equilibrium whose R, G and N are known, or can be measured. */
public sealed interface StationaryProcess permits KnownEquilibrium, EquilibriumChains {
    /** As it stands in a sentence, for example {@code SVAG(4) on E1}. */
    String name();

    /** eta. */
    double learningRate();

    /** lambda. */
    double weightDecay();

    /** l; 1 for SGD. */
    int level();

    /** What R, G and N ought to be, where that is known. */
    Optional<EquilibriumMoments> expected();

    /**
     * Finds R, G and N.
     *
     * @param alpha the probability that the three are not in their ranges together
     * @param precision how narrow the ranges should be
     * @param purpose names the random numbers of this measurement among all of the claim
     */
    EquilibriumEstimate estimate(Laboratory laboratory, double alpha, Precision precision, String purpose);
}
