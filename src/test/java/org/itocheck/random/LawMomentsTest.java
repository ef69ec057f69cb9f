package org.itocheck.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The first four moments of every law, each with false-alarm rate 1e-9 (see {@link MeanCheck}): 112 checks, 1.1e-7 in all. */
class LawMomentsTest {
    private static final int LANES = 256;
    private static final int ROWS = 4096;

    /** E xi^p exactly, p = 0 to 8. */
    private static double moment(NoiseLaw law, int p) {
        boolean even = p % 2 == 0;
        double[] gaussian = {1, 0, 1, 0, 3, 0, 15, 0, 105};
        double[] poisson = {1, 0, 1, 1, 4, 11, 41, 162, 715};
        double[] exponential = {1, 0, 1, 2, 9, 44, 265, 1854, 14833};
        return switch (law) {
            case GAUSSIAN -> gaussian[p];
            case RADEMACHER -> even ? 1 : 0;
            case SKEW_TWO_POINT -> 0.1 * Math.pow(3, p) + 0.9 * Math.pow(-1.0 / 3, p);
            case THREE_POINT -> p == 0 ? 1 : even ? Math.pow(3, p / 2 - 1) : 0;
            case UNIFORM -> even ? Math.pow(3, 0.5 * p) / (p + 1) : 0;
            case POISSON -> poisson[p];
            case EXPONENTIAL -> exponential[p];
            default -> throw new IllegalArgumentException(law + " has not all moments");
        };
    }

    /** The largest score of the four moments; above 1 means a false alarm of rate 4e-9 or a wrong law. */
    private static double worstScore(NoiseLaw law, NoiseRows rows) {
        MeanCheck[] checks = new MeanCheck[5];
        for (int p = 1; p <= 4; p++) {
            double mean = moment(law, p);
            // a power that is constant has variance 0 up to rounding: any deviation then counts
            double variance = Math.max(1e-12, moment(law, 2 * p) - mean * mean);
            checks[p] = new MeanCheck(mean, variance, (long) ROWS * LANES);
        }
        double[] row = new double[LANES];
        for (int k = 0; k < ROWS; k++) {
            law.draw(rows, row);
            for (double x : row) {
                double power = 1;
                for (int p = 1; p <= 4; p++) {
                    power *= x;
                    checks[p].add(power);
                }
            }
        }
        double worst = 0;
        for (int p = 1; p <= 4; p++) {
            worst = Math.max(worst, Math.abs(checks[p].score()));
        }
        return worst;
    }

    private static KeyedRows rows(long seed) {
        KeyedRows rows = new KeyedRows(LANES);
        rows.start(new Seed(seed).forPurpose("moments"), seed);
        return rows;
    }

    @ParameterizedTest
    @MethodSource("org.itocheck.random.NoiseLaw#light")
    void every_law_has_its_four_moments(NoiseLaw law) {
        for (long seed : new long[] {0, 1, 0x5EED_0000_0001L}) {
            assertThat(worstScore(law, rows(seed))).as("seed %s", seed).isLessThan(1);
        }
    }

    @ParameterizedTest
    @MethodSource("org.itocheck.random.NoiseLaw#light")
    void every_law_has_its_four_moments_on_philox_words_too(NoiseLaw law) {
        KeyedRows rows = KeyedRows.onPhilox(LANES);
        rows.start(new Seed(1), 0);
        assertThat(worstScore(law, rows)).isLessThan(1);
    }

    @ParameterizedTest
    @MethodSource("org.itocheck.random.NoiseLaw#light")
    void the_catalogue_states_the_cumulants_of_the_law(NoiseLaw law) {
        assertThat(moment(law, 1)).isCloseTo(0, within(1e-15));
        assertThat(moment(law, 2)).isCloseTo(1, within(1e-15));
        assertThat(law.thirdCumulant()).isCloseTo(moment(law, 3), within(1e-15));
        assertThat(law.fourthCumulant()).isCloseTo(moment(law, 4) - 3, within(1e-14));
    }

    @ParameterizedTest
    @MethodSource("org.itocheck.random.NoiseLaw#light")
    void a_shift_or_a_scale_of_two_percent_is_caught(NoiseLaw law) {
        assertThat(worstScore(law, Distorted.draws(rows(1), x -> x + 0.02))).isGreaterThan(1);
        assertThat(worstScore(law, Distorted.draws(rows(1), x -> x * 1.02))).isGreaterThan(1);
    }

    @Test
    void a_skew_and_a_heavy_tail_with_the_right_variance_are_caught() {
        DoubleUnaryOperator skewed = x -> (x + 0.03 * (x * x - 1)) / Math.sqrt(1 + 2 * 0.03 * 0.03);
        assertThat(worstScore(NoiseLaw.GAUSSIAN, Distorted.draws(rows(1), skewed)))
                .isGreaterThan(1);
        int[] calls = {0};
        DoubleUnaryOperator mixture = x -> x * (calls[0]++ % 2 == 0 ? 0.8 : 1.2) / Math.sqrt(1.04);
        assertThat(worstScore(NoiseLaw.GAUSSIAN, Distorted.draws(rows(1), mixture)))
                .isGreaterThan(1);
    }

    @ParameterizedTest
    @CsvSource({
        "RADEMACHER, UNIFORM",
        "UNIFORM, THREE_POINT",
        "THREE_POINT, UNIFORM",
        "GAUSSIAN, POISSON",
        "POISSON, EXPONENTIAL",
        "EXPONENTIAL, SKEW_TWO_POINT"
    })
    void one_law_in_place_of_another_is_caught(NoiseLaw drawn, NoiseLaw stated) {
        KeyedRows rows = rows(1);
        NoiseRows swapped = Distorted.draws(rows, x -> x);
        double[] row = new double[LANES];
        int[] place = {LANES};
        NoiseRows wrong = Distorted.draws(swapped, x -> {
            if (place[0] == LANES) {
                drawn.draw(rows, row);
                place[0] = 0;
            }
            return row[place[0]++];
        });
        assertThat(worstScore(stated, wrong)).isGreaterThan(1);
    }
}
