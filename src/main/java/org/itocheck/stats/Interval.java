package org.itocheck.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * An estimate and how far the truth may be from it.
 *
 * @param center the estimate, finite
 * @param halfWidth 0 or above; infinite if nothing is known yet
 */
public record Interval(double center, double halfWidth) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Checks the ranges. */
    public Interval {
        Checks.finite("center", center);
        if (!(halfWidth >= 0)) {
            throw new IllegalArgumentException("halfWidth is " + halfWidth + ", expected 0 or above");
        }
    }

    /** {@return the lower end} */
    public double low() {
        return center - halfWidth;
    }

    /** {@return the upper end} */
    public double high() {
        return center + halfWidth;
    }

    /** {@return whether the value lies between the ends or on one} */
    public boolean contains(double value) {
        return low() <= value && value <= high();
    }

    /** {@return whether the whole interval lies within [-bound, bound], for a bound of 0 or above} */
    public boolean insideOf(double bound) {
        Checks.notNegative("bound", bound);
        return -bound <= low() && high() <= bound;
    }

    /** {@return whether no point of the interval lies within [-bound, bound], for a bound of 0 or above} */
    public boolean outsideOf(double bound) {
        Checks.notNegative("bound", bound);
        return low() > bound || high() < -bound;
    }

    /**
     * The number of standard errors that a normal error exceeds, on either side, with probability alpha.
     *
     * @param alpha in (0, 1)
     * @return the upper alpha/2 quantile of the normal law; 6.11 at 1e-9
     */
    public static double normalMultiplier(double alpha) {
        return NORMAL.inverseSurvivalProbability(Checks.rate("alpha", alpha) / 2);
    }
}
