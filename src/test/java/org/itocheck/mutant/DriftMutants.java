package org.itocheck.mutant;

import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.sde.ModifiedSde;
import org.itocheck.dynamics.sde.SecondOrderSde;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.catalogue.RandomCurvature;

/** Schemes of SDEs whose drift, or whose sense of dW or dt, is wrong (THEORY 4.3). */
final class DriftMutants {
    static final Problem C2 = Problems.named("C2");
    static final Problem B1 = Problems.named("B1");
    static final Problem A1 = Problems.named("A1/gaussian");

    private DriftMutants() {}

    /** The second-order SDE instead of the first. */
    static ModifiedSde s7() {
        return SecondOrderSde.of(C2).modified();
    }

    /** The sign of the second-order term. */
    static ModifiedSde s8() {
        return corrected("S8", -C2.learningRate() / 2);
    }

    /** The coefficient eta instead of eta/2. */
    static ModifiedSde s9() {
        return corrected("S9", C2.learningRate());
    }

    private static ModifiedSde corrected(String name, double correction) {
        double eta = C2.learningRate();
        return new ModifiedSde(name, C2.objective(), eta, 0, 1, correction, eta);
    }

    /** Heun's scheme, which is right for the SDE of Stratonovich, on the noise tau x dW1 + s dW2 of B1. */
    static Family stratonovich() {
        double eta = B1.learningRate();
        RandomCurvature loss = (RandomCurvature) B1.objective();
        return new StepFamily("Stratonovich", eta, (objective, l, lanes) -> {
            double[] first = new double[lanes];
            double[] second = new double[lanes];
            double h = eta / l;
            double root = Math.sqrt(h * eta);
            return (x, noise) -> {
                noise.gaussian(first);
                noise.gaussian(second);
                for (int j = 0; j < lanes; j++) {
                    double here = x[0][j];
                    double add = loss.additive() * second[j];
                    double ahead = here + root * (loss.multiplicative() * here * first[j] + add);
                    double slope = loss.multiplicative() * (here + ahead) / 2 * first[j] + add;
                    x[0][j] = here - h * loss.curvature() * here + root * slope;
                }
            };
        });
    }

    /** Noise times dt instead of the square root of dt. */
    static Family noiseTimesTime() {
        double eta = A1.learningRate();
        return new StepFamily("noise dt", eta, (objective, l, lanes) -> {
            Evaluator evaluator = objective.evaluator(lanes);
            double[][] gradient = new double[1][lanes];
            double[][] diffusion = new double[1][lanes];
            double h = eta / l;
            return (x, noise) -> {
                evaluator.gradientAndDiffusion(x, noise, gradient, diffusion);
                for (int j = 0; j < lanes; j++) {
                    x[0][j] += h * Math.sqrt(eta) * diffusion[0][j] - h * gradient[0][j];
                }
            };
        });
    }
}
