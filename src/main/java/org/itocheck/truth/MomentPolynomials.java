package org.itocheck.truth;

import org.apache.commons.math3.util.CombinatoricsUtils;
import org.itocheck.observable.Exponents;

/**
 * The moments of a random vector n that depends on the state x, when they are polynomials of x: entry beta is the polynomial
 * {@code E[n^beta | x]}, whose degree is at most |beta|.
 *
 * @param basis the monomials, of n and of x
 * @param rows shape [size][size]: row beta is a polynomial of x
 */
record MomentPolynomials(MonomialBasis basis, double[][] rows) {
    /** The vector that is 0. */
    static MomentPolynomials zero(MonomialBasis basis) {
        double[][] rows = new double[basis.size()][basis.size()];
        rows[0][0] = 1;
        return new MomentPolynomials(basis, rows);
    }

    /** A vector that is an affine function of x, shape [d] of polynomials, and not random. */
    static MomentPolynomials of(MonomialBasis basis, double[][] affine) {
        MomentPolynomials powers = zero(basis);
        for (int beta = 1; beta < basis.size(); beta++) {
            int i = first(basis.monomial(beta));
            basis.addProduct(1, affine[i], powers.rows[lower(basis, beta, i)], powers.rows[beta]);
        }
        return powers;
    }

    /** The Gaussian vector of mean 0 with the covariance of this one, by Isserlis' recursion. */
    MomentPolynomials gaussian() {
        MomentPolynomials result = zero(basis);
        for (int beta = 1; beta < basis.size(); beta++) {
            int i = first(basis.monomial(beta));
            int rest = lower(basis, beta, i);
            for (int j = 0; j < basis.dimension(); j++) {
                int p = basis.monomial(rest).power(j);
                if (p > 0) {
                    double[] covariance = rows[basis.product(basis.variable(i), basis.variable(j))];
                    basis.addProduct(p, covariance, result.rows[lower(basis, rest, j)], result.rows[beta]);
                }
            }
        }
        return result;
    }

    /** w n. */
    MomentPolynomials times(double w) {
        MomentPolynomials result = new MomentPolynomials(basis, new double[basis.size()][basis.size()]);
        for (int beta = 0; beta < basis.size(); beta++) {
            double factor = StrictMath.pow(w, basis.monomial(beta).degree());
            for (int a = 0; a < basis.size(); a++) {
                result.rows[beta][a] = factor * rows[beta][a];
            }
        }
        return result;
    }

    /** The sum of two vectors that are independent given x. */
    MomentPolynomials plus(MomentPolynomials other) {
        MomentPolynomials result = new MomentPolynomials(basis, new double[basis.size()][basis.size()]);
        for (int a = 0; a < basis.size(); a++) {
            for (int b = 0; b < basis.size(); b++) {
                int sum = basis.product(a, b);
                if (sum >= 0) {
                    double factor = binomial(basis.monomial(sum), basis.monomial(a));
                    basis.addProduct(factor, rows[a], other.rows[b], result.rows[sum]);
                }
            }
        }
        return result;
    }

    /** The mean of independent copies. */
    MomentPolynomials meanOf(int copies) {
        MomentPolynomials doubled = times(1.0 / copies);
        MomentPolynomials sum = zero(basis);
        for (int left = copies; left > 0; left /= 2) {
            if (left % 2 == 1) {
                sum = sum.plus(doubled);
            }
            if (left > 1) {
                doubled = doubled.plus(doubled);
            }
        }
        return sum;
    }

    private static double binomial(Exponents all, Exponents part) {
        double product = 1;
        for (int i = 0; i < all.length(); i++) {
            product *= CombinatoricsUtils.binomialCoefficientDouble(all.power(i), part.power(i));
        }
        return product;
    }

    private static int first(Exponents e) {
        int i = 0;
        while (e.power(i) == 0) {
            i++;
        }
        return i;
    }

    /** The number of the monomial divided by x[i]. */
    static int lower(MonomialBasis basis, int beta, int i) {
        int[] powers = basis.monomial(beta).powers();
        powers[i]--;
        return basis.indexOf(new Exponents(powers));
    }
}
