package org.itocheck.dynamics;

import org.itocheck.objective.LeastSquares;

/** Problems C: finite-sum least squares (THEORY 3.C). */
final class LeastSquaresProblems {
    private static final double[][] FEATURES = {{1, 0}, {0, 1}, {1, 1}, {1, -1}, {2, 1}};
    private static final double[] TARGETS = {1, -1, 2, 0, 1};

    private LeastSquaresProblems() {}

    static void addTo(Problems.Shelf shelf) {
        shelf.put(plane("C1", 1, 0.2, 0));
        shelf.put(plane("C2", 2, 0.25, 0));
        shelf.put(plane("C3", 2, 0.25, 0.5));
    }

    private static Problem plane(String name, int batchSize, double learningRate, double weightDecay) {
        LeastSquares loss = new LeastSquares(name, FEATURES, TARGETS, batchSize);
        return Problem.of(loss, new double[] {-1, 1}, learningRate, 4).withWeightDecay(weightDecay);
    }
}
