package org.itocheck.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Products of two different draws have mean 0 and variance 1: across lanes, calls, seeds, purposes and blocks; and so have the products
 * of their squares, centred. Each check has false-alarm rate 1e-9 (see {@link MeanCheck}).
 */
class UnrelatedDrawsTest {
    private static final int LANES = 256;
    private static final int ROWS = 2048;

    private static KeyedRows rows(Seed seed, long first) {
        KeyedRows rows = new KeyedRows(LANES);
        rows.start(seed, first);
        return rows;
    }

    private static double[][] draw(NoiseLaw law, NoiseRows rows) {
        double[][] drawn = new double[ROWS][LANES];
        for (double[] row : drawn) {
            law.draw(rows, row);
        }
        return drawn;
    }

    /** Score of the products x[k][j] y[k + rowLag][j + laneLag], the larger of plain and squared. */
    private static double score(NoiseLaw law, double[][] x, double[][] y, int rowLag, int laneLag) {
        long count = (long) (ROWS - rowLag) * (LANES - laneLag);
        double squareVariance = Math.max(1e-12, law.fourthCumulant() + 2);
        MeanCheck plain = new MeanCheck(0, 1, count);
        MeanCheck squared = new MeanCheck(0, squareVariance * squareVariance, count);
        for (int k = 0; k + rowLag < ROWS; k++) {
            for (int j = 0; j + laneLag < LANES; j++) {
                double a = x[k][j];
                double b = y[k + rowLag][j + laneLag];
                plain.add(a * b);
                squared.add((a * a - 1) * (b * b - 1));
            }
        }
        double squares = law == NoiseLaw.RADEMACHER ? 0 : Math.abs(squared.score());
        return Math.max(Math.abs(plain.score()), squares);
    }

    @ParameterizedTest
    @MethodSource("org.itocheck.random.NoiseLaw#light")
    void lanes_and_calls_are_unrelated(NoiseLaw law) {
        double[][] x = draw(law, rows(new Seed(3), 0));
        for (int lag : new int[] {1, 2, 8, 16, 128}) {
            assertThat(score(law, x, x, 0, lag)).as("%s lanes apart", lag).isLessThan(1);
            assertThat(score(law, x, x, lag, 0)).as("%s calls apart", lag).isLessThan(1);
            assertThat(score(law, x, x, lag, lag)).as("%s of both apart", lag).isLessThan(1);
        }
    }

    @ParameterizedTest
    @MethodSource("org.itocheck.random.NoiseLaw#light")
    void seeds_purposes_and_blocks_are_unrelated(NoiseLaw law) {
        Seed seed = new Seed(3);
        double[][] x = draw(law, rows(seed, 0));
        Supplier<double[][]> nextSeed = () -> draw(law, rows(new Seed(4), 0));
        Supplier<double[][]> oneBit = () -> draw(law, rows(new Seed(3 | Long.MIN_VALUE), 0));
        Supplier<double[][]> nextBlock = () -> draw(law, rows(seed, LANES));
        Supplier<double[][]> farBlock = () -> draw(law, rows(seed, 1L << 40));
        assertThat(score(law, x, nextSeed.get(), 0, 0)).isLessThan(1);
        assertThat(score(law, x, oneBit.get(), 0, 0)).isLessThan(1);
        assertThat(score(law, x, nextBlock.get(), 0, 0)).isLessThan(1);
        assertThat(score(law, x, farBlock.get(), 0, 0)).isLessThan(1);
        double[][] a = draw(law, rows(seed.forPurpose("a"), 0));
        double[][] b = draw(law, rows(seed.forPurpose("b"), 0));
        assertThat(score(law, a, b, 0, 0)).isLessThan(1);
        assertThat(score(law, a, x, 0, 0)).isLessThan(1);
        assertThat(score(law, b, draw(law, rows(new Seed(4).forPurpose("a"), 0)), 0, 0))
                .isLessThan(1);
        assertThat(score(law, a, draw(law, rows(new Seed(4).forPurpose("a"), 0)), 0, 0))
                .isLessThan(1);
    }

    @ParameterizedTest
    @MethodSource("org.itocheck.random.NoiseLaw#light")
    void lanes_that_share_their_numbers_are_caught(NoiseLaw law) {
        double[][] x = draw(law, Distorted.lanesShared(rows(new Seed(3), 0), 16));
        assertThat(score(law, x, x, 0, 1)).isGreaterThan(1);
    }

    @ParameterizedTest
    @MethodSource("org.itocheck.random.NoiseLaw#light")
    void a_weak_echo_of_the_call_before_is_caught(NoiseLaw law) {
        double[][] x = draw(law, rows(new Seed(3), 0));
        double echo = 0.05;
        double[][] y = new double[ROWS][LANES];
        for (int k = 1; k < ROWS; k++) {
            for (int j = 0; j < LANES; j++) {
                y[k][j] = (x[k][j] + echo * x[k - 1][j]) / Math.sqrt(1 + echo * echo);
            }
        }
        assertThat(score(law, y, y, 1, 0)).isGreaterThan(1);
    }

    @ParameterizedTest
    @MethodSource("org.itocheck.random.NoiseLaw#light")
    void a_seed_without_effect_is_caught(NoiseLaw law) {
        double[][] x = draw(law, rows(new Seed(3), 0));
        assertThat(score(law, x, draw(law, rows(new Seed(3), 0)), 0, 0)).isGreaterThan(1);
    }
}
