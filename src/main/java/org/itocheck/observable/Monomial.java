package org.itocheck.observable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A product of powers of coordinates.
 *
 * @param exponents the exponents; their sum is at least 1
 */
public record Monomial(Exponents exponents) implements Polynomial {
    /** Checks the degree. */
    public Monomial {
        if (exponents.degree() < 1) {
            throw new IllegalArgumentException("exponents are " + exponents + ", expected a sum of at least 1");
        }
    }

    /** x[i]^power. */
    public static Monomial of(int i, int power) {
        if (i < 0) {
            throw new IllegalArgumentException("coordinate is " + i + ", expected at least 0");
        }
        int[] powers = new int[i + 1];
        powers[i] = power;
        return new Monomial(new Exponents(powers));
    }

    /** The product of the named coordinates: {@code product(0, 1, 1)} is x[0] x[1]^2. */
    public static Monomial product(int... coordinates) {
        Exponents sum = new Exponents();
        for (int i : coordinates) {
            sum = sum.plus(of(i, 1).exponents);
        }
        return new Monomial(sum);
    }

    /** All monomials of the given number of coordinates and degree 1 to {@code degree}. */
    public static List<Observable> upTo(int degree, int dimension) {
        List<Observable> all = new ArrayList<>();
        for (int total = 1; total <= degree; total++) {
            collect(all, new int[dimension], 0, total);
        }
        return List.copyOf(all);
    }

    private static void collect(List<Observable> all, int[] powers, int i, int left) {
        if (i == powers.length - 1) {
            powers[i] = left;
            all.add(new Monomial(new Exponents(powers)));
            return;
        }
        for (int p = left; p >= 0; p--) {
            powers[i] = p;
            collect(all, powers, i + 1, left - p);
        }
    }

    @Override
    public String name() {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < exponents.length(); i++) {
            int p = exponents.power(i);
            if (p > 0) {
                name.append(name.isEmpty() ? "" : " ").append("x[").append(i).append(p > 1 ? "]^" + p : "]");
            }
        }
        return name.toString();
    }

    @Override
    public int degree() {
        return exponents.degree();
    }

    @Override
    public Map<Exponents, Double> terms(int dimension) {
        return Map.of(exponents.extendedTo(dimension), 1.0);
    }

    @Override
    public Measure measure(int lanes) {
        int[] powers = exponents.powers();
        return (x, out) -> {
            Rows.fill(out, 1, lanes);
            for (int i = 0; i < powers.length; i++) {
                for (int p = 0; p < powers[i]; p++) {
                    Rows.multiply(x[i], out, lanes);
                }
            }
        };
    }
}
