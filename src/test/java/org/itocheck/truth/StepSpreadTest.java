package org.itocheck.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.EulerMaruyama;
import org.itocheck.objective.LeastSquares;
import org.itocheck.objective.Objective;
import org.itocheck.objective.catalogue.AdditiveQuadratic;
import org.itocheck.objective.catalogue.RayleighQuotient;
import org.itocheck.random.NoiseLaw;
import org.junit.jupiter.api.Test;

class StepSpreadTest {
    /** Moments of order three and six of the production step, over all its paths. */
    @Test
    void spreads_are_those_of_all_paths_of_one_step() {
        for (String name :
                List.of("A1/rademacher", "A1/skew2pt", "A1/gaussian", "B1", "B2", "C1", "C2", "D1/skew2pt")) {
            Problem problem = Problems.named(name);
            for (int level : new int[] {1, 2, 7}) {
                agrees(Svag.family(problem).at(level, problem.objective()), problem.start());
                agrees(EulerMaruyama.family(problem).at(level, problem.objective()), problem.start());
            }
            agrees(new Sgd(problem.objective(), 3, 0.25, 0), problem.start());
        }
    }

    @Test
    void entries_of_additive_noise_are_independent() {
        AdditiveQuadratic loss =
                new AdditiveQuadratic("plane", new double[][] {{1, 0.5}, {0.5, 2}}, 1.5, NoiseLaw.RADEMACHER);
        agrees(new Svag(loss, 2, 0.25, 0), new double[] {1, -1});
        agrees(new EulerMaruyama(loss, 2, 0.25, 0.5), new double[] {1, -1});
    }

    @Test
    void three_coordinates_of_a_batch_of_three_agree_too() {
        LeastSquares loss =
                new LeastSquares("space", new double[][] {{1, 2, 0}, {0, 1, -1}, {3, 1, 1}}, new double[] {1, 0, 2}, 3);
        agrees(new Sgd(loss, 1, 0.25, 0), new double[] {1, 2, -1});
    }

    @Test
    void a_loss_that_says_three_moments_is_known_with_gaussian_noise_only() {
        Objective loss = new RayleighQuotient("quotient", new double[][] {{1, 0}, {0, 2}}, 1);
        assertThat(StepSpread.of(new Svag(loss, 2, 0.25, 0), new double[] {1, 2}))
                .isEmpty();
        assertThat(StepSpread.of(new EulerMaruyama(loss, 2, 0.25, 0), new double[] {1, 2}))
                .isPresent();
    }

    private static void agrees(Dynamics dynamics, double[] point) {
        StepSpread spread = StepSpread.of(dynamics, point).orElseThrow();
        int d = point.length;
        double[] mean = new double[d];
        PathEnumeration.visit(dynamics, point, 1, (x, weights, lanes) -> {
            for (int p = 0; p < lanes; p++) {
                for (int i = 0; i < d; i++) {
                    mean[i] += weights[p] * x[i][p];
                }
            }
        });
        for (int i = 0; i < d; i++) {
            check(dynamics, point, mean, spread, i);
            for (int j = 0; j < d; j++) {
                check(dynamics, point, mean, spread, i, j);
                for (int k = 0; k < d; k++) {
                    check(dynamics, point, mean, spread, i, j, k);
                }
            }
        }
    }

    private static void check(Dynamics dynamics, double[] point, double[] mean, StepSpread spread, int... indices) {
        double[] sums = new double[2];
        PathEnumeration.visit(dynamics, point, 1, (x, weights, lanes) -> {
            for (int p = 0; p < lanes; p++) {
                double product = 1;
                for (int i : indices) {
                    product *= x[i][p] - mean[i];
                }
                sums[0] += weights[p] * product;
                sums[1] += weights[p] * product * product;
            }
        });
        Expectation expected = spread.product(indices);
        double size = Math.sqrt(sums[1]);
        assertThat(expected.mean()).as(dynamics.name()).isCloseTo(sums[0], within(1e-12 * size));
        assertThat(expected.variance()).isCloseTo(sums[1] - sums[0] * sums[0], within(1e-12 * sums[1]));
    }
}
