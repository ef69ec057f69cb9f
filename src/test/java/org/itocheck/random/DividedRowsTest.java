package org.itocheck.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.special.Gamma;
import org.itocheck.math.GoldenBits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of infinitely divisible noise: their law, their bits, and what has no parts. */
class DividedRowsTest {
    private static final Seed SEED = Seed.parse("0x00005EED00000001").forPurpose("parts");
    private static final int LANES = 256;

    /** E of the m-th part of the law to the power 1 to 8, from cumulants m^(n-1) kappa_n. */
    private static double[] moments(NoiseLaw law, int m) {
        double[] kappa = new double[9];
        double factorial = 1;
        for (int n = 2; n <= 8; n++) {
            factorial *= n - 1;
            double whole = law == NoiseLaw.POISSON ? 1 : law == NoiseLaw.EXPONENTIAL ? factorial : n == 2 ? 1 : 0;
            kappa[n] = Math.pow(m, n - 1) * whole;
        }
        double[] moments = new double[9];
        moments[0] = 1;
        for (int n = 1; n <= 8; n++) {
            double binomial = 1;
            for (int i = 1; i <= n; i++) {
                moments[n] += binomial * kappa[i] * moments[n - i];
                binomial = binomial * (n - i) / i;
            }
        }
        return moments;
    }

    private static DividedRows rows(int m, int lanes, long first) {
        KeyedRows source = new KeyedRows(lanes);
        source.start(SEED, first);
        return new DividedRows(new NoiseParts(m), lanes).over(source);
    }

    /** 24 checks with false-alarm rate 1e-9 each. */
    @ParameterizedTest
    @CsvSource({"GAUSSIAN, 3", "POISSON, 2", "POISSON, 16", "EXPONENTIAL, 2", "EXPONENTIAL, 3", "EXPONENTIAL, 16"})
    void a_part_has_the_cumulants_of_the_whole_times_powers_of_m(NoiseLaw law, int m) {
        int count = 4096;
        double[] exact = moments(law, m);
        MeanCheck[] checks = new MeanCheck[5];
        for (int p = 1; p <= 4; p++) {
            checks[p] = new MeanCheck(exact[p], exact[2 * p] - exact[p] * exact[p], (long) count * LANES);
        }
        DividedRows rows = rows(m, LANES, 0);
        double[] row = new double[LANES];
        for (int k = 0; k < count; k++) {
            law.draw(rows, row);
            for (double x : row) {
                for (int p = 1; p <= 4; p++) {
                    checks[p].add(Math.pow(x, p));
                }
            }
        }
        for (int p = 1; p <= 4; p++) {
            assertThat(Math.abs(checks[p].score())).as("power %s", p).isLessThan(1);
        }
    }

