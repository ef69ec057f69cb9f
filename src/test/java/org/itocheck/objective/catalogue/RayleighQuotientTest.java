package org.itocheck.objective.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.itocheck.objective.Evaluator;
import org.itocheck.objective.TestRows;
import org.itocheck.random.NoiseLaw;
import org.junit.jupiter.api.Test;

class RayleighQuotientTest {
    private static final double[][] A = {{2, 0.3, -0.1}, {0.3, 1, 0.5}, {-0.1, 0.5, 3}};
    private static final RayleighQuotient LOSS = new RayleighQuotient("R", A, 0.5);
    private static final int LANES = 6;

    @Test
    void its_value_does_not_see_the_length_of_x() {
        double[][] x = points(1);
        double[] near = new double[LANES];
        double[] far = new double[LANES];
        Evaluator evaluator = LOSS.evaluator(LANES);
        evaluator.value(x, near);
        evaluator.value(points(8), far);
        assertThat(far).isEqualTo(near);
        assertThat(near[0]).isCloseTo(form(x, 0) / square(x, 0), within(1e-15));
    }

    @Test
    void every_stochastic_gradient_is_orthogonal_to_x_and_shrinks_with_its_length() {
        double[][] x = points(1);
        double[][] near = new double[3][LANES];
        double[][] far = new double[3][LANES];
        LOSS.evaluator(LANES).sampleGradient(x, new TestRows(1, LANES), near);
        LOSS.evaluator(LANES).sampleGradient(points(8), new TestRows(1, LANES), far);
        for (int j = 0; j < LANES; j++) {
            double product = 0;
            for (int i = 0; i < 3; i++) {
                product += x[i][j] * near[i][j];
                assertThat(far[i][j]).isEqualTo(near[i][j] / 8);
            }
            assertThat(product).isCloseTo(0, within(1e-14));
        }
    }

    /** The gradient of x'(A + s diag xi)x / |x|^2 by hand, with the same xi. */
    @Test
    void a_stochastic_gradient_is_that_of_its_own_loss() {
        double[][] x = points(1);
        double[][] xi = new double[3][LANES];
        var rows = new TestRows(4, LANES);
        for (double[] row : xi) {
            rows.gaussian(row);
        }
        double[][] g = new double[3][LANES];
        LOSS.evaluator(LANES).sampleGradient(x, new TestRows(4, LANES), g);
        for (int j = 0; j < LANES; j++) {
            for (int i = 0; i < 3; i++) {
                double h = 1e-6;
                double difference = value(x, xi, j, i, h) - value(x, xi, j, i, -h);
                assertThat(g[i][j]).isCloseTo(difference / (2 * h), within(1e-8));
            }
        }
    }

    @Test
    void gradient_and_noise_add_up_to_a_stochastic_gradient() {
        double[][] x = points(1);
        double[][][] g = new double[3][3][LANES];
        Evaluator evaluator = LOSS.evaluator(LANES);
        evaluator.sampleGradient(x, new TestRows(2, LANES), g[0]);
        evaluator.gradientAndDiffusion(x, new TestRows(2, LANES), g[1], g[2]);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < LANES; j++) {
                assertThat(g[1][i][j] + g[2][i][j]).isCloseTo(g[0][i][j], within(1e-14));
            }
        }
    }

    @Test
    void the_moments_have_the_full_gradient_as_mean() {
        double[][] x = points(1);
        double[][] g = new double[3][LANES];
        LOSS.evaluator(LANES).gradient(x, g);
        double[] point = {x[0][0], x[1][0], x[2][0]};
        assertThat(LOSS.gradientMoments(point).orElseThrow().mean())
                .containsExactly(new double[] {g[0][0], g[1][0], g[2][0]}, within(1e-14));
    }

    @Test
    void a_dense_quadratic_has_the_gradient_h_x() {
        var loss = new AdditiveQuadratic("Q", A, 0.5, NoiseLaw.GAUSSIAN);
        double[][] x = points(1);
        double[][] g = new double[3][LANES];
        double[][] noisy = new double[3][LANES];
        double[][] noise = new double[3][LANES];
        double[] value = new double[LANES];
        Evaluator evaluator = loss.evaluator(LANES);
        evaluator.gradient(x, g);
        evaluator.sampleGradient(x, new TestRows(3, LANES), noisy);
        evaluator.sampleDiffusion(x, new TestRows(3, LANES), noise);
        evaluator.value(x, value);
        for (int j = 0; j < LANES; j++) {
            for (int i = 0; i < 3; i++) {
                double expected = A[i][0] * x[0][j] + A[i][1] * x[1][j] + A[i][2] * x[2][j];
                assertThat(g[i][j]).isCloseTo(expected, within(1e-14));
                assertThat(noisy[i][j] - noise[i][j]).isCloseTo(expected, within(1e-14));
            }
            assertThat(value[j]).isCloseTo(form(x, j) / 2, within(1e-14));
        }
    }

    private static double[][] points(double length) {
        double[][] x = new double[3][LANES];
        for (int j = 0; j < LANES; j++) {
            x[0][j] = length * (1 + 0.25 * j);
            x[1][j] = length * (0.5 - 0.375 * j);
            x[2][j] = length * (j - 2.5);
        }
        return x;
    }

    private static double value(double[][] x, double[][] xi, int lane, int coordinate, double h) {
        double[] point = {x[0][lane], x[1][lane], x[2][lane]};
        point[coordinate] += h;
        double form = 0;
        double square = 0;
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 3; k++) {
                form += point[i] * (A[i][k] + (i == k ? 0.5 * xi[i][lane] : 0)) * point[k];
            }
            square += point[i] * point[i];
        }
        return form / square;
    }

    private static double form(double[][] x, int lane) {
        return value(x, new double[3][LANES], lane, 0, 0) * square(x, lane);
    }

    private static double square(double[][] x, int lane) {
        return x[0][lane] * x[0][lane] + x[1][lane] * x[1][lane] + x[2][lane] * x[2][lane];
    }
}
