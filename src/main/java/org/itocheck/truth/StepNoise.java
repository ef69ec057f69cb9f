package org.itocheck.truth;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.itocheck.random.NoiseLaw;

/**
 * The noise {@code sum_i weights[i] xi_i} of one step in one dimension, as finitely many values: exactly for laws of two or three points,
 * by quadrature to rounding for smooth functions otherwise.
 *
 * @param values the values
 * @param probabilities their probabilities
 */
record StepNoise(double[] values, double[] probabilities) {
    static boolean knows(NoiseLaw law) {
        return law == NoiseLaw.GAUSSIAN
                || law == NoiseLaw.UNIFORM
                || LawFacts.atoms(law).isPresent();
    }

    /** @param law one that is known; any where the step has no noise */
    static StepNoise of(OneStep step, NoiseLaw law) {
        if (step.spread() == 0) {
            return none();
        }
        if (step.gaussian() || law == NoiseLaw.GAUSSIAN) {
            return gaussian(Math.sqrt(step.spread()));
        }
        StepNoise sum = none();
        StepNoise one = law == NoiseLaw.UNIFORM ? uniform() : atoms(law);
        for (double w : step.weights()) {
            if (w != 0) {
                sum = sum.plus(w, one);
            }
        }
        return sum;
    }

    /** The trapezoid rule: for functions analytic in a strip around the real line it converges faster than any power. */
    private static StepNoise gaussian(double scale) {
        int half = 44;
        double h = 0.225;
        double[] values = new double[2 * half + 1];
        double[] probabilities = new double[2 * half + 1];
        double total = 0;
        for (int i = -half; i <= half; i++) {
            values[half + i] = scale * i * h;
            probabilities[half + i] = StrictMath.exp(-(i * h) * (i * h) / 2);
            total += probabilities[half + i];
        }
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] /= total;
        }
        return new StepNoise(values, probabilities);
    }

    private static StepNoise uniform() {
        double edge = Math.sqrt(3);
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(24, -edge, edge);
        double[] values = new double[24];
        double[] probabilities = new double[24];
        for (int i = 0; i < 24; i++) {
            values[i] = rule.getPoint(i);
            probabilities[i] = rule.getWeight(i) / (2 * edge);
        }
        return new StepNoise(values, probabilities);
    }

    private static StepNoise atoms(NoiseLaw law) {
        double[][] atoms = LawFacts.atoms(law).orElseThrow();
        return new StepNoise(atoms[0], atoms[1]);
    }

    /** The noise that is 0. */
    static StepNoise none() {
        return new StepNoise(new double[1], new double[] {1});
    }

    /** factor times the noise. */
    StepNoise times(double factor) {
        double[] scaled = new double[values.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = factor * values[i];
        }
        return new StepNoise(scaled, probabilities);
    }

    /** The sum with weight times an independent noise. */
    StepNoise plus(double weight, StepNoise other) {
        int n = other.values.length;
        double[] sums = new double[values.length * n];
        double[] products = new double[values.length * n];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = values[i / n] + weight * other.values[i % n];
            products[i] = probabilities[i / n] * other.probabilities[i % n];
        }
        return new StepNoise(sums, products);
    }
}