    /** P(Gamma(1/m) > x(w)) = e^-w, inside the pieces of the table as well as at their ends. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 16, 64})
    void the_table_of_gamma_inverts_its_distribution_function(int m) {
        GammaRoot table = new GammaRoot(m);
        for (double w = 1.0 / 1024; w < 36.7; w += 0.0371) {
            double x = Math.pow(table.y(w), m);
            double reached = -Math.log(Gamma.regularizedGammaQ(1.0 / m, x));
            assertThat(reached).as("w = %s", w).isCloseTo(w, within(1e-9 * (1 + w)));
        }
    }

    @Test
    void no_number_of_an_exponential_row_leaves_the_table() {
        double least = 0x1p-53;
        double most = 53 * Math.log(2);
        double[] row = {least - 1, most - 1};
        new GammaRoot(5).apply(row, 2);
        assertThat(row[0]).isGreaterThanOrEqualTo(-1).isLessThan(-0.999);
        assertThat(row[1]).isBetween(5 * 30.0, 5 * 37.0);
    }

    @Test
    void the_thresholds_of_poisson_are_its_distribution_function() {
        long[] thresholds = new NoiseParts(4).poisson();
        double below = 0;
        double mass = Math.exp(-0.25);
        for (int k = 0; k < thresholds.length; k++) {
            below += mass;
            mass *= 0.25 / (k + 1);
            assertThat(thresholds[k] * 0x1p-48).isCloseTo(below, within(0x1p-47));
        }
        assertThat(thresholds).hasSizeBetween(8, 14).isSorted();
    }

    @ParameterizedTest
    @EnumSource(
            value = NoiseLaw.class,
            names = {"GAUSSIAN", "POISSON", "EXPONENTIAL", "STABLE"})
    void a_lane_depends_on_its_trajectory_alone(NoiseLaw law) {
        double[] wide = new double[LANES];
        double[] narrow = new double[3];
        DividedRows many = rows(4, LANES, 100);
        DividedRows few = rows(4, 3, 107);
        for (int k = 0; k < 50; k++) {
            law.draw(many, wide);
            law.draw(few, narrow);
            assertThat(narrow).isEqualTo(Arrays.copyOfRange(wide, 7, 10));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = NoiseLaw.class,
            names = {"GAUSSIAN", "POISSON", "EXPONENTIAL"})
    void one_part_is_the_whole_law(NoiseLaw law) {
        double[] whole = new double[LANES];
        double[] part = new double[LANES];
        KeyedRows source = new KeyedRows(LANES);
        source.start(SEED, 0);
        law.draw(source, whole);
        law.draw(rows(1, LANES, 0), part);
        if (law != NoiseLaw.POISSON) {
            assertThat(part).isEqualTo(whole);
        }
        assertThat(new NoiseParts(1).poisson()[0] * 0x1p-48).isCloseTo(Math.exp(-1), within(0x1p-47));
    }

    @ParameterizedTest
    @CsvSource({"GAUSSIAN, 7a8683fa2babc7d4", "POISSON, 6f5684d83f8cffea", "EXPONENTIAL, c4772d914553dc76"})
    void parts_have_their_bits(NoiseLaw law, String expected) {
        DividedRows rows = rows(4, LANES, 1000);
        double[] row = new double[LANES];
        GoldenBits bits = new GoldenBits();
        for (int k = 0; k < 200; k++) {
            law.draw(rows, row);
            bits.add(row);
        }
        assertThat(bits.fingerprint()).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(
            value = NoiseLaw.class,
            names = {"RADEMACHER", "SKEW_TWO_POINT", "THREE_POINT", "UNIFORM", "STUDENT_3"})
    void bounded_laws_have_no_parts(NoiseLaw law) {
        assertThat(NoiseParts.divisible(law)).isFalse();
        assertThatThrownBy(() -> law.draw(rows(4, LANES, 0), new double[LANES]))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("noise is " + law.label()
                        + ", which has no 4 equal independent parts; use gaussian, poisson1 or exp1 noise");
    }

    /** The sum of 8 parts over 8 has the law of the whole: E cos, with false-alarm rate 1e-9. */
    @Test
    void eight_stable_parts_make_a_stable_number() {
        int count = 1024;
        double mean = Math.exp(-1);
        MeanCheck check =
                new MeanCheck(mean, (1 + Math.exp(-Math.pow(2, 1.5))) / 2 - mean * mean, (long) count * LANES);
        DividedRows rows = rows(8, LANES, 0);
        double[] row = new double[LANES];
        for (int k = 0; k < count; k++) {
            double[] sum = new double[LANES];
            for (int part = 0; part < 8; part++) {
                rows.stable(row);
                for (int j = 0; j < LANES; j++) {
                    sum[j] += row[j] / 8;
                }
            }
            for (double s : sum) {
                check.add(Math.cos(s));
            }
        }
        assertThat(Math.abs(check.score())).isLessThan(1);
    }

    @Test
    void there_is_at_least_one_part() {
        assertThatThrownBy(() -> new NoiseParts(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parts is 0, expected at least 1 (1 is the whole)");
    }
}
