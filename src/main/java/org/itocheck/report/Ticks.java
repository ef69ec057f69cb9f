package org.itocheck.report;

import java.util.ArrayList;
import java.util.List;

/** Where an axis has lines and numbers. */
final class Ticks {
    private static final int MOST_LABELLED_DECADES = 7;
    private static final int FEWEST = 4;

    private Ticks() {}

    /**
     * A line across the picture.
     *
     * @param value where
     * @param major whether it is a strong one
     * @param label its number as markup; empty for none
     */
    record Tick(double value, boolean major, String label) {}

    /** Powers of ten, finer ones between; few decades get the labels 2 and 5 as well. */
    static List<Tick> logarithmic(double low, double high) {
        List<Tick> ticks = new ArrayList<>();
        double decades = Math.log10(high / low);
        int first = (int) Math.floor(Math.log10(low));
        int last = (int) Math.floor(Math.log10(high));
        int step = 1 + (int) (decades / MOST_LABELLED_DECADES);
        for (int exponent = first; exponent <= last; exponent++) {
            for (int digit = 1; digit < 10; digit++) {
                double value = digit * Math.pow(10, exponent);
                boolean labelled =
                        digit == 1 ? Math.floorMod(exponent, step) == 0 : decades < 2 && (digit == 2 || digit == 5);
                if (value > low && value < high && (digit == 1 || step == 1 || labelled)) {
                    ticks.add(new Tick(value, digit == 1, labelled ? power(digit, exponent) : ""));
                }
            }
        }
        return ticks;
    }

    private static String power(int digit, int exponent) {
        String factor = digit == 1 ? "" : digit + "\u00B7";
        String power = exponent < 0 ? "\u2212" + -exponent : String.valueOf(exponent);
        return factor + "10<tspan class=\"sup\" dy=\"-.5em\">" + power + "</tspan>";
    }

    /** Four to ten round numbers. */
    static List<Tick> linear(double low, double high) {
        double step = Math.pow(10, Math.floor(Math.log10(high - low)));
        for (double part : new double[] {2, 2.5, 2}) { // 1, then 1/2, 1/5, 1/10 of a power of ten
            step = (high - low) / step < FEWEST ? step / part : step;
        }
        int decimals = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
        List<Tick> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step); i * step <= high; i++) {
            ticks.add(new Tick(i * step, true, Numbers.fixed(i * step, decimals)));
        }
        return ticks;
    }

    /** At given values, as far as they are inside. */
    static List<Tick> at(List<Double> values, double low, double high) {
        return values.stream()
                .filter(value -> value >= low && value <= high)
                .map(value -> new Tick(value, true, Numbers.fixed(value, value == Math.rint(value) ? 0 : 2)))
                .toList();
    }
}
