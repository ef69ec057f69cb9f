package org.itocheck.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.itocheck.objective.catalogue.AdditiveQuadratic;
import org.itocheck.objective.catalogue.DoubleWell;
import org.itocheck.objective.catalogue.RandomCurvature;
import org.itocheck.objective.catalogue.RayleighQuotient;
import org.itocheck.objective.catalogue.ScalarNoise;
import org.itocheck.objective.catalogue.SineValley;
import org.itocheck.objective.catalogue.SinhGrowth;
import org.itocheck.objective.catalogue.SphereLoss;
import org.itocheck.random.NoiseLaw;
import org.itocheck.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HessianProductTest {
    private static final int LANES = 9;

    static List<Objective> known() {
        AdditiveQuadratic quadratic = Samples.quadratic(6);
        return List.of(
                quadratic,
                new RayleighQuotient("Rayleigh", quadratic.hessian(), 0.5),
                Samples.leastSquares(13, 7, 3),
                new RandomCurvature("B", 1.25, 0.5, 0.5, NoiseLaw.RADEMACHER, NoiseLaw.GAUSSIAN, false),
                new DoubleWell("D", NoiseLaw.GAUSSIAN),
                new SineValley("D2", NoiseLaw.GAUSSIAN),
                new SinhGrowth("H1", 0.25, NoiseLaw.GAUSSIAN),
                new SphereLoss("sphere", new double[] {-1, 0.5, 2}, 0.5),
                new NormalisedSum("normalised", Samples.leastSquares(13, 7, 3)),
                new NormalisedSum("directions", new LinearSum("linear", Samples.random(9, 5, 4), 3)),
                new NormalisedSum("Rayleigh", Samples.forms(4, 3, 2)),
                new Quartic());
    }

    @ParameterizedTest
    @MethodSource("known")
    void hessian_products_are_the_differences_of_gradients(Objective objective) {
        int d = objective.dimension();
        double[][] x = Samples.random(11, d, LANES);
        double[][] v = Samples.random(12, d, LANES);
        double[][] product = new double[d][LANES + 1];
        for (double[] row : product) {
            row[LANES] = -77;
        }
        double[][] above = new double[d][LANES];
        double[][] below = new double[d][LANES];
        Evaluator evaluator = objective.evaluator(LANES);
        evaluator.hessianProduct(x, v, product);
        double h = 1e-5;
        evaluator.gradient(shifted(x, h, v), above);
        evaluator.gradient(shifted(x, -h, v), below);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < LANES; j++) {
                assertThat(product[i][j]).isCloseTo((above[i][j] - below[i][j]) / (2 * h), within(1e-6));
            }
            assertThat(product[i][LANES]).isEqualTo(-77);
        }
    }

    @Test
    void curvatures_of_scalar_losses_are_the_differences_of_their_drifts() {
        for (ScalarNoise loss : List.of(
                new DoubleWell("D", NoiseLaw.GAUSSIAN),
                new SineValley("D2", NoiseLaw.GAUSSIAN),
                new SinhGrowth("H1", 0.25, NoiseLaw.GAUSSIAN))) {
            double difference = (loss.drift(0.7 + 1e-5) - loss.drift(0.7 - 1e-5)) / 2e-5;
            assertThat(loss.curvature(0.7)).isCloseTo(difference, within(1e-9));
        }
    }

    @Test
    void a_loss_without_second_derivatives_says_what_is_missing() {
        double[][] one = new double[1][1];
        assertThatThrownBy(() -> new Bare().evaluator(1).hessianProduct(one, one, one))
                .isInstanceOf(MissingCapabilityException.class)
                .hasMessage(
                        "the objective gives no hessianProduct; override hessianProduct in your StochasticObjective,"
                                + " or use a claim that does not need it");
    }

    private static double[][] shifted(double[][] x, double h, double[][] v) {
        double[][] result = new double[x.length][LANES];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < LANES; j++) {
                result[i][j] = x[i][j] + h * v[i][j];
            }
        }
        return result;
    }

    private static class Bare implements StochasticObjective {
        @Override
        public String name() {
            return "bare";
        }

        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public void sampleGradient(double[] x, RandomStream random, double[] gradient) {
            gradient[0] = x[0];
        }
    }

    /** (x[0]^2 + 2 x[1]^2)^2 / 4, through the easy door. */
    private static final class Quartic extends Bare {
        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public void gradient(double[] x, double[] gradient) {
            double q = x[0] * x[0] + 2 * x[1] * x[1];
            gradient[0] = q * x[0];
            gradient[1] = 2 * q * x[1];
        }

        @Override
        public void hessianProduct(double[] x, double[] v, double[] out) {
            double q = x[0] * x[0] + 2 * x[1] * x[1];
            double along = 2 * (x[0] * v[0] + 2 * x[1] * v[1]);
            out[0] = q * v[0] + along * x[0];
            out[1] = 2 * (q * v[1] + along * x[1]);
        }
    }
}
