package org.itocheck.dynamics;

import java.util.Arrays;
import java.util.function.Supplier;
import org.itocheck.objective.FiniteSum;
import org.itocheck.objective.LeastSquares;
import org.itocheck.objective.LinearSum;
import org.itocheck.objective.NormalisedSum;
import org.itocheck.objective.Objective;
import org.itocheck.objective.catalogue.QuadraticForms;
import org.itocheck.objective.catalogue.SphereLoss;
import org.itocheck.objective.data.Digits;

/**
 * Problems E: scale-invariant losses with weight decay (THEORY 3.E), on synthetic data and on the handwritten digits. Their length is that
 * of a transient; a claim about an equilibrium runs them as long as it needs.
 */
final class ScaleInvariantProblems {
    private static final double DECAY = 0.05;

    private ScaleInvariantProblems() {}

    static void addTo(Problems.Shelf shelf) {
        shelf.put(decayed("E1", sphere("E1", 0.4), 1, DECAY, 8, 0, Math.sqrt(2), 0));
        shelf.put(decayed("E2", circle(), 0.25, DECAY, 8, 0, 1));
        shelf.put(decayed("E3", regression(), 0.25, 0.02, 8, 1, 0));
        shelf.put(decayed("E4", sphere("E4", 0.8), 0.5, DECAY, 8, 0, Math.sqrt(2), 0));
        shelf.put(decayed("E5", rayleigh(), 0.25, DECAY, 8, 1, 1));
    }

    static void addDigitsTo(Problems.Shelf shelf) {
        digits(shelf, "digits/normalised-least-squares", () -> Digits.leastSquares(10, 8), 0.25);
        digits(shelf, "digits/normalised-logistic", () -> Digits.logistic(10, 8, 3, 8), 1);
    }

    private static Problem decayed(
            String name, Objective loss, double learningRate, double decay, int steps, double... start) {
        return new Problem(name, loss, start, learningRate, decay, steps);
    }

    /** From 2^-1/2 in each coordinate. */
    private static void digits(Problems.Shelf shelf, String name, Supplier<FiniteSum> inner, double learningRate) {
        shelf.put(name, () -> {
            NormalisedSum loss = new NormalisedSum(name, inner.get());
            double[] start = new double[loss.dimension()];
            Arrays.fill(start, Math.sqrt(0.5));
            return new Problem(name, loss, start, learningRate, DECAY, 4);
        });
    }

    private static SphereLoss sphere(String name, double noiseVariance) {
        return SphereLoss.towardsFirstAxis(name, 3, 1, Math.sqrt(noiseVariance));
    }

    /** omega = (-1 + e1, e2) with signs e1 and e2. */
    private static FiniteSum circle() {
        double[][] directions = {{0, 1}, {0, -1}, {-2, 1}, {-2, -1}};
        return new NormalisedSum("E2", new LinearSum("E2", directions, 1));
    }

    private static FiniteSum regression() {
        double[][] features = {{1, 0.2}, {0.5, -1}, {1.2, 0.8}, {-0.3, 1.1}};
        double[] targets = {1, -0.4, 0.9, 0.8};
        return new NormalisedSum("E3", new LeastSquares("E3", features, targets, 1));
    }

    /** A = [[a + s e1, s e2], [s e2, -a - s e1]] with signs e1 and e2 and a = s = 1/2. */
    private static FiniteSum rayleigh() {
        double[][][] matrices = new double[4][][];
        for (int i = 0; i < 4; i++) {
            double diagonal = i < 2 ? 1 : 0;
            double other = i % 2 == 0 ? 0.5 : -0.5;
            matrices[i] = new double[][] {{diagonal, other}, {other, -diagonal}};
        }
        return new NormalisedSum("E5", new QuadraticForms("E5", matrices, 1));
    }
}
