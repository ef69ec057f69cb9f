package org.itocheck.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Functions by their values at nodes: interpolation and derivatives of what the basis holds are exact. */
class BasisTest {
    record Case(Basis basis, DoubleUnaryOperator f, DoubleUnaryOperator slope) {}

    static Stream<Case> cases() {
        return Stream.of(
                new Case(new ChebyshevBasis(1, 5, 7), x -> x * x * x - 2 * x, x -> 3 * x * x - 2),
                new Case(
                        new FourierBasis(9, 1),
                        x -> 1 + Math.sin(x) - 2 * Math.cos(3 * x),
                        x -> Math.cos(x) + 6 * Math.sin(3 * x)),
                new Case(new FourierBasis(7, 2), x -> Math.sin(2 * x) + 0.5, x -> 2 * Math.cos(2 * x)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void between_the_nodes_and_at_them_a_function_is_itself(Case given) {
        Basis basis = given.basis();
        double[] row = new double[basis.size()];
        for (double x : new double[] {1.3, 2.7, 4.1, basis.node(0), basis.node(3)}) {
            Arrays.fill(row, 99);
            basis.interpolate(x, row);
            double sum = 0;
            for (int i = 0; i < row.length; i++) {
                sum += row[i] * given.f().applyAsDouble(basis.node(i));
            }
            assertThat(sum).as("at %s", x).isCloseTo(given.f().applyAsDouble(x), within(2e-14 * (1 + Math.abs(sum))));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_derivative_is_exact_at_every_node(Case given) {
        Basis basis = given.basis();
        double[][] rows = basis.derivative();
        for (int i = 0; i < basis.size(); i++) {
            double sum = 0;
            for (int j = 0; j < basis.size(); j++) {
                sum += rows[i][j] * given.f().applyAsDouble(basis.node(j));
            }
            double slope = given.slope().applyAsDouble(basis.node(i));
            assertThat(sum).as("node %s", i).isCloseTo(slope, within(1e-12 * (1 + Math.abs(slope))));
        }
    }

    @Test
    void a_polynomial_goes_on_a_little_beyond_its_interval_and_stops() {
        ChebyshevBasis basis = new ChebyshevBasis(1, 5, 7);
        double edge = 5 + 2 * (Math.cosh(6.0 / 7) - 1);
        assertThat(value(basis, edge - 1e-9)).isCloseTo(edge - 1e-9, within(1e-13));
        assertThat(value(basis, edge + 1)).isCloseTo(edge, within(1e-13));
        assertThat(value(basis, -10)).isCloseTo(6 - edge, within(1e-13));
        assertThat(basis.node(0)).isCloseTo(3 + 2 * Math.cos(Math.PI / 14), within(1e-15));
    }

    @Test
    void a_grid_has_its_nodes_and_the_weight_at_its_edges() {
        Grid grid = Grid.of(3, 0.25);
        assertThat(grid).isEqualTo(new Grid(3, 25));
        assertThat(grid.dx()).isEqualTo(0.25);
        assertThat(grid.node(0)).isEqualTo(-3);
        assertThat(grid.nodes()[24]).isEqualTo(3);
        double[] weights = new double[25];
        weights[0] = -0.25;
        weights[1] = 7;
        weights[24] = 0.5;
        assertThat(grid.edgeMass(weights)).isEqualTo(0.75);
    }

    private static double value(Basis basis, double x) {
        double[] row = new double[basis.size()];
        basis.interpolate(x, row);
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum += row[i] * basis.node(i);
        }
        return sum;
    }
}
