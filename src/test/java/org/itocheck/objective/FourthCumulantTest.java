package org.itocheck.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.truth.PathEnumeration;
import org.junit.jupiter.api.Test;

class FourthCumulantTest {
    /** One SGD step of size 1 moves by the gradient; its fourth cumulant is that of one mini-batch. */
    @Test
    void the_fourth_cumulant_is_that_of_all_draws_of_one_gradient() {
        for (String name :
                List.of("A1/rademacher", "A1/skew2pt", "A1/gaussian", "B1", "B2", "C1", "C2", "D1/skew2pt")) {
            Problem problem = Problems.named(name);
            double[] x = problem.start();
            GradientMoments moments = problem.objective().gradientMoments(x).orElseThrow();
            int d = x.length;
            FourthTensor fourth = moments.fourth().orElseThrow();
            double[] sums = new double[d * d * d * d];
            PathEnumeration.visit(new Sgd(problem.objective(), 1, 1, 0), x, 1, (y, weights, lanes) -> {
                for (int p = 0; p < lanes; p++) {
                    for (int e = 0; e < sums.length; e++) {
                        double product = weights[p];
                        for (int i : indices(e, d)) {
                            product *= x[i] - y[i][p] - moments.mean()[i];
                        }
                        sums[e] += product;
                    }
                }
            });
            double[][] s = moments.covariance();
            for (int e = 0; e < sums.length; e++) {
                int[] i = indices(e, d);
                double pairs =
                        s[i[0]][i[1]] * s[i[2]][i[3]] + s[i[0]][i[2]] * s[i[1]][i[3]] + s[i[0]][i[3]] * s[i[1]][i[2]];
                assertThat(fourth.at(i)).as(name).isCloseTo(sums[e] - pairs, within(1e-12 * (1 + Math.abs(sums[e]))));
            }
        }
    }

    @Test
    void a_gaussian_has_none_and_a_large_dimension_has_no_tensor() {
        Objective sphere = Problems.named("A1/gaussian").objective();
        assertThat(sphere.gradientMoments(new double[] {3})
                        .orElseThrow()
                        .fourth()
                        .orElseThrow()
                        .at(0, 0, 0, 0))
                .isZero();
        FiniteSum wide = new LeastSquares("wide", new double[3][17], new double[3], 1);
        assertThat(wide.gradientMoments(new double[17]).orElseThrow().fourth()).isEmpty();
        assertThatThrownBy(() -> FourthTensor.zero(17))
                .hasMessage("dimension is 17, expected 1 to 16; leave the fourth moments out in higher dimensions");
        assertThatThrownBy(() -> FourthTensor.zero(2).at(0, 1, 2, 0))
                .hasMessage("indices are [0, 1, 2, 0], expected 4 of 0 to 1");
    }

    @Test
    void every_entry_has_a_place_of_its_own_in_any_order_of_its_indices() {
        FourthTensor tensor = FourthTensor.of(4, (i, j, k, m) -> 1000 * i + 100 * j + 10 * k + m);
        assertThat(tensor.dimension()).isEqualTo(4);
        assertThat(tensor.at(0, 3, 1, 2)).isEqualTo(3210);
        assertThat(tensor.at(3, 3, 0, 3)).isEqualTo(3330);
        assertThat(tensor.at(1, 1, 1, 1)).isEqualTo(1111);
    }

    private static int[] indices(int entry, int d) {
        return new int[] {entry % d, entry / d % d, entry / (d * d) % d, entry / (d * d * d)};
    }
}
