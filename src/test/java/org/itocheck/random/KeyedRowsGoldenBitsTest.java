package org.itocheck.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.itocheck.math.GoldenBits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        "GAUSSIAN, ?, ?",
        "RADEMACHER, ?, ?",
        "SKEW_TWO_POINT, ?, ?",
        "UNIFORM, ?, ?",
        "POISSON, ?, ?",
        "EXPONENTIAL, ?, ?",
    })
    void every_law_has_its_bits(NoiseLaw law, String onHash, String onPhilox) {
        assertThat(fingerprint(new KeyedRows(LANES), law) + " " + fingerprint(KeyedRows.onPhilox(LANES), law))
                .isEqualTo(onHash + " " + onPhilox);
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
        assertThat(bits.fingerprint()).isEqualTo("?");
    }

    @Test
    void seeds_have_their_bits() {
        assertThat(SEED).hasToString("?");
        assertThat(new Seed(0).forPurpose("")).hasToString("?");
    }
}
