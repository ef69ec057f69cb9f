package org.itocheck.truth;

import java.util.Map;
import java.util.Optional;
import org.itocheck.observable.Exponents;
import org.itocheck.observable.Observable;

/**
 * Mean and second moments of the state, in any dimension.
 *
 * @param mean E x, shape [d]
 * @param second E x x', shape [d][d]
 */
record TwoMomentLaw(double[] mean, double[][] second) implements StateLaw {
    @Override
    public Optional<Expectation> of(Observable g) {
        return Terms.of(g, mean.length).filter(terms -> terms.degree() <= 2).map(this::quadratic);
    }

    /** The sums over its terms: a monomial costs no more than itself. */
    private Expectation quadratic(Terms terms) {
        double expectation = 0;
        int[][] factors = new int[terms.map().size()][];
        double[] coefficients = new double[factors.length];
        int n = 0;
        for (Map.Entry<Exponents, Double> term : terms.map().entrySet()) {
            factors[n] = QuadraticForm.coordinates(term.getKey());
            coefficients[n] = term.getValue();
            expectation += coefficients[n] * moment(factors[n]);
            n++;
        }
        return new Expectation(expectation, terms.degree() <= 1 ? variance(factors, coefficients) : Double.NaN);
    }

    private double moment(int[] factors) {
        return switch (factors.length) {
            case 0 -> 1;
            case 1 -> mean[factors[0]];
            default -> second[factors[0]][factors[1]];
        };
    }

    private double variance(int[][] factors, double[] coefficients) {
        double variance = 0;
        for (int a = 0; a < factors.length; a++) {
            for (int b = 0; b < factors.length; b++) {
                if (factors[a].length * factors[b].length == 1) {
                    int i = factors[a][0];
                    int k = factors[b][0];
                    variance += coefficients[a] * coefficients[b] * (second[i][k] - mean[i] * mean[k]);
                }
            }
        }
        return Math.max(0, variance);
    }
}
