package org.itocheck.benchmark;

import java.util.Arrays;
import org.itocheck.objective.LeastSquares;
import org.itocheck.objective.Objective;
import org.itocheck.objective.catalogue.AdditiveQuadratic;
import org.itocheck.objective.catalogue.RayleighQuotient;
import org.itocheck.random.NoiseLaw;

/** The losses of the four processes, with the numbers of the peers' programs. */
final class PeerLosses {
    private static final int DIMENSION = 10;
    private static final int SAMPLES = 64;

    private PeerLosses() {}

    /** dX = -X dt + dW with dt = 0.01: noise of standard deviation 1/sqrt(dt) in one gradient. */
    static Objective line() {
        return AdditiveQuadratic.scalar("P1", 1, 10, NoiseLaw.GAUSSIAN);
    }

    static Objective quadratic() {
        return new AdditiveQuadratic("P2", matrix(0.2, 0.08), 0.5, NoiseLaw.GAUSSIAN);
    }

    static Objective leastSquares() {
        double[][] features = new double[SAMPLES][DIMENSION];
        double[] targets = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            for (int j = 0; j < DIMENSION; j++) {
                features[i][j] = Math.sqrt(3) * (2 * unit(1000 + 16L * i + j) - 1);
            }
            targets[i] = 2 * unit(5000 + i) - 1;
        }
        return new LeastSquares("P3", features, targets, 4);
    }

    static Objective rayleigh() {
        return new RayleighQuotient("P4", matrix(0.1, 0.1), 0.5);
    }

    /** A diagonal that grows from its first entry by a step, and 0.05 everywhere on top. */
    private static double[][] matrix(double first, double step) {
        double[][] matrix = new double[DIMENSION][DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            Arrays.fill(matrix[i], 0.05);
            matrix[i][i] += first + step * i;
        }
        return matrix;
    }

    /** A fixed number in [0, 1): the SplitMix64 finaliser of i. */
    private static double unit(long i) {
        long z = (i ^ (i >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1p-53;
    }
}
