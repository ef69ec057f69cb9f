package org.itocheck.truth;

import java.util.Arrays;
import java.util.Optional;
import org.itocheck.objective.FourthTensor;
import org.itocheck.objective.GradientMoments;

/**
 * The first three or four moments of one step Delta at a point, by formula.
 *
 * @param mean E Delta, shape [d]; copied
 * @param second E Delta Delta', shape [d][d]; copied
 * @param third E Delta^(x3), shape [d][d][d]; copied
 * @param fourth E Delta^(x4), shape [d][d][d][d]; empty where the fourth cumulant of the gradient is not known
 */
public record OneStepFormulas(double[] mean, double[][] second, double[][][] third, Optional<FourthTensor> fourth) {
    /** Copies. */
    public OneStepFormulas {
        mean = mean.clone();
        second = copy(second);
        third = copy(third);
    }

    /**
     * SVAG(l), exactly: with r = eta / l, {@code E Delta = -r grad L}, {@code E Delta Delta' = r^2 (l S + grad L grad L')} and
     * {@code E Delta^(x3) = -r^3 ((3l - 1)/2 Lambda + 3 l sym(S x grad L) + grad L^(x3))}: Lemma 4.5 with its sign and its factor l
     * corrected (THEORY 1.3, X3, X4). Where K4 is known also {@code E Delta^(x4) = r^4 ((l^2 + 2l - 1)/2 K4 + 3 l^2 sym(S x S)
     * + 2(3l - 1) sym(Lambda x grad L) + 6 l sym(S x grad L x grad L) + grad L^(x4))}.
     *
     * @param moments of one mini-batch gradient at the point; for weight decay add lambda x to their mean
     * @param level l, at least 1
     * @param learningRate eta
     * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), Lemma 4.5</a>
     */
    public static OneStepFormulas svag(GradientMoments moments, int level, double learningRate) {
        double r = learningRate / level;
        double[] g = moments.mean();
        double[][] s = moments.covariance();
        double[][][] lambda = moments.third();
        int d = g.length;
        OneStepFormulas result = zero(d, moments.fourth().map(k4 -> fourth(moments, k4, level, r)));
        for (int i = 0; i < d; i++) {
            result.mean[i] = -r * g[i];
            for (int j = 0; j < d; j++) {
                result.second[i][j] = r * r * (level * s[i][j] + g[i] * g[j]);
                for (int k = 0; k < d; k++) {
                    double mixed = s[i][j] * g[k] + s[i][k] * g[j] + s[j][k] * g[i];
                    result.third[i][j][k] =
                            -r * r * r * ((1.5 * level - 0.5) * lambda[i][j][k] + level * mixed + g[i] * g[j] * g[k]);
                }
            }
        }
        return result;
    }

    /**
     * The SDE over a time t, leading terms: {@code -t grad L + O(t^2)}, {@code t eta S + O(t^2)}, {@code 0 + O(t^2)}: Lemma 4.4 with its sign
     * corrected (THEORY 1.3, X1). With t = eta / l these are also the leading terms of {@link #svag}.
     *
     * @param moments of one mini-batch gradient at the point; for weight decay add lambda x to their mean
     * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), Lemma 4.4</a>
     */
    public static OneStepFormulas sde(GradientMoments moments, double learningRate, double time) {
        double[] g = moments.mean();
        double[][] s = moments.covariance();
        OneStepFormulas result = zero(g.length, Optional.empty());
        for (int i = 0; i < g.length; i++) {
            result.mean[i] = -time * g[i];
            for (int j = 0; j < g.length; j++) {
                result.second[i][j] = time * learningRate * s[i][j];
            }
        }
        return result;
    }

    @Override
    public double[] mean() {
        return mean.clone();
    }

    @Override
    public double[][] second() {
        return copy(second);
    }

    @Override
    public double[][][] third() {
        return copy(third);
    }

    private static FourthTensor fourth(GradientMoments moments, FourthTensor k4, double l, double r) {
        double[] g = moments.mean();
        double[][] s = moments.covariance();
        double[][][] third = moments.third();
        return FourthTensor.of(g.length, (i, j, k, m) -> {
            double pairs = s[i][j] * s[k][m] + s[i][k] * s[j][m] + s[i][m] * s[j][k];
            double skew = third[i][j][k] * g[m] + third[i][j][m] * g[k] + third[i][k][m] * g[j] + third[j][k][m] * g[i];
            double mixed = s[i][j] * g[k] * g[m]
                    + s[i][k] * g[j] * g[m]
                    + s[i][m] * g[j] * g[k]
                    + s[j][k] * g[i] * g[m]
                    + s[j][m] * g[i] * g[k]
                    + s[k][m] * g[i] * g[j];
            double sum = (l * l + 2 * l - 1) / 2 * k4.at(i, j, k, m)
                    + l * l * pairs
                    + (3 * l - 1) / 2 * skew
                    + l * mixed
                    + g[i] * g[j] * g[k] * g[m];
            return r * r * r * r * sum;
        });
    }

    private static OneStepFormulas zero(int d, Optional<FourthTensor> fourth) {
        return new OneStepFormulas(new double[d], new double[d][d], new double[d][d][d], fourth);
    }

    private static double[][] copy(double[][] matrix) {
        return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    }

    private static double[][][] copy(double[][][] tensor) {
        return Arrays.stream(tensor).map(OneStepFormulas::copy).toArray(double[][][]::new);
    }
}
