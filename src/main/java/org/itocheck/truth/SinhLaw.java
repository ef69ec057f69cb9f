package org.itocheck.truth;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.itocheck.observable.ArsinhPolynomial;
import org.itocheck.observable.Exponents;
import org.itocheck.observable.Observable;
import org.itocheck.observable.Polynomial;
import org.itocheck.random.NoiseLaw;

/**
 * The law of sinh y for a Gaussian y.
 *
 * @param mean E y
 * @param variance Var y
 */
record SinhLaw(double mean, double variance) implements StateLaw {
    @Override
    public Optional<Expectation> of(Observable g) {
        if (g instanceof ArsinhPolynomial p && ScalarModel.onLine(p.coordinate())) {
            double[] c = p.coefficients();
            double[] moments = new LinearForm(mean, new double[] {Math.sqrt(variance)}, NoiseLaw.GAUSSIAN)
                    .moments(Math.max(1, 2 * (c.length - 1)));
            double value = 0;
            double square = 0;
            for (int i = 0; i < c.length; i++) {
                value += c[i] * moments[i];
                for (int k = 0; k < c.length; k++) {
                    square += c[i] * c[k] * moments[i + k];
                }
            }
            return Optional.of(Expectation.ofSquare(value, square));
        }
        if (g instanceof Polynomial polynomial) {
            Terms terms = new Terms(1, polynomial.terms(1));
            return Optional.of(Expectation.ofSquare(expectation(terms), expectation(terms.squared())));
        }
        return Optional.empty();
    }

    private double expectation(Terms terms) {
        double sum = 0;
        for (Map.Entry<Exponents, Double> term : terms.map().entrySet()) {
            sum += term.getValue() * power(term.getKey().power(0));
        }
        return sum;
    }

    /** E sinh^m y, the sum of E exp((m - 2k) y) with signs. */
    private double power(int m) {
        double[] terms = new double[m + 1];
        for (int k = 0; k <= m; k++) {
            double rate = m - 2.0 * k;
            double sign = k % 2 == 0 ? 1 : -1;
            terms[k] = sign
                    * CombinatoricsUtils.binomialCoefficientDouble(m, k)
                    * StrictMath.exp(rate * mean + rate * rate * variance / 2);
        }
        return Math.scalb(Arrays.stream(terms).sum(), -m);
    }
}
