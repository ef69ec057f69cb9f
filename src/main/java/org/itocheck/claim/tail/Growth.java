package org.itocheck.claim.tail;

import java.util.ArrayList;
import java.util.List;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Laboratory;
import org.itocheck.claim.Verdict;
import org.itocheck.objective.Objective;
import org.itocheck.random.NoiseRows;
import org.itocheck.stats.EmpiricalBernstein;
import org.itocheck.stats.Interval;
import org.itocheck.stats.Moments;

/**
 * How fast a loss grows far from a point: the exponents of the Lipschitz ratio along coupled pairs, of the gradient and of its noise between
 * 128 and 1024 units of distance, each a mean of {@code log((a_1024 + b) / (a_128 + b)) / log 8} with b = a_1 +
 * |g_1|, which keeps a zero from being minus infinity, cut at 4.
 *
 * @param objective the loss
 * @param centre the point
 */
record Growth(Objective objective, double[] centre) {
    private static final double[] DISTANCES = {1, 128, 1024};
    private static final String[] NAMES = {"Lipschitz constant of g", "growth of grad L", "growth of the root of S"};
    /** The largest exponents that the hypotheses allow, and a margin. */
    private static final double[] BOUNDS = {0.1, 1.1, 1.1};

    /** Exponents are cut here, so that their intervals hold at any count. */
    private static final double LARGEST = 4;

    private static final long TRAJECTORIES = 1 << 14;

    static int cells() {
        return NAMES.length;
    }

    /** One cell for each exponent. */
    List<Cell> judge(Laboratory laboratory, double alpha) {
        long count = Math.max(2, Math.min(TRAJECTORIES, laboratory.trajectoryBudget()));
        List<Moments> moments = new Draws("growth of " + objective.name(), NAMES.length, this::sampler)
                .moments(laboratory, "growth", count);
        List<Cell> cells = new ArrayList<>();
        for (int q = 0; q < NAMES.length; q++) {
            cells.add(cell(NAMES[q], moments.get(q), BOUNDS[q], alpha));
        }
        return cells;
    }

    private static Cell cell(String name, Moments exponent, double bound, double alpha) {
        double half = EmpiricalBernstein.halfWidth(exponent.count(), exponent.variance(), 2 * LARGEST, alpha);
        Interval interval = new Interval(exponent.mean(), half);
        Verdict verdict =
                interval.high() <= bound ? Verdict.PASS : interval.low() > bound ? Verdict.FAIL : Verdict.INCONCLUSIVE;
        String note = verdict == Verdict.INCONCLUSIVE ? "the exponent is not known well enough" : "";
        double error = exponent.mean() - bound;
        double sd = exponent.standardDeviation();
        return new Cell(name, 1, 1, 1, exponent.mean(), bound, error, half, 0, sd, exponent.count(), verdict, note);
    }

    private Draws.Sampler sampler(int lanes) {
        CoupledPair pair = new CoupledPair(objective, centre, lanes);
        double[][][] sizes = new double[NAMES.length][DISTANCES.length][lanes];
        return (noise, out) -> {
            measure(pair, noise, sizes);
            for (int q = 0; q < NAMES.length; q++) {
                for (int j = 0; j < lanes; j++) {
                    double base = sizes[q][0][j] + sizes[1][0][j] + Double.MIN_NORMAL;
                    out[q][j] = exponent(base, sizes[q][1][j], sizes[q][2][j]);
                }
            }
        };
    }

    private static void measure(CoupledPair pair, NoiseRows noise, double[][][] sizes) {
        pair.turn(noise);
        for (int r = 0; r < DISTANCES.length; r++) {
            pair.ratio(noise, DISTANCES[r], sizes[0][r]);
            pair.size(sizes[1][r]);
            pair.noise(noise, sizes[2][r]);
        }
    }

    private static double exponent(double base, double far, double farther) {
        double exponent = (StrictMath.log(farther + base) - StrictMath.log(far + base)) / StrictMath.log(8);
        return Math.max(-LARGEST, Math.min(LARGEST, exponent));
    }
}
