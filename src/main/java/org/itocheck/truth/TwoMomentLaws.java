package org.itocheck.truth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.itocheck.objective.LeastSquares;

/**
 * Mean m and second moments M of least squares in any dimension (THEORY 3.C). A step, and a derivative, maps vectors and symmetric matrices; the
 * matrix of that map on all d (d + 3) / 2 moments is never formed. One step costs n d^2 + 3 d^3 multiplications.
 */
final class TwoMomentLaws {
    private final MeanNoise noise;
    private final double[][] h;
    private final double[] c;
    private final int d;

    TwoMomentLaws(LeastSquares squares) {
        NormalEquations normal = NormalEquations.of(squares);
        this.noise = new MeanNoise(squares, normal);
        this.h = normal.hessian();
        this.c = normal.offset();
        this.d = squares.dimension();
    }

    /** {@code m' = Qm + rc}, {@code M' = QMQ + r(Qm c' + c m'Q) + r^2 cc' + spread E S} with Q = decay I - r H. */
    List<StateLaw> discrete(Motion.Discrete motion) {
        OneStep step = motion.step();
        double[][] q = MatrixRows.shifted(h, -step.step(), step.decay());
        double[] m = motion.start().clone();
        double[][] second = MatrixRows.outer(motion.start());
        List<StateLaw> laws = new ArrayList<>();
        for (int k = 0; k < motion.checkpoints(); k++) {
            for (int j = 0; j < motion.stepsPerCheckpoint(); j++) {
                double[] qm = new double[d];
                LinearFlow.multiply(q, m, qm);
                second = next(step, q, qm, m, second);
                for (int a = 0; a < d; a++) {
                    m[a] = qm[a] + step.step() * c[a];
                }
            }
            laws.add(new TwoMomentLaw(m.clone(), second));
        }
        return laws;
    }

    private double[][] next(OneStep step, double[][] q, double[] qm, double[] m, double[][] second) {
        double r = step.step();
        double spread = step.spread();
        double[][] next = MatrixRows.sandwich(q, second);
        double[][] covariance = noise.at(1, m, second);
        for (int a = 0; a < d; a++) {
            for (int b = 0; b < d; b++) {
                next[a][b] += r * (qm[a] * c[b] + c[a] * qm[b] + r * c[a] * c[b]) + spread * covariance[a][b];
            }
        }
        return next;
    }

    /** {@code dm/dt = Am + b}, {@code dM/dt = AM + MA' + m b' + b m' + noise E S} with the drift Ax + b; its accuracy is {@link LinearFlow}'s. */
    List<StateLaw> continuous(Motion.Continuous motion) {
        LinearDrift drift = LinearDrift.of(h, c, motion);
        LinearFlow flow = new LinearFlow((in, out) -> derivative(drift, motion.noise(), in, out), size());
        double[] y = pack(1, motion.start(), MatrixRows.outer(motion.start()));
        List<StateLaw> laws = new ArrayList<>();
        for (int k = 0; k < motion.checkpoints(); k++) {
            y = flow.after(motion.duration(), y);
            laws.add(new TwoMomentLaw(mean(y), second(y)));
        }
        return laws;
    }

    /** On vectors (one, m, M) with one = 1, which makes the affine ODE linear. */
    private void derivative(LinearDrift drift, double factor, double[] in, double[] out) {
        double[] m = mean(in);
        double[] constant = drift.constant();
        double[][] second = second(in);
        double[][] change = noise.at(in[0], m, second);
        double[][] pull = MatrixRows.product(drift.matrix(), second);
        double[] slope = new double[d];
        LinearFlow.multiply(drift.matrix(), m, slope);
        for (int a = 0; a < d; a++) {
            for (int b = 0; b < d; b++) {
                double push = m[a] * constant[b] + constant[a] * m[b];
                change[a][b] = factor * change[a][b] + pull[a][b] + pull[b][a] + push;
            }
        }
        for (int a = 0; a < d; a++) {
            slope[a] += in[0] * constant[a];
        }
        System.arraycopy(pack(0, slope, change), 0, out, 0, out.length);
    }

    private int size() {
        return 1 + d + d * (d + 1) / 2;
    }

    /** One, the mean and the triangle of the second moments in one vector. */
    private double[] pack(double one, double[] m, double[][] second) {
        double[] y = new double[size()];
        y[0] = one;
        System.arraycopy(m, 0, y, 1, d);
        int at = 1 + d;
        for (int i = 0; i < d; i++) {
            System.arraycopy(second[i], i, y, at, d - i);
            at += d - i;
        }
        return y;
    }

    private double[] mean(double[] y) {
        return Arrays.copyOfRange(y, 1, 1 + d);
    }

    private double[][] second(double[] y) {
        double[][] result = new double[d][d];
        int at = 1 + d;
        for (int i = 0; i < d; i++) {
            System.arraycopy(y, at, result[i], i, d - i);
            at += d - i;
        }
        MatrixRows.mirror(result);
        return result;
    }
}
