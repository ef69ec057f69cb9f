package org.itocheck.claim.scale;

import org.itocheck.claim.Setting;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Stepper;
import org.itocheck.random.KeyedRows;
import org.itocheck.random.Seed;

/** The norms along a few trajectories of one level, against the identities of every step. */
final class NormPath {
    static final int LANES = 32;

    private final double[][] x;
    private final double[][] before;
    private final double step;
    private final double decay;
    private final double[] squares = new double[LANES];
    private final double[] growth = new double[LANES];
    private final double[] first = new double[LANES];
    private double worstStep;
    private double worstSum;
    private int checkpoint = 1;

    private NormPath(Problem problem, double step) {
        this.x = Points.rows(problem.start(), LANES);
        this.before = new double[x.length][LANES];
        this.step = step;
        this.decay = 1 - step * problem.weightDecay();
    }

    static NormPath follow(Setting setting, int level, Seed seed) {
        Problem problem = setting.problem();
        var dynamics = setting.family().at(level, problem.objective());
        NormPath path = new NormPath(problem, problem.learningRate() / level);
        Stepper stepper = dynamics.stepper(LANES);
        KeyedRows noise = new KeyedRows(LANES);
        noise.start(seed.forPurpose("norms/" + level), 0);
        stepper.start();
        int perCheckpoint = setting.family().stepsPerCheckpoint(level);
        for (int j = 0; j < LANES; j++) {
            path.first[j] = path.square(path.x, j);
        }
        for (int k = 1; k <= problem.steps(); k++) {
            for (int s = 0; s < perCheckpoint; s++) {
                path.remember();
                stepper.step(path.x, noise);
                path.compare(k);
            }
        }
        path.sum(problem.weightDecay());
        return path;
    }

    /** The largest violation of one step, signed, as a share of |x|^2. */
    double worstStep() {
        return worstStep;
    }

    /** The largest violation of the running (14) in the mean of a step, signed, as a share of the mean of |x|^2. */
    double worstSum() {
        return worstSum;
    }

    /** The checkpoint before which the worst step was made. */
    int checkpoint() {
        return checkpoint;
    }

    boolean finite() {
        return Double.isFinite(worstStep) && Double.isFinite(worstSum);
    }

    private void remember() {
        for (int i = 0; i < x.length; i++) {
            System.arraycopy(x[i], 0, before[i], 0, LANES);
        }
    }

    private void compare(int k) {
        for (int j = 0; j < LANES; j++) {
            double old = square(before, j);
            double moved = 0;
            for (int i = 0; i < x.length; i++) {
                double g = decay * before[i][j] - x[i][j];
                moved += g * g;
            }
            double violation = (square(x, j) - decay * decay * old - moved) / old;
            if (Double.isNaN(violation) || Math.abs(violation) > Math.abs(worstStep)) {
                worstStep = violation;
                checkpoint = k;
            }
            squares[j] += old;
            growth[j] += moved;
        }
    }

    /** r^2 |g|^2 is what was added up in growth, so this is r n times the identity, divided by the sum of |x|^2. */
    private void sum(double weightDecay) {
        double rate = step * (2 - step * weightDecay) * weightDecay;
        for (int j = 0; j < LANES; j++) {
            double left = rate * squares[j] - growth[j];
            double violation = (left - (first[j] - square(x, j))) / squares[j];
            if (Double.isNaN(violation) || Math.abs(violation) > Math.abs(worstSum)) {
                worstSum = violation;
            }
        }
    }

    private double square(double[][] rows, int lane) {
        double square = 0;
        for (double[] row : rows) {
            square += row[lane] * row[lane];
        }
        return square;
    }
}
