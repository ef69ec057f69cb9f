package org.itocheck.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.itocheck.observable.Exponents;
import org.junit.jupiter.api.Test;

/** {@code g = 3 + 2x - y + x^2 + 4xy} around (5, -2). */
class QuadraticFormTest {
    private static final Terms G = new Terms(
            2,
            Map.of(
                    new Exponents(0, 0), 3.0,
                    new Exponents(1, 0), 2.0,
                    new Exponents(0, 1), -1.0,
                    new Exponents(2, 0), 1.0,
                    new Exponents(1, 1), 4.0));
    private static final QuadraticForm FORM = QuadraticForm.around(new double[] {5, -2}, G);

    @Test
    void the_parts_around_the_centre_add_up_to_the_polynomial() {
        assertThat(FORM.constant()).isEqualTo(3 + 10 + 2 + 25 - 40);
        double[] y = {0.5, 3};
        double whole = 3 + 2 * 5.5 - 1 + 5.5 * 5.5 + 4 * 5.5;
        assertThat(FORM.constant() + FORM.linear(y) + FORM.square(y)).isCloseTo(whole, within(1e-12));
        assertThat(FORM.linear(y)).isEqualTo(2 * 0.5 - 3 + 2 * 5 * 0.5 + 4 * (5 * 3 - 2 * 0.5));
    }

    @Test
    void expectation_and_trace_are_those_of_the_matrices() {
        double[][] c = {{2, 0.5}, {0.5, 1}};
        assertThat(FORM.expectation(c)).isEqualTo(FORM.constant() + 2 + 4 * 0.5);
        // A = [[1, 2], [2, 0]], AC = [[3, 2.5], [4, 1]]
        assertThat(FORM.traceOfSquare(c)).isEqualTo(9 + 2 * 2.5 * 4 + 1);
    }

    @Test
    void coordinates_are_named_as_often_as_their_power_says() {
        assertThat(QuadraticForm.coordinates(new Exponents(1, 0, 2))).containsExactly(0, 2, 2);
        assertThat(QuadraticForm.coordinates(new Exponents(0, 0))).isEmpty();
    }
}
