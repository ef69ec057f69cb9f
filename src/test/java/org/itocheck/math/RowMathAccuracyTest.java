package org.itocheck.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The errors that the Javadoc of {@link RowMath} states. */
class RowMathAccuracyTest {
    private static final int LANES = 1000;
    private final RowMath math = new RowMath(LANES);
    private final double[] x = new double[LANES];
    private final double[] out = new double[LANES];
    private final SplittableRandom random = new SplittableRandom(20_261_124);

    @ParameterizedTest
    @EnumSource(RowFunction.class)
    void errors_stay_below_the_stated_bound_on_two_million_points(RowFunction function) {
        double worst = 0;
        for (int k = 0; k < 2000; k++) {
            fill(function, k);
            function.apply(math, x, out);
            for (int j = 0; j < LANES; j++) {
                double reference = function.reference.applyAsDouble(x[j]);
                worst = Math.max(worst, function.error(x[j], reference, out[j] - reference));
            }
        }
        // the reference itself may be wrong by up to one unit in the last place, twice where it has two steps
        assertThat(worst).isPositive().isLessThan(function.bound + 2.3e-16);
    }

    @ParameterizedTest
    @EnumSource(RowFunction.class)
    void errors_stay_below_the_stated_bound_against_fifty_digits(RowFunction function) {
        double worst = 0;
        for (int k = 0; k < 3; k++) {
            fill(function, k);
            function.apply(math, x, out);
            for (int j = 0; j < LANES; j++) {
                BigDecimal exact = function.digits.apply(new BigDecimal(x[j]));
                double difference = new BigDecimal(out[j]).subtract(exact).doubleValue();
                worst = Math.max(worst, function.error(x[j], exact.doubleValue(), difference));
            }
        }
        assertThat(worst).isPositive().isLessThan(function.bound);
    }

    @Test
    void fifty_digits_are_right_where_they_are_known() {
        assertThat(Digits.PI.toString()).startsWith("3.14159265358979323846264338327950288419716939937510");
        assertThat(Digits.LN2.toString()).startsWith("0.69314718055994530941723212145817656807550013436025");
        assertThat(Digits.exp(BigDecimal.ONE).toString())
                .startsWith("2.71828182845904523536028747135266249775724709369995");
        assertThat(Digits.log(BigDecimal.TEN).toString())
                .startsWith("2.30258509299404568401799145468436420760110148862877");
    }

    @ParameterizedTest
    @EnumSource(RowFunction.class)
    void a_function_wrong_by_a_few_last_bits_would_be_seen(RowFunction function) {
        double worst = 0;
        for (int k = 0; k < 3; k++) {
            fill(function, k);
            function.apply(math, x, out);
            for (int j = 0; j < LANES; j++) {
                double reference = function.reference.applyAsDouble(x[j]);
                worst = Math.max(worst, function.error(x[j], reference, out[j] * (1 + 0x1p-49) - reference));
            }
        }
        assertThat(worst).isGreaterThan(function.bound + 2.3e-16);
    }

    /** A third of the rows over the whole range, a third near the middle, a third near 0. */
    private void fill(RowFunction function, int k) {
        double low = function.from;
        double high = function.to;
        double[] scales = {1, 0.01, 1e-5};
        double scale = scales[k % 3];
        for (int j = 0; j < LANES; j++) {
            x[j] = (low + (high - low) * random.nextDouble()) * scale;
        }
    }
}
