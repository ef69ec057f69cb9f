package org.itocheck.claim;

/**
 * How far a true error may be from zero.
 *
 * @param value positive
 * @param unit what it is counted in
 */
public record Tolerance(double value, Unit unit) {
    /** What a tolerance is counted in. */
    public enum Unit {
        /** The unit of the observable. */
        ABSOLUTE,
        /** Standard deviations of the observable over trajectories. */
        STANDARD_DEVIATIONS
    }

    /** Checks the value. */
    public Tolerance {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("tolerance is " + value + ", expected a positive finite number");
        }
    }

    /** In the unit of the observable. */
    public static Tolerance within(double value) {
        return new Tolerance(value, Unit.ABSOLUTE);
    }

    /** In standard deviations of the observable: 0.02 is 2 % of sd(g). */
    public static Tolerance withinDeviations(double value) {
        return new Tolerance(value, Unit.STANDARD_DEVIATIONS);
    }

    /** The tolerance in the unit of an observable with this standard deviation. */
    public double absolute(double standardDeviation) {
        return unit == Unit.ABSOLUTE ? value : value * standardDeviation;
    }
}
