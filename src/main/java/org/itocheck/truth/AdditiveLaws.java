package org.itocheck.truth;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.itocheck.objective.catalogue.AdditiveQuadratic;
import org.itocheck.random.NoiseLaw;

/** The state under additive noise on a quadratic loss, problem A: linear in the noises (THEORY 3.A). */
final class AdditiveLaws {
    private AdditiveLaws() {}

    /** In discrete steps: with Q = decay I - r H, the noise of j steps ago comes in through Q^j. */
    static List<StateLaw> discrete(AdditiveQuadratic objective, NoiseShare share, Motion.Discrete motion) {
        if (motion.step().gaussian() && !share.plain()) {
            return discrete(share.gaussian(objective), new NoiseShare(objective, 1, 1), motion);
        }
        OneStep step = motion.step();
        double[] start = motion.start();
        int d = start.length;
        NoiseLaw law = step.gaussian() ? NoiseLaw.GAUSSIAN : objective.law();
        double[][] hessian = objective.hessian();
        double[] mean = start.clone();
        double[][] power = identity(d);
        List<double[]> directions = new ArrayList<>();
        List<double[]> means = new ArrayList<>();
        for (int k = 0; k < motion.checkpoints(); k++) {
            for (int j = 0; j < motion.stepsPerCheckpoint(); j++) {
                addColumns(power, share.factor() * objective.noiseScale(), step.weights(), directions);
                mean = next(step, hessian, mean);
                for (int i = 0; i < d; i++) {
                    power[i] = next(step, hessian, power[i]);
                }
            }
            means.add(mean);
        }
        int perCheckpoint = directions.size() / motion.checkpoints();
        List<StateLaw> laws = new ArrayList<>();
        for (int k = 0; k < motion.checkpoints(); k++) {
            int noises = (k + 1) * perCheckpoint;
            double[] amounts = LinearNoiseLaw.uniform(noises, share.amount());
            laws.add(new LinearNoiseLaw(means.get(k), directions.subList(0, noises), amounts, law));
        }
        return laws;
    }

    /** The SDE: Gaussian, in the eigenbasis of H a vector of independent Ornstein-Uhlenbeck processes. */
    static List<StateLaw> continuous(AdditiveQuadratic objective, Motion.Continuous motion) {
        double[] start = motion.start();
        int d = start.length;
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(objective.hessian()));
        List<StateLaw> laws = new ArrayList<>();
        for (int k = 1; k <= motion.checkpoints(); k++) {
            double t = k * motion.duration();
            double[] mean = new double[d];
            List<double[]> directions = new ArrayList<>();
            for (int e = 0; e < d; e++) {
                double[] v = eigen.getEigenvector(e).toArray();
                double rate = motion.rate(eigen.getRealEigenvalue(e));
                double along = 0;
                for (int i = 0; i < d; i++) {
                    along += v[i] * start[i] * StrictMath.exp(-rate * t);
                }
                double variance = motion.noise() * (rate == 0 ? t : -StrictMath.expm1(-2 * rate * t) / (2 * rate));
                double[] direction = new double[d];
                for (int i = 0; i < d; i++) {
                    mean[i] += along * v[i];
                    direction[i] = objective.noiseScale() * Math.sqrt(variance) * v[i];
                }
                directions.add(direction);
            }
            laws.add(new LinearNoiseLaw(mean, directions, NoiseLaw.GAUSSIAN));
        }
        return laws;
    }

    /** decay x - r H x. */
    private static double[] next(OneStep step, double[][] hessian, double[] x) {
        double[] result = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double slope = 0;
            for (int k = 0; k < x.length; k++) {
                slope += hessian[i][k] * x[k];
            }
            result[i] = step.decay() * x[i] - step.step() * slope;
        }
        return result;
    }

    /** The powers of Q are symmetric: row i of Q^j is its column i. */
    private static void addColumns(double[][] power, double scale, double[] weights, List<double[]> directions) {
        for (double weight : weights) {
            for (double[] column : power) {
                double[] direction = new double[column.length];
                for (int i = 0; i < column.length; i++) {
                    direction[i] = scale * weight * column[i];
                }
                directions.add(direction);
            }
        }
    }

    private static double[][] identity(int d) {
        double[][] identity = new double[d][d];
        for (int i = 0; i < d; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }
}
