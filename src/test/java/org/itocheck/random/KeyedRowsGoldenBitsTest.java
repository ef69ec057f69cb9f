package org.itocheck.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.itocheck.math.GoldenBits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The bits of the first rows of every kind. A change here makes every printed seed mean something else: it needs a reason and a line in
 * the release notes, not a new constant.
 */
class KeyedRowsGoldenBitsTest {
    private static final Seed SEED = Seed.parse("0x00005EED00000001").forPurpose("golden");
    private static final int LANES = 256;
    private static final int ROWS = 200;

    private static String fingerprint(KeyedRows rows, NoiseLaw law) {
        rows.start(SEED, 1000);
        double[] row = new double[LANES];
        GoldenBits bits = new GoldenBits();
        for (int k = 0; k < ROWS; k++) {
            law.draw(rows, row);
            bits.add(row);
        }
        return bits.fingerprint();
    }

    @ParameterizedTest
    @CsvSource({
        "GAUSSIAN, 05b180242f90d155, 4947b64ff538cbdf",
        "RADEMACHER, 9505ecad7c18d400, 76716a501bebb229",
        "SKEW_TWO_POINT, df0af224f1e4191e, 153cfc333c1ac5aa",
        "THREE_POINT, 9f9ac1b898d0875c, 10bb9583d344c6cc",
        "UNIFORM, 20c26e22d8f04659, 2b4e6450a7f4adc7",
        "POISSON, e904a3b2cf01558e, 3c62fffba820da17",
        "EXPONENTIAL, c190fe7e1da96611, 9ba12d7b14c70522",
        "STUDENT_3, f648dae3e97f8c87, f42acd41d805b60f",
        "STUDENT_5, 4f42c9e6581327b7, 272fb2f7d3ceb701",
        "STABLE, 867bf7604bd0ca40, 3a502ba26ac3ab49",
    })
    void every_law_has_its_bits(NoiseLaw law, String onHash, String onPhilox) {
        assertThat(fingerprint(new KeyedRows(LANES), law) + " " + fingerprint(KeyedRows.onPhilox(LANES), law))
                .isEqualTo(onHash + " " + onPhilox);
    }

    @ParameterizedTest
    @EnumSource(NoiseLaw.class)
    void bits_stay_when_the_code_gets_compiled(NoiseLaw law) {
        KeyedRows rows = new KeyedRows(LANES);
        String cold = fingerprint(rows, law);
        double[] row = new double[LANES];
        for (int k = 0; k < 20_000; k++) {
            law.draw(rows, row);
        }
        assertThat(fingerprint(rows, law)).isEqualTo(cold);
    }

    @Test
    void indices_have_their_bits() {
        KeyedRows rows = new KeyedRows(LANES);
        rows.start(SEED, 1000);
        int[] row = new int[LANES];
        GoldenBits bits = new GoldenBits();
        for (int k = 0; k < ROWS; k++) {
            rows.index(1 + k * k * k, row);
            bits.add(row);
        }
        assertThat(bits.fingerprint()).isEqualTo("17f97ff3470a90ad");
    }

    @Test
    void seeds_have_their_bits() {
        assertThat(SEED).hasToString("0xC0B7291E0E06B3C1");
        assertThat(new Seed(0).forPurpose("")).hasToString("0x48218226FF3CD4BF");
    }
}
