package org.itocheck.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowMathEdgesTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    /** Some unusual numbers among usual ones, so that the fallbacks are met in the middle of a row. */
    private static double[] mixedRow(int length) {
        double[] unusual = {0, -0.0, Double.NaN, INFINITE, -INFINITE, Double.MIN_VALUE, 1e300, -1e300, 1e5, 100_001, 710
        };
        double[] row = new double[length];
        for (int j = 0; j < length; j++) {
            row[j] = j % 3 == 2 ? unusual[j / 3 % unusual.length] : (j - 0.5 * length) * 0.137;
        }
        return row;
    }

    private static double at(RowFunction function, double x) {
        double[] row = {x};
        function.apply(new RowMath(1), row, row);
        return row[0];
    }

    @Test
    void exp_overflows_to_infinity_and_underflows_to_zero() {
        assertThat(at(RowFunction.EXP, 709.78)).isFinite();
        assertThat(at(RowFunction.EXP, 709.79)).isEqualTo(INFINITE);
        assertThat(at(RowFunction.EXP, INFINITE)).isEqualTo(INFINITE);
        assertThat(at(RowFunction.EXP, -745.13)).isEqualTo(Double.MIN_VALUE);
        assertThat(at(RowFunction.EXP, -745.14)).isZero();
        assertThat(at(RowFunction.EXP, -INFINITE)).isZero();
        assertThat(at(RowFunction.EXP, 0)).isEqualTo(1);
    }

    @Test
    void log_takes_every_double() {
        assertThat(at(RowFunction.LOG, 0)).isEqualTo(-INFINITE);
        assertThat(at(RowFunction.LOG, -1)).isNaN();
        assertThat(at(RowFunction.LOG, -INFINITE)).isNaN();
        assertThat(at(RowFunction.LOG, INFINITE)).isEqualTo(INFINITE);
        assertThat(at(RowFunction.LOG, Double.MIN_VALUE)).isEqualTo(StrictMath.log(Double.MIN_VALUE));
        assertThat(at(RowFunction.LOG, Double.MIN_NORMAL)).isEqualTo(StrictMath.log(Double.MIN_NORMAL));
        assertThat(at(RowFunction.LOG, Double.MAX_VALUE)).isEqualTo(StrictMath.log(Double.MAX_VALUE));
        assertThat(at(RowFunction.LOG, 1)).isZero();
    }

    @Test
    void sine_and_cosine_fall_back_far_away_and_keep_the_sign_of_zero() {
        for (double x : new double[] {Math.nextUp(1e5), -1e6, 1e22, -1e300}) {
            assertThat(at(RowFunction.SIN, x)).isEqualTo(StrictMath.sin(x));
            assertThat(at(RowFunction.COS, x)).isEqualTo(StrictMath.cos(x));
        }
        assertThat(at(RowFunction.SIN, INFINITE)).isNaN();
        assertThat(at(RowFunction.COS, -INFINITE)).isNaN();
        assertThat(at(RowFunction.SIN, -0.0)).isEqualTo(-0.0);
        assertThat(at(RowFunction.COS, 0)).isEqualTo(1);
        assertThat(at(RowFunction.SIN, Math.PI)).isEqualTo(1.2246467991473532e-16);
    }

    @Test
    void sigmoids_saturate() {
        assertThat(at(RowFunction.TANH, INFINITE)).isEqualTo(1);
        assertThat(at(RowFunction.TANH, -INFINITE)).isEqualTo(-1);
        assertThat(at(RowFunction.TANH, -0.0)).isEqualTo(-0.0);
        assertThat(at(RowFunction.LOGISTIC, INFINITE)).isEqualTo(1);
        assertThat(at(RowFunction.LOGISTIC, -INFINITE)).isZero();
        assertThat(at(RowFunction.LOGISTIC, 0)).isEqualTo(0.5);
        assertThat(at(RowFunction.LOG_COSH, INFINITE)).isEqualTo(INFINITE);
        assertThat(at(RowFunction.LOG_COSH, -INFINITE)).isEqualTo(INFINITE);
        assertThat(at(RowFunction.LOG_COSH, 0)).isZero();
        assertThat(at(RowFunction.SOFTPLUS, INFINITE)).isEqualTo(INFINITE);
        assertThat(at(RowFunction.SOFTPLUS, -INFINITE)).isZero();
        assertThat(at(RowFunction.SOFTPLUS, 1e300)).isEqualTo(1e300);
    }

    @Test
    void tanh_is_odd_to_the_last_bit() {
        for (double x : mixedRow(999)) {
            assertThat(at(RowFunction.TANH, -x)).isEqualTo(Double.valueOf(-at(RowFunction.TANH, x)));
        }
    }

    @ParameterizedTest
    @EnumSource(RowFunction.class)
    void nan_gives_nan_and_harms_no_neighbour(RowFunction function) {
        double[] x = new double[64];
        Arrays.fill(x, 0.75);
        double[] expected = new double[64];
        function.apply(new RowMath(64), x, expected);
        x[17] = Double.NaN;
        double[] out = new double[64];
        function.apply(new RowMath(64), x, out);
        assertThat(out[17]).isNaN();
        out[17] = expected[17];
        assertThat(out).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(RowFunction.class)
    void a_result_depends_on_its_own_argument_alone(RowFunction function) {
        double[] x = mixedRow(512);
        double[] alone = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            alone[j] = at(function, x[j]);
        }
        for (int lanes : new int[] {2, 15, 16, 64, 256, 512}) {
            double[] out = new double[x.length];
            function.apply(new RowMath(lanes), x, out);
            assertThat(Arrays.copyOf(out, lanes)).isEqualTo(Arrays.copyOf(alone, lanes));
            assertThat(Arrays.copyOfRange(out, lanes, out.length)).isEqualTo(new double[out.length - lanes]);
        }
    }

    @ParameterizedTest
    @EnumSource(RowFunction.class)
    void a_row_may_be_overwritten_in_place(RowFunction function) {
        double[] x = mixedRow(256);
        double[] out = new double[256];
        RowMath math = new RowMath(256);
        function.apply(math, x, out);
        function.apply(math, x, x);
        assertThat(x).isEqualTo(out);
    }

    @Test
    void short_rows_and_empty_memory_are_refused() {
        RowMath math = new RowMath(4);
        assertThat(math.lanes()).isEqualTo(4);
        assertThatThrownBy(() -> math.exp(new double[4], new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the rows have 4 and 3 entries, the working memory has 4 lanes; "
                        + "pass rows of at least that length");
        assertThatThrownBy(() -> new RowMath(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("lanes is 0, expected at least 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 256})
    void casts_keep_every_bit(int lanes) {
        double[] values = Arrays.copyOf(mixedRow(300), lanes);
        long[] bits = new long[lanes];
        BitCasts casts = new BitCasts(lanes);
        casts.toLongs(values, bits);
        assertThat(bits)
                .isEqualTo(Arrays.stream(values)
                        .mapToLong(Double::doubleToRawLongBits)
                        .toArray());
        double[] back = new double[lanes];
        casts.toDoubles(bits, back);
        assertThat(back).isEqualTo(values);
    }
}
