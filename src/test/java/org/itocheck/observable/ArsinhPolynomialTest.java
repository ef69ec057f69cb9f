package org.itocheck.observable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ArsinhPolynomialTest {
    @Test
    void it_is_the_polynomial_of_the_inverse_hyperbolic_sine() {
        ArsinhPolynomial p = new ArsinhPolynomial(1, 0, 8, -6, 1);
        double[][] x = {{0, 0, 0}, {-2.5, Math.sinh(0.25), Math.sinh(-20)}};
        double[] out = new double[3];
        p.measure(3).evaluate(x, out);
        for (int j = 0; j < 3; j++) {
            double y = Math.copySign(Math.log(Math.abs(x[1][j]) + Math.hypot(1, x[1][j])), x[1][j]);
            assertThat(out[j]).isCloseTo(y * y * y - 6 * y * y + 8 * y, within(1e-11));
        }
        assertThat(out[1]).isCloseTo(1.640625, within(1e-15));
    }

    @Test
    void its_name_is_its_formula() {
        assertThat(ArsinhPolynomial.power(0, 2).name()).isEqualTo("arsinh x[0]^2");
        assertThat(new ArsinhPolynomial(0, 0.5, 8, -6, 1).name())
                .isEqualTo("arsinh x[0]^3 - 6 arsinh x[0]^2 + 8 arsinh x[0] + 0.5");
        assertThat(new ArsinhPolynomial(0, 0, 1)).isEqualTo(ArsinhPolynomial.power(0, 1));
    }

    @Test
    void bad_arguments_are_refused() {
        assertThatThrownBy(() -> new ArsinhPolynomial(-1, 0, 1)).hasMessage("coordinate is -1, expected at least 0");
        assertThatThrownBy(() -> new ArsinhPolynomial(0, 1))
                .hasMessage("coefficients are [1.0], expected at least two with the last not 0; arsinh itself is 0, 1");
    }
}
