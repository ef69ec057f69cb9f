package org.itocheck.truth;

import java.util.Optional;
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

    private Expectation quadratic(Terms terms) {
        QuadraticForm form = QuadraticForm.around(mean, terms);
        double[][] covariance = covariance();
        double variance = Double.NaN;
        if (terms.degree() <= 1) {
            variance = 0;
            for (int i = 0; i < mean.length; i++) {
                for (int k = 0; k < mean.length; k++) {
                    variance += form.vector()[i] * covariance[i][k] * form.vector()[k];
                }
            }
            variance = Math.max(0, variance);
        }
        return new Expectation(form.expectation(covariance), variance);
    }

    private double[][] covariance() {
        int d = mean.length;
        double[][] covariance = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int k = 0; k < d; k++) {
                covariance[i][k] = second[i][k] - mean[i] * mean[k];
            }
        }
        return covariance;
    }
}
