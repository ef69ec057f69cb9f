package org.itocheck.stats;

/** The three answers of a test of "|x| is at most a bound". */
public enum Decision {
    /** All that the data allow lies within the bound. */
    ACCEPT,
    /** All that the data allow lies beyond the bound. */
    REJECT,
    /** The data allow both. */
    UNDECIDED;

    /**
     * The answer of one interval.
     *
     * @param interval where the truth lies
     * @param bound 0 or above
     * @return ACCEPT if the interval is inside of [-bound, bound], REJECT if it is outside, else UNDECIDED
     */
    public static Decision of(Interval interval, double bound) {
        if (interval.insideOf(bound)) {
            return ACCEPT;
        }
        return interval.outsideOf(bound) ? REJECT : UNDECIDED;
    }

    /** {@return the answer to "both hold": REJECT if either is rejected, ACCEPT if both are accepted} */
    public Decision and(Decision other) {
        if (this == REJECT || other == REJECT) {
            return REJECT;
        }
        return this == ACCEPT && other == ACCEPT ? ACCEPT : UNDECIDED;
    }
}
