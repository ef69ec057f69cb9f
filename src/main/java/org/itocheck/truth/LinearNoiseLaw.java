package org.itocheck.truth;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itocheck.observable.Cosine;
import org.itocheck.observable.Exponents;
import org.itocheck.observable.GaussianBump;
import org.itocheck.observable.Observable;
import org.itocheck.random.NoiseLaw;

/**
 * The state {@code x = mean + sum_t xi_t directions[t]} with independent xi_t of convolution powers of one law: what additive noise makes of
 * a quadratic loss, in discrete steps, in the SDE and in the Levy SDE.
 *
 * @param mean E x, shape [d]
 * @param directions the vectors of shape [d] that the noises multiply
 * @param amounts the powers: 1 for the law itself, 1/m for its m-th root; one for each direction
 * @param law the law
 */
record LinearNoiseLaw(double[] mean, List<double[]> directions, double[] amounts, NoiseLaw law) implements StateLaw {
    /** Beyond this degree the moments lose digits in their cumulants. */
    private static final int MAX_DEGREE = 16;

    /** Noises of the law itself. */
    LinearNoiseLaw(double[] mean, List<double[]> directions, NoiseLaw law) {
        this(mean, directions, uniform(directions.size(), 1), law);
    }

    /** As many equal amounts. */
    static double[] uniform(int count, double amount) {
        double[] amounts = new double[count];
        Arrays.fill(amounts, amount);
        return amounts;
    }

    /** The same noises around another mean. */
    LinearNoiseLaw around(double[] newMean) {
        return new LinearNoiseLaw(newMean, directions, amounts, law);
    }

    @Override
    public Optional<Expectation> of(Observable g) {
        if (g instanceof Cosine cosine) {
            return Optional.of(coordinate(cosine.coordinate()).cosine());
        }
        if (g instanceof GaussianBump bump) {
            return Optional.of(coordinate(bump.coordinate()).gaussianBump());
        }
        return Terms.of(g, mean.length).flatMap(this::polynomial);
    }

    private Optional<Expectation> polynomial(Terms terms) {
        int degree = terms.degree();
        if (!law.hasMoment(degree)) {
            return Optional.empty();
        }
        if (degree <= 2) {
            return Optional.of(quadratic(terms));
        }
        int one = onlyCoordinate(terms);
        if (one >= 0 && degree <= MAX_DEGREE) {
            boolean square = 2 * degree <= MAX_DEGREE && law.hasMoment(2 * degree);
            double[] moments = coordinate(one).moments(square ? 2 * degree : degree);
            double mean = dot(terms, moments, one);
            return Optional.of(
                    square
                            ? Expectation.ofSquare(mean, dot(terms.squared(), moments, one))
                            : new Expectation(mean, Double.NaN));
        }
        return Optional.empty();
    }

    /** The coordinate i if the polynomial uses no other, else -1. */
    private int onlyCoordinate(Terms terms) {
        int found = -1;
        for (Exponents e : terms.map().keySet()) {
            for (int i = 0; i < mean.length; i++) {
                if (e.power(i) > 0 && found != i) {
                    if (found >= 0) {
                        return -1;
                    }
                    found = i;
                }
            }
        }
        return Math.max(found, 0);
    }

    private static double dot(Terms terms, double[] moments, int coordinate) {
        double sum = 0;
        for (Map.Entry<Exponents, Double> term : terms.map().entrySet()) {
            sum += term.getValue() * moments[term.getKey().power(coordinate)];
        }
        return sum;
    }

    private LinearForm coordinate(int i) {
        if (i >= mean.length) {
            throw new IllegalArgumentException(
                    "the observable uses x[" + i + "], the state has dimension " + mean.length);
        }
        LinearForm form = new LinearForm(
                mean[i], directions.stream().mapToDouble(u -> u[i]).toArray(), amounts, law);
        return law == NoiseLaw.GAUSSIAN
                ? new LinearForm(mean[i], new double[] {Math.sqrt(form.powerSum(2))}, law)
                : form;
    }

    /** With y = x - mean, g = y'Ay + v.y + g(mean): E g and Var g from the second, third and fourth cumulants of y. */
    private Expectation quadratic(Terms terms) {
        QuadraticForm g = QuadraticForm.around(mean, terms);
        double[] cumulants = cumulants(terms.degree());
        double expectation = g.constant();
        double variance = 0;
        double[][] covariance = new double[mean.length][mean.length];
        for (int t = 0; t < amounts.length; t++) {
            double[] u = directions.get(t);
            double square = g.square(u);
            double linear = g.linear(u);
            expectation += amounts[t] * square;
            variance += amounts[t]
                    * (cumulants[4] * square * square + 2 * cumulants[3] * square * linear + linear * linear);
            for (int i = 0; i < u.length; i++) {
                for (int k = 0; k < u.length; k++) {
                    covariance[i][k] += amounts[t] * u[i] * u[k];
                }
            }
        }
        return new Expectation(expectation, variance + 2 * g.traceOfSquare(covariance));
    }

    /** The cumulants up to 4 that the mean and the variance of a polynomial of this degree need; NaN makes an infinite variance unknown. */
    private double[] cumulants(int degree) {
        double[] cumulants = new double[5];
        int needed = 2 * degree;
        if (law.hasMoment(needed)) {
            System.arraycopy(LawFacts.cumulants(law, needed), 0, cumulants, 0, needed + 1);
        } else {
            Arrays.fill(cumulants, Double.NaN);
        }
        return cumulants;
    }
}
