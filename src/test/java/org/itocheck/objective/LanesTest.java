package org.itocheck.objective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LanesTest {
    private static final int MOST = 256;

    @ParameterizedTest
    @MethodSource("org.itocheck.objective.Samples#all")
    void a_lane_has_the_same_bits_in_a_block_of_any_size(Objective objective) {
        double[][] x = Samples.random(14, objective.dimension(), MOST);
        double[][] expected = everything(objective, x, MOST);
        for (int lanes : new int[] {1, 7, 16, 64}) {
            double[][] part = new double[x.length][];
            for (int i = 0; i < x.length; i++) {
                part[i] = Arrays.copyOf(x[i], lanes);
            }
            double[][] found = everything(objective, part, lanes);
            for (int i = 0; i < expected.length; i++) {
                assertThat(bits(found[i]))
                        .as("row %d of %d lanes", i, lanes)
                        .isEqualTo(bits(Arrays.copyOf(expected[i], lanes)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.itocheck.objective.Samples#all")
    void an_infinite_lane_leaves_the_others_alone(Objective objective) {
        double[][] x = Samples.random(15, objective.dimension(), 16);
        double[][] expected = everything(objective, x, 16);
        for (double[] row : x) {
            row[5] = Double.POSITIVE_INFINITY;
        }
        Evaluator evaluator = objective.evaluator(16);
        everything(objective, evaluator, x, 16);
        double[][] found = everything(objective, evaluator, x, 16);
        for (int i = 0; i < expected.length; i++) {
            found[i][5] = expected[i][5];
            assertThat(bits(found[i])).isEqualTo(bits(expected[i]));
        }
    }

    @ParameterizedTest
    @MethodSource("org.itocheck.objective.Samples#all")
    void longer_rows_keep_their_tail(Objective objective) {
        int d = objective.dimension();
        double[][] x = Samples.random(16, d, 12);
        double[][] found = everything(objective, objective.evaluator(10), x, 12);
        for (double[] row : found) {
            assertThat(row[10]).isEqualTo(-77);
            assertThat(row[11]).isEqualTo(-77);
        }
    }

    private static double[][] everything(Objective objective, double[][] x, int lanes) {
        return everything(objective, objective.evaluator(lanes), x, lanes);
    }

    private static double[][] everything(Objective objective, Evaluator evaluator, double[][] x, int rowLength) {
        int d = objective.dimension();
        double[][] all = new double[3 * d + 1][rowLength];
        for (double[] row : all) {
            Arrays.fill(row, -77);
        }
        var noise = new TestRows(6, Math.min(rowLength, rowLength == 12 ? 10 : rowLength));
        evaluator.sampleGradient(x, noise, Arrays.copyOfRange(all, 0, d));
        evaluator.gradientAndDiffusion(
                x, noise, Arrays.copyOfRange(all, d, 2 * d), Arrays.copyOfRange(all, 2 * d, 3 * d));
        evaluator.value(x, all[3 * d]);
        return all;
    }

    private static long[] bits(double[] row) {
        return Arrays.stream(row).mapToLong(Double::doubleToLongBits).toArray();
    }
}
