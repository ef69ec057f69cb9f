package org.itocheck.benchmark;

import java.util.Arrays;

/**
 * Numbers of several rounds.
 *
 * @param median of them; of an even count the mean of the middle two
 * @param least of them
 * @param most of them
 */
public record Spread(double median, double least, double most) {
    /**
     * The spread of at least one number.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Spread of(double... numbers) {
        if (numbers.length == 0) {
            throw new IllegalArgumentException("numbers is empty, expected the numbers of at least one round");
        }
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int last = sorted.length - 1;
        return new Spread((sorted[last / 2] + sorted[(last + 1) / 2]) / 2, sorted[0], sorted[last]);
    }

    /** The spread of the ratios of the same rounds. */
    static Spread ofRatios(double[] above, double[] below) {
        double[] ratios = new double[above.length];
        Arrays.setAll(ratios, i -> above[i] / below[i]);
        return of(ratios);
    }
}
