package org.itocheck.truth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.itocheck.objective.LeastSquares;

/**
 * Mean m and second moments M of least squares in any dimension (THEORY 3.C), from the covariance of one mini-batch gradient averaged over
 * the state: {@code E S(x) = C_1(m, M) / B} with
 * {@code C_1 = (1/n) sum_i (a_i' M a_i - 2 y_i a_i.m + y_i^2) a_i a_i' - E[(Hx - c)(Hx - c)']}. One evaluation costs n d^2.
 */
final class TwoMomentLaws {
    private final double[][] features;
    private final double[] targets;
    private final int batchSize;
    private final double[][] h;
    private final double[] c;
    private final int d;

    TwoMomentLaws(LeastSquares squares) {
        this.features = squares.features();
        this.targets = squares.targets();
        this.batchSize = squares.batchSize();
        NormalEquations normal = NormalEquations.of(squares);
        this.h = normal.hessian();
        this.c = normal.offset();
        this.d = squares.dimension();
    }

    /** {@code m' = Qm + rc}, {@code M' = QMQ + r(Qm c' + c m'Q) + r^2 cc' + spread E S} with Q = decay I - r H. */
    List<StateLaw> discrete(Motion.Discrete motion) {
        OneStep step = motion.step();
        double[][] q = shiftedHessian(-step.step(), step.decay());
        double r = step.step();
        double[] m = motion.start().clone();
        double[][] second = outer(motion.start());
        List<StateLaw> laws = new ArrayList<>();
        for (int k = 0; k < motion.checkpoints(); k++) {
            for (int j = 0; j < motion.stepsPerCheckpoint(); j++) {
                double[][] noise = meanCovariance(1, m, second);
                double[][] next = product(product(q, second), q);
                double[] qm = product(q, m);
                for (int a = 0; a < d; a++) {
                    for (int b = 0; b < d; b++) {
                        next[a][b] += r * (qm[a] * c[b] + c[a] * qm[b] + r * c[a] * c[b]) + step.spread() * noise[a][b];
                    }
                }
                second = next;
                for (int a = 0; a < d; a++) {
                    m[a] = qm[a] + r * c[a];
                }
            }
            laws.add(new TwoMomentLaw(m.clone(), second));
        }
        return laws;
    }

    /** {@code dm/dt = Am + b}, {@code dM/dt = AM + MA' + m b' + b m' + noise E S} with the drift Ax + b. */
    List<StateLaw> continuous(Motion.Continuous motion) {
        LinearDrift drift = LinearDrift.of(h, c, motion);
        LinearFlow flow = new LinearFlow((in, out) -> derivative(drift, motion.noise(), in, out), 1 + d + d * d);
        double[] y = pack(1, motion.start(), outer(motion.start()));
        List<StateLaw> laws = new ArrayList<>();
        for (int k = 0; k < motion.checkpoints(); k++) {
            y = flow.after(motion.duration(), y);
            laws.add(new TwoMomentLaw(mean(y), second(y)));
        }
        return laws;
    }

    /** On vectors (one, m, M) with one = 1, which makes the affine ODE linear. */
    private void derivative(LinearDrift drift, double noise, double[] in, double[] out) {
        double[] m = mean(in);
        double[] constant = drift.constant();
        double[][] second = second(in);
        double[][] change = meanCovariance(in[0], m, second);
        double[][] pull = product(drift.matrix(), second);
        double[] slope = product(drift.matrix(), m);
        for (int a = 0; a < d; a++) {
            for (int b = 0; b < d; b++) {
                double push = m[a] * constant[b] + constant[a] * m[b];
                change[a][b] = noise * change[a][b] + pull[a][b] + pull[b][a] + push;
            }
        }
        for (int a = 0; a < d; a++) {
            slope[a] += in[0] * constant[a];
        }
        System.arraycopy(pack(0, slope, change), 0, out, 0, out.length);
    }

    /** E S(x), linear in (one, m, M); one is E 1. */
    private double[][] meanCovariance(double one, double[] m, double[][] second) {
        double[][] result = new double[d][d];
        for (int s = 0; s < targets.length; s++) {
            double[] a = features[s];
            double[] ma = product(second, a);
            double square = one * targets[s] * targets[s];
            for (int i = 0; i < d; i++) {
                square += a[i] * (ma[i] - 2 * targets[s] * m[i]);
            }
            for (int i = 0; i < d; i++) {
                double weight = square * a[i] / targets.length;
                for (int k = 0; k < d; k++) {
                    result[i][k] += weight * a[k];
                }
            }
        }
        double[] hm = product(h, m);
        double[][] hMh = product(product(h, second), h);
        for (int i = 0; i < d; i++) {
            for (int k = 0; k < d; k++) {
                double square = hMh[i][k] - hm[i] * c[k] - c[i] * hm[k] + one * c[i] * c[k];
                result[i][k] = (result[i][k] - square) / batchSize;
            }
        }
        return result;
    }

    /** factor H + shift I. */
    private double[][] shiftedHessian(double factor, double shift) {
        double[][] result = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int k = 0; k < d; k++) {
                result[i][k] = factor * h[i][k] + (i == k ? shift : 0);
            }
        }
        return result;
    }

    private static double[] product(double[][] a, double[] x) {
        double[] result = new double[a.length];
        LinearFlow.multiply(a, x, result);
        return result;
    }

    private static double[][] product(double[][] a, double[][] b) {
        int d = a.length;
        double[][] result = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int k = 0; k < d; k++) {
                for (int j = 0; j < d; j++) {
                    result[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return result;
    }

    private static double[][] outer(double[] x) {
        double[][] result = new double[x.length][x.length];
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < x.length; k++) {
                result[i][k] = x[i] * x[k];
            }
        }
        return result;
    }

    private double[] pack(double one, double[] m, double[][] second) {
        double[] y = new double[1 + d + d * d];
        y[0] = one;
        System.arraycopy(m, 0, y, 1, d);
        for (int i = 0; i < d; i++) {
            System.arraycopy(second[i], 0, y, 1 + d + i * d, d);
        }
        return y;
    }

    private double[] mean(double[] y) {
        return Arrays.copyOfRange(y, 1, 1 + d);
    }

    private double[][] second(double[] y) {
        double[][] result = new double[d][];
        for (int i = 0; i < d; i++) {
            result[i] = Arrays.copyOfRange(y, 1 + d + i * d, 1 + d + (i + 1) * d);
        }
        return result;
    }
}
