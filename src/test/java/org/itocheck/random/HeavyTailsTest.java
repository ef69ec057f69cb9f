package org.itocheck.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The laws that lack moments, so that no test of means and variances speaks of them: their distribution functions in the middle (the band
 * of Dvoretzky, Kiefer, Wolfowitz and Massart, false-alarm rate 1e-9) and far out, and signs and sizes that are unrelated.
 */
class HeavyTailsTest {
    private static final int LANES = 256;
    private static final int ROWS = 4096;
    private static final int DRAWS = LANES * ROWS;
    private static final double BAND = Math.sqrt(Math.log(2 / MeanCheck.FALSE_ALARM) / (2.0 * DRAWS));

    private static double[][] draw(NoiseLaw law, long seed) {
        KeyedRows rows = new KeyedRows(LANES);
        rows.start(new Seed(seed).forPurpose("heavy"), 0);
        double[][] drawn = new double[ROWS][LANES];
        for (double[] row : drawn) {
            law.draw(rows, row);
        }
        return drawn;
    }

    static double distribution(NoiseLaw law, double x) {
        return switch (law) {
            case STUDENT_3 -> 0.5 + (Math.atan(x) + x / (1 + x * x)) / Math.PI;
            case STUDENT_5 -> {
                double angle = Math.atan(x / Math.sqrt(3));
                double c = Math.cos(angle);
                yield 0.5 + (angle + Math.sin(angle) * (c + 2 * c * c * c / 3)) / Math.PI;
            }
            default -> 0.5 + integral(u -> Math.sin(u * x) / u * Math.exp(-Math.pow(u, 1.5)), 11, x) / Math.PI;
        };
    }

    /** Simpson's rule in t with u = t^2, in which the characteristic function is smooth. */
    private static double integral(DoubleUnaryOperator f, double end, double frequency) {
        int n = 2 * (400 + (int) (4 * end * Math.abs(frequency)));
        double h = Math.sqrt(end) / n;
        double sum = 0;
        for (int i = 1; i < n; i++) {
            double t = i * h;
            sum += (i % 2 == 1 ? 4 : 2) * 2 * t * f.applyAsDouble(t * t);
        }
        return sum * h / 3;
    }

    /** The largest distance of the two distribution functions on 200 quantiles of the sample. */
    private static double distance(NoiseLaw law, double shift) {
        double[] all = Arrays.stream(draw(law, 7))
                .flatMapToDouble(Arrays::stream)
                .sorted()
                .toArray();
        double worst = 0;
        for (int q = 1; q < 200; q++) {
            int i = q * (DRAWS / 200);
            worst = Math.max(worst, Math.abs((i + 1.0) / DRAWS - distribution(law, all[i] + shift)));
        }
        return worst;
    }

    @ParameterizedTest
    @EnumSource(
            value = NoiseLaw.class,
            names = {"STUDENT_3", "STUDENT_5", "STABLE"})
    void heavy_laws_have_their_distribution_function(NoiseLaw law) {
        assertThat(distance(law, 0)).isLessThan(BAND);
        assertThat(distance(law, 0.02)).isGreaterThan(BAND);
    }

    @ParameterizedTest
    @EnumSource(
            value = NoiseLaw.class,
            names = {"STUDENT_3", "STUDENT_5", "STABLE"})
    void far_out_the_tails_fall_like_their_power(NoiseLaw law) {
        double far = law == NoiseLaw.STABLE ? 50 : 8;
        double beyond = 2 * (1 - distribution(law, far));
        MeanCheck check = new MeanCheck(beyond, beyond * (1 - beyond), DRAWS);
        MeanCheck lighter = new MeanCheck(beyond / 2, beyond / 2, DRAWS);
        for (double[] row : draw(law, 8)) {
            for (double x : row) {
                check.add(Math.abs(x) > far ? 1 : 0);
                lighter.add(Math.abs(x) > far ? 1 : 0);
            }
        }
        assertThat(Math.abs(check.score())).isLessThan(1);
        assertThat(lighter.score()).isGreaterThan(1);
    }

    /** Signs, and +-1 for sizes above or below their median: products of unrelated ones have mean 0 and variance 1. */
    private static double score(NoiseLaw law, double[][] x, double[][] y, int rowLag, int laneLag) {
        double median = median(law);
        long count = (long) (ROWS - rowLag) * (LANES - laneLag);
        MeanCheck signs = new MeanCheck(0, 1, count);
        MeanCheck sizes = new MeanCheck(0, 1, count);
        for (int k = 0; k + rowLag < ROWS; k++) {
            for (int j = 0; j + laneLag < LANES; j++) {
                double a = x[k][j];
                double b = y[k + rowLag][j + laneLag];
                signs.add(Math.signum(a * b));
                sizes.add(Math.signum((Math.abs(a) - median) * (Math.abs(b) - median)));
            }
        }
        return Math.max(Math.abs(signs.score()), Math.abs(sizes.score()));
    }

    private static double median(NoiseLaw law) {
        double low = 0;
        double high = 3;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (distribution(law, middle) < 0.75) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @ParameterizedTest
    @EnumSource(
            value = NoiseLaw.class,
            names = {"STUDENT_3", "STUDENT_5", "STABLE"})
    void lanes_calls_and_seeds_are_unrelated(NoiseLaw law) {
        double[][] x = draw(law, 3);
        for (int lag : new int[] {1, 2, 8}) {
            assertThat(score(law, x, x, 0, lag)).as("%s lanes apart", lag).isLessThan(1);
            assertThat(score(law, x, x, lag, 0)).as("%s calls apart", lag).isLessThan(1);
        }
        assertThat(score(law, x, draw(law, 4), 0, 0)).isLessThan(1);
        assertThat(score(law, x, draw(law, 3), 0, 0)).isGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 2, 65})
    void degrees_of_freedom_out_of_range_are_refused(int degrees) {
        KeyedRows rows = new KeyedRows(1);
        rows.start(new Seed(1), 0);
        assertThatThrownBy(() -> rows.studentT(degrees, new double[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("degrees is " + degrees + ", expected 3 to 64; below 3 there is no variance to scale to 1");
    }

    @Test
    void what_does_not_exist_is_refused() {
        assertThat(NoiseLaw.light()).hasSize(7).allMatch(law -> law.hasMoment(1000));
        assertThat(NoiseLaw.STUDENT_3.hasMoment(2.9)).isTrue();
        assertThat(NoiseLaw.STUDENT_3.hasMoment(3)).isFalse();
        assertThat(NoiseLaw.STUDENT_5.fourthCumulant()).isEqualTo(6);
        assertThat(NoiseLaw.STABLE.moments()).isEqualTo(1.5);
        assertThatThrownBy(NoiseLaw.STUDENT_3::thirdCumulant)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("law is t3, whose moments are finite below order 3.0 only; moment 3 does not exist");
        assertThatThrownBy(NoiseLaw.STABLE::fourthCumulant).isInstanceOf(IllegalStateException.class);
    }
}
