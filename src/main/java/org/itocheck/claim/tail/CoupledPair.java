package org.itocheck.claim.tail;

import java.util.Arrays;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.Objective;
import org.itocheck.random.NoiseRows;

/**
 * Two points in random directions at one distance from a centre, and the gradients of one mini-batch at both: what a random Lipschitz
 * constant bounds. One thread's working memory; a gradient that is not finite counts as 1e300.
 */
final class CoupledPair {
    private static final double HUGE = 1e300;
    private static final int BATCHES = 16;

    private final Evaluator evaluator;
    private final double[] centre;
    private final int lanes;
    private final CoupledRows batch;
    private final double[][] first;
    private final double[][] second;
    private final double[][] x;
    private final double[][] y;
    private final double[][] gx;
    private final double[][] gy;
    private final double[] norms;

    CoupledPair(Objective objective, double[] centre, int lanes) {
        int d = centre.length;
        this.evaluator = objective.evaluator(lanes);
        this.centre = centre;
        this.lanes = lanes;
        this.batch = new CoupledRows(lanes);
        this.first = new double[d][lanes];
        this.second = new double[d][lanes];
        this.x = new double[d][lanes];
        this.y = new double[d][lanes];
        this.gx = new double[d][lanes];
        this.gy = new double[d][lanes];
        this.norms = new double[lanes];
    }

    /** Two new directions, uniform on the sphere. */
    void turn(NoiseRows noise) {
        direction(noise, first);
        direction(noise, second);
    }

    /** |g_gamma(x) - g_gamma(y)| / |x - y| for a new mini-batch, at this distance from the centre. */
    void ratio(NoiseRows noise, double distance, double[] out) {
        evaluate(noise, distance);
        distance(gx, gy, out);
        distance(x, y, norms);
        for (int j = 0; j < lanes; j++) {
            out[j] = norms[j] == 0 ? 0 : out[j] / norms[j];
        }
    }

    /** |g_gamma(x)| of the latest {@link #ratio}. */
    void size(double[] out) {
        GradientNoise.norm(gx, out, lanes);
        finite(out);
    }

    /** The largest |g_gamma(x) - g_gamma'(x)| at the x of the latest {@link #ratio} over several other mini-batches: 0 is rare, even with atoms. */
    void noise(NoiseRows noise, double[] out) {
        Arrays.fill(out, 0, lanes, 0);
        for (int b = 0; b < BATCHES; b++) {
            evaluator.sampleGradient(x, noise, gy);
            distance(gx, gy, norms);
            for (int j = 0; j < lanes; j++) {
                out[j] = Math.max(out[j], norms[j]);
            }
        }
    }

    private void evaluate(NoiseRows noise, double distance) {
        for (int i = 0; i < centre.length; i++) {
            for (int j = 0; j < lanes; j++) {
                x[i][j] = centre[i] + distance * first[i][j];
                y[i][j] = centre[i] + distance * second[i][j];
            }
        }
        batch.record(noise);
        evaluator.sampleGradient(x, batch, gx);
        batch.replay();
        evaluator.sampleGradient(y, batch, gy);
    }

    private void direction(NoiseRows noise, double[][] out) {
        for (double[] row : out) {
            noise.gaussian(row);
        }
        GradientNoise.norm(out, norms, lanes);
        for (double[] row : out) {
            for (int j = 0; j < lanes; j++) {
                row[j] = row[j] / norms[j];
            }
        }
    }

    private void distance(double[][] a, double[][] b, double[] out) {
        Arrays.fill(out, 0, lanes, 0);
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < lanes; j++) {
                double difference = a[i][j] - b[i][j];
                out[j] += difference * difference;
            }
        }
        for (int j = 0; j < lanes; j++) {
            out[j] = Math.sqrt(out[j]);
        }
        finite(out);
    }

    private void finite(double[] row) {
        for (int j = 0; j < lanes; j++) {
            row[j] = row[j] < HUGE ? row[j] : HUGE; // also for NaN
        }
    }
}
