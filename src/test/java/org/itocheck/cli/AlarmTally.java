package org.itocheck.cli;

import java.util.Locale;

/**
 * How often the cells of correct programs alarmed. A unit is a group of cells computed from trajectories that no other unit shares: units are
 * independent, the cells inside one are not, and each unit counts by its share of alarming cells, a number in [0, 1].
 *
 * @param units independent groups
 * @param cells in all units together
 * @param alarms alarming cells
 * @param shares sum over units of alarming cells / cells
 */
record AlarmTally(int units, long cells, long alarms, double shares) {
    static final AlarmTally NONE = new AlarmTally(0, 0, 0, 0);

    /** One unit. */
    static AlarmTally unit(long cells, long alarms) {
        return cells == 0 ? NONE : new AlarmTally(1, cells, alarms, (double) alarms / cells);
    }

    AlarmTally plus(AlarmTally other) {
        return new AlarmTally(units + other.units, cells + other.cells, alarms + other.alarms, shares + other.shares);
    }

    /** The mean over units of the share of alarming cells. */
    double rate() {
        return units == 0 ? 0 : shares / units;
    }

    /**
     * The largest mean share that does not prove, with error probability {@code error}, that some unit's expected share is above {@code rate}.
     * Hoeffding (1963), theorem 1: the mean of n independent values in [0, 1] of expectation at most p reaches q > p with probability at
     * most {@code exp(-n KL(q, p))}. Nothing is assumed of the dependence inside a unit.
     */
    double bound(double rate, double error) {
        double low = rate;
        double high = 1;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (units * divergence(middle, rate) < -Math.log(error)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double divergence(double q, double p) {
        return q * Math.log(q / p) + (q == 1 ? 0 : (1 - q) * Math.log((1 - q) / (1 - p)));
    }

    String describe(String name, double rate, double error) {
        return String.format(
                Locale.ROOT,
                "%-44s %6d units %8d cells %5d alarms  rate %.5f  stated %.3f  refuted above %.4f",
                name,
                units,
                cells,
                alarms,
                rate(),
                rate,
                bound(rate, error));
    }
}
