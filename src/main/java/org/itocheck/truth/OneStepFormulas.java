package org.itocheck.truth;

import java.util.Arrays;
import org.itocheck.objective.GradientMoments;

/**
 * The first three moments of one step Delta at a point, by formula.
 *
 * @param mean E Delta, shape [d]; copied
 * @param second E Delta Delta', shape [d][d]; copied
 * @param third E Delta^(x3), shape [d][d][d]; copied
 */
public record OneStepFormulas(double[] mean, double[][] second, double[][][] third) {
    /** Copies. */
    public OneStepFormulas {
        mean = mean.clone();
        second = copy(second);
        third = copy(third);
    }

    /**
     * SVAG(l), exactly: with r = eta / l, {@code E Delta = -r grad L}, {@code E Delta Delta' = r^2 (l S + grad L grad L')} and
     * {@code E Delta^(x3) = -r^3 ((3l - 1)/2 Lambda + 3 l sym(S x grad L) + grad L^(x3))}: Lemma 4.5 with its sign and its factor l
     * corrected (THEORY 1.3, X3, X4).
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
        OneStepFormulas result = zero(d);
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
        OneStepFormulas result = zero(g.length);
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

    private static OneStepFormulas zero(int d) {
        return new OneStepFormulas(new double[d], new double[d][d], new double[d][d][d]);
    }

    private static double[][] copy(double[][] matrix) {
        return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    }

    private static double[][][] copy(double[][][] tensor) {
        return Arrays.stream(tensor).map(OneStepFormulas::copy).toArray(double[][][]::new);
    }
}
