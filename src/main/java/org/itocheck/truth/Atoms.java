package org.itocheck.truth;

import java.util.Arrays;

/**
 * A law with finitely many values.
 *
 * @param name for messages
 * @param count how many values
 * @param values the values; empty for an index, whose values are 0 to count - 1
 * @param probabilities their probabilities; empty where all are equal
 */
record Atoms(String name, int count, double[] values, double[] probabilities) {
    static final Atoms RADEMACHER = new Atoms("rademacher", 2, new double[] {-1, 1}, new double[0]);
    static final Atoms SKEW_TWO_POINT = new Atoms("skew2pt", 2, new double[] {3, -1.0 / 3}, new double[] {0.1, 0.9});
    static final Atoms THREE_POINT = new Atoms(
            "sym3pt", 3, new double[] {-Math.sqrt(3), 0, Math.sqrt(3)}, new double[] {1.0 / 6, 2.0 / 3, 1.0 / 6});
    /** The nodes of Gauss-Hermite, exact to degree 9. */
    static final Atoms GAUSSIAN = symmetric(
            "gaussian",
            Math.sqrt(5 - Math.sqrt(10)),
            Math.sqrt(5 + Math.sqrt(10)),
            8.0 / 15,
            (7 + 2 * Math.sqrt(10)) / 60);
    /** The nodes of Gauss-Legendre on (-sqrt 3, sqrt 3), exact to degree 9. */
    static final Atoms UNIFORM = symmetric(
            "uniform",
            Math.sqrt((5 - 2 * Math.sqrt(10.0 / 7)) / 3),
            Math.sqrt((5 + 2 * Math.sqrt(10.0 / 7)) / 3),
            64.0 / 225,
            (322 + 13 * Math.sqrt(70)) / 1800);

    static Atoms index(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound is " + bound + ", expected at least 1");
        }
        return new Atoms("index(" + bound + ")", bound, new double[0], new double[0]);
    }

    static UnsupportedOperationException unsupported(String law) {
        return new UnsupportedOperationException("law is " + law
                + ", whose draws have no finite set of values to enumerate; use rademacher, skew2pt, sym3pt, index, gaussian or"
                + " uniform noise, or a truth in closed form");
    }

    double value(int atom) {
        return values[atom];
    }

    double probability(int atom) {
        return probabilities.length == 0 ? 1.0 / count : probabilities[atom];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Atoms a && name.equals(a.name) && count == a.count;
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + count;
    }

    @Override
    public String toString() {
        return name + Arrays.toString(values);
    }

    private static Atoms symmetric(String name, double inner, double outer, double middle, double near) {
        double far = (1 - middle - 2 * near) / 2;
        return new Atoms(
                name, 5, new double[] {-outer, -inner, 0, inner, outer}, new double[] {far, near, middle, near, far});
    }
}
