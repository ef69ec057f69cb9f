package org.itocheck.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatoniInfluenceTest {
    private static final double[] WIDE = {
        0, 1e-9, 0.1, -0.1, 3, -3, 1e4, -1e4, 1e20, -1e20, 1e155, -1e155, 1e300, -1e300
    };

    @Test
    void influence_grows_like_the_value_near_0_and_like_its_logarithm_far_away() {
        assertThat(CatoniInfluence.psi(1e-8)).isCloseTo(1e-8, within(1e-17));
        assertThat(CatoniInfluence.psi(1)).isCloseTo(Math.log(2.5), within(1e-15));
        assertThat(CatoniInfluence.psi(-2)).isCloseTo(-Math.log(5), within(1e-15));
        assertThat(CatoniInfluence.psi(1e300)).isCloseTo(2 * Math.log(1e300) - Math.log(2), within(1e-11));
        assertThat(CatoniInfluence.psi(Double.NEGATIVE_INFINITY)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(CatoniInfluence.psi(Double.NaN)).isNaN();
    }

    /** The inequality on which the e-test rests. */
    @Test
    void both_exponentials_stay_below_their_quadratics() {
        for (double t = -50; t <= 50; t += 0.01) {
            double psi = CatoniInfluence.psi(t);
            assertThat(Math.exp(psi)).isLessThanOrEqualTo((1 + t + t * t / 2) * (1 + 1e-12));
            assertThat(Math.exp(-psi)).isLessThanOrEqualTo((1 - t + t * t / 2) * (1 + 1e-12));
        }
    }

    @Test
    void groups_give_the_sum_of_the_single_influences() {
        SplittableRandom random = new SplittableRandom(5);
        for (int n = 0; n <= 200; n++) {
            double[] values = Law.GAUSSIAN.fill(new double[n], 0.3, random);
            assertThat(sum(values, 0.7)).isCloseTo(oneByOne(values, 0.7), within(1e-11));
        }
    }

    /** 100 values are three full groups of products and a rest: another way to the same sum would have other last bits. */
    @Test
    void the_bits_of_a_sum_are_those_of_its_groups() {
        double[] values = new double[100];
        Arrays.setAll(values, i -> (37 * i % 101) / 10.0 - 5);
        assertThat(Double.toHexString(sum(values, 0.7))).isEqualTo("-0x1.ccec9ab28bda1p-1");
        assertThat(Double.toHexString(sum(Arrays.copyOf(values, 3), 0.7))).isEqualTo("-0x1.cc34efac3d301p0");
    }

    @Test
    void values_too_large_for_a_product_are_summed_all_the_same() {
        SplittableRandom random = new SplittableRandom(6);
        for (int n = 1; n <= 200; n++) {
            double[] values = new double[n];
            for (int i = 0; i < n; i++) {
                values[i] = WIDE[random.nextInt(WIDE.length)];
            }
            double expected = oneByOne(values, 1);
            assertThat(sum(values, 1)).isFinite().isCloseTo(expected, within(1e-9));
        }
    }

    @Test
    void a_nan_is_never_silent_and_an_infinity_is_infinite() {
        for (int n : new int[] {1, 31, 32, 33, 100}) {
            for (int at = 0; at < n; at++) {
                double[] values = new double[n];
                values[at] = Double.NaN;
                assertThat(sum(values, 1)).isNaN();
                values[at] = Double.NEGATIVE_INFINITY;
                assertThat(sum(values, 1)).isEqualTo(Double.NEGATIVE_INFINITY);
                values[(at + 1) % n] = n > 1 ? Double.NaN : Double.NEGATIVE_INFINITY;
                assertThat(Double.isNaN(sum(values, 1))).isEqualTo(n > 1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1023, 1024, 1025, 1100, 1536, 2047, 2500})
    void blocks_give_the_sum_of_the_single_influences(int n) {
        double[] values = Law.GAUSSIAN.fill(new double[n], 0.3, new SplittableRandom(n));
        assertThat(sum(values, 0.7)).isCloseTo(oneByOne(values, 0.7), within(1e-10));
        values[n / 3] = 1e200;
        values[n - 1] = -1e300;
        assertThat(sum(values, 0.7)).isCloseTo(oneByOne(values, 0.7), within(1e-9));
        values[n / 2] = Double.POSITIVE_INFINITY;
        assertThat(sum(values, 0.7)).isEqualTo(Double.POSITIVE_INFINITY);
        values[0] = Double.NaN;
        assertThat(sum(values, 0.7)).isNaN();
    }

    @Test
    void opposite_values_cancel() {
        double[] values = new double[64];
        for (int i = 0; i < 64; i++) {
            values[i] = (i % 2 == 0 ? 1 : -1) * (1 + i / 2);
        }
        assertThat(sum(values, 1)).isCloseTo(0, within(1e-12));
    }

    /** Only exact operations and StrictMath: these bits are those of every JVM. */
    @Test
    void the_bits_are_pinned() {
        double[] values = new double[1000];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i * 2654435761L % 1000003) / 1000003.0 - 0.45;
        }
        double[] scratch = new double[1000];
        assertThat(new MeanTest(0.01, 0.09, 1e-9, 1000).influence(values, 1000, scratch))
                .isEqualTo(0x1.d2d4b3be8c5cbp+4);
        double[] chunk = new double[2048];
        Arrays.setAll(chunk, i -> (i * 2654435761L % 1000003) / 1000003.0 - 0.45);
        assertThat(Double.toHexString(sum(chunk, 0.3))).isEqualTo("0x1.f255b5076b0ddp4");
        assertThat(TreeSum.sum(values, 1000, scratch)).isEqualTo(0x1.a7acf1905ed9cp5);
        assertThat(Moments.of(values, 1000, scratch).m3()).isEqualTo(0x1.233436beff1p-7);
    }

    private static double sum(double[] values, double a) {
        return CatoniInfluence.sum(values, values.length, 0, a, new double[values.length]);
    }

    private static double oneByOne(double[] values, double a) {
        return Arrays.stream(values).map(y -> CatoniInfluence.psi(a * y)).sum();
    }
}
