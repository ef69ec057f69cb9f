package org.itocheck.observable;

import java.util.Arrays;

/**
 * The exponents of one monomial x[0]^p0 x[1]^p1 ..., usable as a map key.
 *
 * @param powers one entry for each coordinate, each at least 0; copied
 */
public record Exponents(int... powers) {
    /** Checks and copies. */
    public Exponents {
        powers = powers.clone();
        for (int i = 0; i < powers.length; i++) {
            if (powers[i] < 0) {
                throw new IllegalArgumentException("powers[" + i + "] is " + powers[i] + ", expected at least 0");
            }
        }
    }

    @Override
    public int[] powers() {
        return powers.clone();
    }

    /** The exponent of coordinate i; 0 beyond the last. */
    public int power(int i) {
        return i < powers.length ? powers[i] : 0;
    }

    /** The number of coordinates named. */
    public int length() {
        return powers.length;
    }

    /** The sum of all exponents. */
    public int degree() {
        return Arrays.stream(powers).sum();
    }

    /** The product of two monomials. */
    public Exponents plus(Exponents other) {
        int[] sum = new int[Math.max(powers.length, other.powers.length)];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = power(i) + other.power(i);
        }
        return new Exponents(sum);
    }

    /** The same monomial written with exactly {@code dimension} exponents. */
    public Exponents extendedTo(int dimension) {
        for (int i = dimension; i < powers.length; i++) {
            if (powers[i] != 0) {
                throw new IllegalArgumentException(
                        "the monomial uses x[" + i + "], the state has dimension " + dimension);
            }
        }
        return new Exponents(Arrays.copyOf(powers, dimension));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Exponents e && Arrays.equals(powers, e.powers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(powers);
    }

    @Override
    public String toString() {
        return Arrays.toString(powers);
    }
}
