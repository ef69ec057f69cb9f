package org.itocheck.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The bits of every function on a fixed grid. A change here changes every result of the library that goes through the function: it needs
 * a reason and a line in the release notes, not a new constant.
 */
class RowMathGoldenBitsTest {
    private static final int LANES = 256;
    private static final int ROWS = 40;

    @ParameterizedTest
    @CsvSource({
        "EXP, 43c9f03d47ef1802",
        "LOG, 083c754bf34ea00c",
        "SIN, cdeee1ad051f8383",
        "COS, 9b5600958792609c",
        "TANH, 629ca5e1cb68047e",
        "LOGISTIC, c7195e1e6af8c034",
        "LOG_COSH, f0ce055b3300fc2f",
        "SOFTPLUS, 6bb01a02dcc6abaa",
    })
    void the_bits_are_those_of_every_other_machine(RowFunction function, String expected) {
        hasTheBits(new RowMath(LANES), function, expected);
        hasTheBits(RowMath.plain(LANES), function, expected);
    }

    private static void hasTheBits(RowMath math, RowFunction function, String expected) {
        assertThat(fingerprint(math, function)).isEqualTo(expected);
        double[] x = new double[LANES];
        for (int k = 0; k < 20_000; k++) {
            function.apply(math, x, x);
        }
        assertThat(fingerprint(math, function)).as("compiled").isEqualTo(expected);
    }

    private static String fingerprint(RowMath math, RowFunction function) {
        double[] x = new double[LANES];
        GoldenBits bits = new GoldenBits();
        for (int k = 0; k < ROWS; k++) {
            for (int j = 0; j < LANES; j++) {
                double place = (k * LANES + j + 0.5) / (ROWS * LANES);
                double scale = j % 2 == 0 ? 1 : 0x1p-9;
                x[j] = (function.from + (function.to - function.from) * place) * scale;
            }
            function.apply(math, x, x);
            bits.add(x);
        }
        return bits.fingerprint();
    }
}
