package org.itocheck.claim.tail;

import java.util.Arrays;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.Objective;
import org.itocheck.random.NoiseRows;

/**
 * The noise of the gradient at a point, as the difference of two mini-batch gradients: centred without knowing grad L, symmetric, and with
 * the same moments and the same tail index as the noise itself. One thread's working memory.
 */
final class GradientNoise {
    private final Evaluator evaluator;
    private final double[][] x;
    private final double[][] other;
    private final int lanes;

    GradientNoise(Objective objective, double[] point, int lanes) {
        this.evaluator = objective.evaluator(lanes);
        this.x = new double[point.length][lanes];
        this.other = new double[point.length][lanes];
        this.lanes = lanes;
        for (int i = 0; i < point.length; i++) {
            Arrays.fill(x[i], point[i]);
        }
    }

    /** Writes g_gamma - g_gamma', shape [d][lanes]. */
    void draw(NoiseRows noise, double[][] out) {
        evaluator.sampleGradient(x, noise, out);
        evaluator.sampleGradient(x, noise, other);
        for (int i = 0; i < out.length; i++) {
            subtract(out[i], other[i], lanes);
        }
    }

    /** The Euclidean norm of every column. */
    static void norm(double[][] rows, double[] out, int lanes) {
        Arrays.fill(out, 0, lanes, 0);
        for (double[] row : rows) {
            for (int j = 0; j < lanes; j++) {
                out[j] += row[j] * row[j];
            }
        }
        for (int j = 0; j < lanes; j++) {
            out[j] = Math.sqrt(out[j]);
        }
    }

    private static void subtract(double[] row, double[] other, int n) {
        for (int j = 0; j < n; j++) {
            row[j] = row[j] - other[j];
        }
    }
}
