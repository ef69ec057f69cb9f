package org.itocheck.dynamics;

import java.util.Arrays;
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
        shelf.put("C4", LeastSquaresProblems::c4);
    }

    /**
     * 20 samples in 10 dimensions, row by row (features, then target) from the generator x <- (1103515245 x + 12345) mod 2^31 with seed
     * 12345, each number ((x >> 16) mod 3) - 1.
     */
    private static Problem c4() {
        double[][] features = new double[20][10];
        double[] targets = new double[20];
        long state = 12345;
        for (int i = 0; i < features.length; i++) {
            for (int k = 0; k <= features[i].length; k++) {
                state = (1103515245 * state + 12345) & 0x7FFF_FFFFL;
                double value = (double) ((state >> 16) % 3) - 1;
                if (k < features[i].length) {
                    features[i][k] = value;
                } else {
                    targets[i] = value;
                }
            }
        }
        double[] start = new double[10];
        Arrays.fill(start, 1);
        return Problem.of(new LeastSquares("C4", features, targets, 4), start, 0.1, 10);
    }

    private static Problem plane(String name, int batchSize, double learningRate, double weightDecay) {
        LeastSquares loss = new LeastSquares(name, FEATURES, TARGETS, batchSize);
        return Problem.of(loss, new double[] {-1, 1}, learningRate, 4).withWeightDecay(weightDecay);
    }
}
