package org.itocheck.claim.order;

import java.util.Map;
import org.itocheck.objective.GradientMoments;
import org.itocheck.observable.Exponents;
import org.itocheck.observable.Polynomial;

/**
 * The generator of an SDE on a polynomial at one point: {@code b . grad psi + factor tr(Hess psi a)} with drift b and diffusion matrix a.
 *
 * @param drift b, shape [d]
 * @param diffusion a, shape [d][d]
 */
record Generator(double[] drift, double[][] diffusion) {
    /** The Ito SDE at a point, from the moments of one mini-batch gradient there. */
    static Generator of(GradientMoments gradient, double learningRate, double weightDecay, double[] x) {
        double[] drift = gradient.mean().clone();
        double[][] diffusion = gradient.covariance();
        for (int i = 0; i < x.length; i++) {
            drift[i] = -drift[i] - weightDecay * x[i];
            for (int k = 0; k < x.length; k++) {
                diffusion[i][k] *= learningRate;
            }
        }
        return new Generator(drift, diffusion);
    }

    double apply(Polynomial psi, double[] x, double traceFactor) {
        double sum = 0;
        for (Map.Entry<Exponents, Double> term : psi.terms(x.length).entrySet()) {
            double value = 0;
            for (int i = 0; i < x.length; i++) {
                value += drift[i] * derivative(term.getKey(), x, i);
                for (int k = 0; k < x.length; k++) {
                    value += traceFactor * diffusion[i][k] * derivative(term.getKey(), x, i, k);
                }
            }
            sum += term.getValue() * value;
        }
        return sum;
    }

    static double value(Polynomial psi, double[] x) {
        double sum = 0;
        for (Map.Entry<Exponents, Double> term : psi.terms(x.length).entrySet()) {
            sum += term.getValue() * derivative(term.getKey(), x);
        }
        return sum;
    }

    /** The derivative of a monomial by the given variables. */
    private static double derivative(Exponents monomial, double[] x, int... variables) {
        int[] powers = monomial.extendedTo(x.length).powers();
        double value = 1;
        for (int v : variables) {
            if (powers[v] == 0) {
                return 0;
            }
            value *= powers[v]--;
        }
        for (int i = 0; i < x.length; i++) {
            value *= StrictMath.pow(x[i], powers[i]);
        }
        return value;
    }
}
