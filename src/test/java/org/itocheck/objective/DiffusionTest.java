package org.itocheck.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.itocheck.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DiffusionTest {
    /** With the r-th Gaussian draw 1 in lane r and 0 elsewhere, lane r holds column r of a factor F of S. */
    @ParameterizedTest
    @MethodSource("org.itocheck.objective.Samples#all")
    void the_diffusion_is_a_factor_of_the_covariance(Objective objective) {
        int d = objective.dimension();
        int draws = objective instanceof FiniteSum sum ? sum.samples() : d;
        double[] x = Samples.random(12, 1, d)[0];
        double[][] columns = new double[d][draws];
        for (int i = 0; i < d; i++) {
            Arrays.fill(columns[i], x[i]);
        }
        double[][] f = new double[d][draws];
        objective.evaluator(draws).sampleDiffusion(columns, ScriptedRows.unitVectors(draws), f);
        double[][] s = objective.gradientMoments(x).orElseThrow().covariance();
        for (int i = 0; i < d; i++) {
            for (int k = 0; k < d; k++) {
                double product = 0;
                for (int r = 0; r < draws; r++) {
                    product += f[i][r] * f[k][r];
                }
                assertThat(product).isCloseTo(s[i][k], within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.itocheck.objective.Samples#all")
    void one_pass_gives_the_bits_of_two(Objective objective) {
        int lanes = 17;
        double[][] x = Samples.random(13, objective.dimension(), lanes);
        double[][][] results = new double[4][objective.dimension()][lanes];
        for (double[][] result : results) {
            for (double[] row : result) {
                Arrays.fill(row, Double.NaN);
            }
        }
        Evaluator evaluator = objective.evaluator(lanes);
        evaluator.gradientAndDiffusion(x, new TestRows(5, lanes), results[0], results[1]);
        Evaluator other = objective.evaluator(lanes);
        other.gradient(x, results[2]);
        other.sampleDiffusion(x, new TestRows(5, lanes), results[3]);
        assertThat(results[0]).isDeepEqualTo(results[2]);
        assertThat(results[1]).isDeepEqualTo(results[3]);
        assertThat(results[1][0][0]).isNotNaN().isNotZero();
    }

    @Test
    void a_users_covariance_gets_its_symmetric_root() {
        double[][] covariance = {{4, 1, 0.5}, {1, 3, -1}, {0.5, -1, 2}};
        double[][] f = rootOf(covariance);
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 3; k++) {
                assertThat(f[i][k]).isCloseTo(f[k][i], within(1e-14));
                assertThat(f[i][0] * f[k][0] + f[i][1] * f[k][1] + f[i][2] * f[k][2])
                        .isCloseTo(covariance[i][k], within(1e-13));
            }
        }
    }

    @Test
    void a_singular_covariance_has_a_root_too() {
        double[][] f = rootOf(new double[][] {{1, 2, 3}, {2, 4, 6}, {3, 6, 9}});
        for (int k = 0; k < 3; k++) {
            assertThat(f[k][k]).isCloseTo((k + 1) * (k + 1) / Math.sqrt(14), within(1e-7));
        }
    }

    @Test
    void in_one_dimension_the_root_is_the_square_root() {
        assertThat(PointwiseEvaluator.symmetricRoot(new double[][] {{9}})).isDeepEqualTo(new double[][] {{3}});
        assertThat(PointwiseEvaluator.symmetricRoot(new double[][] {{-1e-18}})).isDeepEqualTo(new double[][] {{0}});
    }

    private static double[][] rootOf(double[][] covariance) {
        int d = covariance.length;
        double[][] out = new double[d][d];
        new Users(covariance).evaluator(d).sampleDiffusion(new double[d][d], ScriptedRows.unitVectors(d), out);
        return out;
    }

    private record Users(double[][] matrix) implements StochasticObjective {
        @Override
        public String name() {
            return "mine";
        }

        @Override
        public int dimension() {
            return matrix.length;
        }

        @Override
        public void sampleGradient(double[] x, RandomStream random, double[] gradient) {
            throw new AssertionError("not asked for");
        }

        @Override
        public double[][] covariance(double[] x) {
            return matrix;
        }
    }
}
