package org.itocheck.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams go on where the rows are. */
class LaneStreamTest {
    private static final Seed SEED = new Seed(99);
    private static final int LANES = 3;
    private static final int AFTER = 150;

    /** A block in the phase (signs used, Gaussian spare or not, index spare or not) of its remainders. */
    private static KeyedRows block(boolean philox, int signs, int gaussians, int indices) {
        KeyedRows rows = philox ? KeyedRows.onPhilox(LANES) : new KeyedRows(LANES);
        rows.start(SEED, 5);
        double[] row = new double[LANES];
        for (int k = 0; k < signs; k++) {
            rows.rademacher(row);
        }
        for (int k = 0; k < gaussians; k++) {
            rows.gaussian(row);
        }
        for (int k = 0; k < indices; k++) {
            rows.index(7, new int[LANES]);
        }
        return rows;
    }

    private static double[][] byRows(NoiseRows rows, int from, int to) {
        double[][] drawn = new double[to - from][rows.lanes()];
        for (int k = from; k < to; k++) {
            DrawScript.call(k, rows, drawn[k - from]);
        }
        return drawn;
    }

    private static double[][] byStreams(NoiseRows rows, int from, int to) {
        double[][] drawn = new double[to - from][rows.lanes()];
        double[] cell = new double[1];
        for (int j = 0; j < rows.lanes(); j++) {
            for (int k = from; k < to; k++) {
                DrawScript.call(k, rows.lane(j).rows(), cell);
                drawn[k - from][j] = cell[0];
            }
        }
        return drawn;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void streams_continue_the_rows_in_every_phase_of_every_remainder(boolean philox) {
        for (int signs = 0; signs <= 65; signs++) {
            for (int gaussians = 0; gaussians < 2; gaussians++) {
                for (int indices = 0; indices < 2; indices++) {
                    double[][] expected = byRows(block(philox, signs, gaussians, indices), 0, AFTER);
                    assertThat(byStreams(block(philox, signs, gaussians, indices), 0, AFTER))
                            .as("%s signs, %s gaussians, %s indices", signs, gaussians, indices)
                            .isDeepEqualTo(expected);
                }
            }
        }
    }

    @Test
    void rows_and_streams_may_alternate_after_the_first_stream() {
        double[][] expected = byRows(block(false, 10, 1, 1), 0, 3 * AFTER);
        KeyedRows rows = block(false, 10, 1, 1);
        for (int part = 0; part < 3; part++) {
            double[][] drawn = part == 1
                    ? byRows(rows, part * AFTER, (part + 1) * AFTER)
                    : byStreams(rows, part * AFTER, (part + 1) * AFTER);
            for (int k = 0; k < AFTER; k++) {
                assertThat(drawn[k]).isEqualTo(expected[part * AFTER + k]);
            }
        }
    }

    @Test
    void the_rows_see_what_a_stream_has_drawn() {
        KeyedRows rows = block(false, 0, 0, 0);
        rows.lane(1).uniform();
        double[] row = new double[LANES];
        rows.uniform(row);
        double[][] expected = new double[2][LANES];
        KeyedRows plain = block(false, 0, 0, 0);
        plain.uniform(expected[0]);
        plain.uniform(expected[1]);
        assertThat(row).containsExactly(expected[0][0], expected[1][1], expected[0][2]);
    }

    @Test
    void start_takes_the_rows_back_and_keeps_the_streams() {
        KeyedRows rows = block(false, 3, 1, 1);
        RandomStream stream = rows.lane(2);
        stream.gaussian();
        rows.start(SEED, 5);
        double[][] expected = byRows(block(false, 0, 0, 0), 0, AFTER);
        assertThat(byRows(rows, 0, AFTER)).isDeepEqualTo(expected);
        rows.start(SEED, 5);
        assertThat(byStreams(rows, 0, AFTER)).isDeepEqualTo(expected);
        assertThat(rows.lane(2)).isSameAs(stream);
    }

    @Test
    void a_block_of_one_lane_has_its_stream_too() {
        KeyedRows rows = new KeyedRows(1);
        rows.start(SEED, 7);
        double[][] expected = byRows(rows, 0, AFTER);
        rows.start(SEED, 7);
        assertThat(byStreams(rows, 0, AFTER)).isDeepEqualTo(expected);
        rows.start(SEED, 7);
        assertThat(rows.lane(0).rows().lane(0).rows()).isSameAs(rows);
    }

    @Test
    void every_way_of_drawing_gives_the_numbers_of_the_rows() {
        RandomStream stream = block(false, 0, 0, 0).lane(0);
        KeyedRows rows = new KeyedRows(1);
        rows.start(SEED, 5);
        double[] row = new double[1];
        int[] index = new int[1];
        rows.gaussian(row);
        assertThat(stream.gaussian()).isEqualTo(row[0]);
        rows.rademacher(row);
        assertThat(stream.rademacher()).isEqualTo(row[0]);
        rows.uniform(row);
        assertThat(stream.uniform()).isEqualTo(row[0]);
        rows.index(50, index);
        assertThat(stream.index(50)).isEqualTo(index[0]);
        for (NoiseLaw law : NoiseLaw.values()) {
            law.draw(rows, row);
            assertThat(stream.draw(law)).isEqualTo(row[0]);
        }
    }

    @Test
    void a_closed_stream_throws_until_it_is_opened() {
        RandomStream stream = block(false, 0, 0, 0).lane(0);
        stream.close();
        String message =
                "random stream used outside its step; draw inside step(x, context) and keep no reference to it";
        assertThatThrownBy(stream::gaussian)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(message);
        assertThatThrownBy(stream::rademacher).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(stream::uniform).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> stream.draw(NoiseLaw.POISSON)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> stream.index(3)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(stream::rows).isInstanceOf(IllegalStateException.class);
        stream.open();
        KeyedRows rows = new KeyedRows(1);
        rows.start(SEED, 5);
        double[] row = new double[1];
        rows.gaussian(row);
        assertThat(stream.gaussian()).isEqualTo(row[0]);
    }

    @Test
    void a_stream_needs_one_lane() {
        assertThatThrownBy(() -> new RandomStream(new KeyedRows(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rows has 2 lanes, a stream needs exactly 1; use rows.lane(j)");
    }
}
