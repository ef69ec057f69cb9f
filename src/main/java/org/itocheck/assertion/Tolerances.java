package org.itocheck.assertion;

import org.itocheck.claim.ExactMean;
import org.itocheck.claim.Tolerance;

/** What a verb asks of a tolerance. */
final class Tolerances {
    private Tolerances() {}

    /** In standard deviations. @throws IllegalArgumentException if it is in the unit of the observable */
    static double deviations(Tolerance discrepancy) {
        if (discrepancy.unit() != Tolerance.Unit.STANDARD_DEVIATIONS) {
            throw new IllegalArgumentException("discrepancy is within(" + discrepancy.value()
                    + "), in the unit of the observable; expected standard deviations, for example withinDeviations("
                    + ExactMean.DEFAULT_DISCREPANCY + ")");
        }
        return discrepancy.value();
    }
}
