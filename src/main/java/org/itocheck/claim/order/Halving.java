package org.itocheck.claim.order;

import java.util.List;

/**
 * Exact numbers f(h), f(h/2), f(h/4), ..., and what they say of f as h tends to 0.
 * <p>The limit is the last entry T of Neville's tableau of polynomials of degree at most 3. If f is a polynomial of h but for higher powers,
 * T is far closer to f(0) than the entries before it, so that their steps, of which the last counts fully, the one before half, and so on,
 * bound its error: a step that happens to be small does not count alone. If f(h) - f(0) is like h^p with p below 1, T is off by more than
 * that, for every degree: the j-th last step is 2^(jp) (2^p - 1) times the error, and 2^j of it would be needed. So "|T - c| is at most the
 * largest of them" tells a smooth approach to c from a slow one and from a wrong limit, and no logarithm is taken of anything.
 *
 * @param values f(h), f(h/2), ..., at least five
 */
record Halving(double... values) {
    /** The least number of values. */
    static final int LEAST = 5;

    private static final int HIGHEST_DEGREE = 3;
    /** How many steps back are looked at. */
    private static final int STEPS = 3;
    /** From one step of a convergent sequence to the next: 1/2 for one like h, 1 for one like log h. */
    private static final double SHRINKS = 0.9;

    /** T, the limit as h tends to 0. */
    double limit() {
        return corner(values.length);
    }

    /** A bound of the error of T: the largest of its last steps, each older one counting half. */
    double uncertainty() {
        double largest = 0;
        for (int j = 0; j < STEPS && values.length - j > degree() + 1; j++) {
            double step = Math.abs(corner(values.length - j) - corner(values.length - j - 1));
            largest = Math.max(largest, Math.scalb(step, -j));
        }
        return largest;
    }

    /** The largest step from the last value but one to the last that a convergent sequence may take. */
    double allowedStep() {
        double largest = 0;
        double factor = 1;
        for (int j = 1; j <= STEPS; j++) {
            int i = values.length - 1 - j;
            factor *= SHRINKS;
            largest = Math.max(largest, factor * Math.abs(values[i] - values[i - 1]));
        }
        return largest;
    }

    double last() {
        return values[values.length - 1];
    }

    double lastButOne() {
        return values[values.length - 2];
    }

    /** The values times h^power, where h is 1 for the first. */
    Halving times(double firstFactor, double ratio) {
        double[] scaled = values.clone();
        double factor = firstFactor;
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
            factor *= ratio;
        }
        return new Halving(scaled);
    }

    /** Low enough for two steps at least. */
    private int degree() {
        return Math.min(HIGHEST_DEGREE, values.length - 3);
    }

    private double corner(int count) {
        int degree = degree();
        double[] row = new double[degree + 1];
        System.arraycopy(values, count - degree - 1, row, 0, degree + 1);
        for (int order = 1; order <= degree; order++) {
            double power = Math.scalb(1.0, order);
            for (int i = degree; i >= order; i--) {
                row[i] = (power * row[i] - row[i - 1]) / (power - 1);
            }
        }
        return row[degree];
    }

    /** Checks that a ladder doubles at every rung and has enough of them. */
    static void check(String argument, List<Integer> ladder) {
        boolean doubles = ladder.size() >= LEAST && ladder.get(0) >= 1;
        for (int i = 1; doubles && i < ladder.size(); i++) {
            doubles = ladder.get(i) == 2L * ladder.get(i - 1);
        }
        if (!doubles) {
            throw new IllegalArgumentException(argument + " is " + ladder + ", expected at least " + LEAST
                    + " numbers, each twice the one before, for example 1, 2, 4, 8, 16");
        }
    }
}
