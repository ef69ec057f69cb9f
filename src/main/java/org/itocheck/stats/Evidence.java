package org.itocheck.stats;

/**
 * What a {@link MeanTest} has seen so far.
 *
 * @param count number of values seen
 * @param influence T, the sum of the influence of all values; positive if the values lie above the mean tested
 * @param peak the largest |T| - N log(1 + a^2 v / 2) at any look, in nats; 0 before the first
 */
public record Evidence(long count, double influence, double peak) {
    /** Nothing seen yet. */
    public static final Evidence NONE = new Evidence(0, 0, 0);

    /** Refuses a negative count and a peak below the 0 of the start. */
    public Evidence {
        Checks.atLeast("count", count, 0);
        if (!(peak >= 0)) {
            throw new IllegalArgumentException("peak is " + peak + ", expected 0 or more; start from Evidence.NONE");
        }
    }
}
