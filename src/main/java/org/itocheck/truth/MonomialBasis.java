package org.itocheck.truth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.itocheck.observable.Exponents;
import org.itocheck.observable.Monomial;
import org.itocheck.observable.Observable;

/**
 * All monomials of degree 0 to {@code degree} in d variables, number 0 being the constant. A polynomial is an array of coefficients in this
 * basis.
 */
final class MonomialBasis {
    private static final int MAX_SIZE = 210;

    private final int dimension;
    private final int degree;
    private final List<Exponents> monomials = new ArrayList<>();
    private final Map<Exponents, Integer> index = new HashMap<>();
    private final int[][] products;

    MonomialBasis(int dimension, int degree) {
        this.dimension = dimension;
        this.degree = degree;
        monomials.add(new Exponents(new int[dimension]));
        for (Observable g : Monomial.upTo(degree, dimension)) {
            monomials.add(((Monomial) g).exponents().extendedTo(dimension));
        }
        for (int a = 0; a < monomials.size(); a++) {
            index.put(monomials.get(a), a);
        }
        products = new int[size()][size()];
        for (int a = 0; a < size(); a++) {
            for (int b = 0; b < size(); b++) {
                products[a][b] = index.getOrDefault(monomials.get(a).plus(monomials.get(b)), -1);
            }
        }
    }

    /** The basis of the highest degree of 8, 6 and 4 that stays small; empty beyond six variables. */
    static Optional<MonomialBasis> small(int dimension) {
        for (int degree = 8; degree >= 4 && dimension <= 6; degree -= 2) {
            if (CombinatoricsUtils.binomialCoefficient(dimension + degree, degree) <= MAX_SIZE) {
                return Optional.of(new MonomialBasis(dimension, degree));
            }
        }
        return Optional.empty();
    }

    int dimension() {
        return dimension;
    }

    int degree() {
        return degree;
    }

    int size() {
        return monomials.size();
    }

    Exponents monomial(int number) {
        return monomials.get(number);
    }

    int indexOf(Exponents monomial) {
        Integer number = index.get(monomial);
        if (number == null) {
            throw new IllegalArgumentException(
                    "monomial is " + monomial + ", the basis has degree " + degree + " in " + dimension + " variables");
        }
        return number;
    }

    /** The number of the product of two monomials, -1 if its degree is too high. */
    int product(int a, int b) {
        return products[a][b];
    }

    /** The number of the variable x[i]. */
    int variable(int i) {
        return 1 + i;
    }

    /** The polynomial linear . x + constant. */
    double[] affine(double[] linear, double constant) {
        double[] p = new double[size()];
        p[0] = constant;
        for (int i = 0; i < dimension; i++) {
            p[variable(i)] = linear[i];
        }
        return p;
    }

    /** Adds factor * p * q to a polynomial; the degrees must fit. */
    void addProduct(double factor, double[] p, double[] q, double[] to) {
        for (int a = 0; a < p.length; a++) {
            if (p[a] == 0) {
                continue;
            }
            for (int b = 0; b < q.length; b++) {
                if (q[b] != 0) {
                    to[products[a][b]] += factor * p[a] * q[b];
                }
            }
        }
    }

    /** |x|^(2 half) as a polynomial. */
    double[] evenPowerOfNorm(int half) {
        double[] square = new double[size()];
        for (int i = 0; i < dimension; i++) {
            square[product(variable(i), variable(i))] = 1;
        }
        double[] power = new double[size()];
        power[0] = 1;
        for (int p = 0; p < half; p++) {
            double[] next = new double[size()];
            addProduct(1, square, power, next);
            power = next;
        }
        return power;
    }

    /** The values of all monomials at a point. */
    double[] at(double[] x) {
        double[] values = new double[size()];
        for (int a = 0; a < values.length; a++) {
            values[a] = 1;
            for (int i = 0; i < dimension; i++) {
                values[a] *= StrictMath.pow(x[i], monomials.get(a).power(i));
            }
        }
        return values;
    }
}
