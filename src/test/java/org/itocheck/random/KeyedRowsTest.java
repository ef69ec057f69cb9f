package org.itocheck.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A number depends on seed, trajectory and calls so far, and on nothing else. */
class KeyedRowsTest {
    private static final Seed SEED = new Seed(0x5EED_0000_0001L).forPurpose("rows");
    private static final int CALLS = 500;

    private static KeyedRows rows(boolean philox, int lanes) {
        return philox ? KeyedRows.onPhilox(lanes) : new KeyedRows(lanes);
    }

    /** What trajectory {@code first + lane} draws in the script, seen through a block of some length. */
    private static double[] trajectory(NoiseRows rows, int lane) {
        double[] row = new double[rows.lanes()];
        double[] drawn = new double[CALLS];
        for (int k = 0; k < CALLS; k++) {
            DrawScript.call(k, rows, row);
            drawn[k] = row[lane];
        }
        return drawn;
    }

    @ParameterizedTest
    @CsvSource({"false, 1", "false, 15", "false, 16", "false, 64", "true, 1", "true, 64"})
    void numbers_do_not_depend_on_the_block(boolean philox, int lanes) {
        KeyedRows wide = rows(philox, 256);
        KeyedRows narrow = rows(philox, lanes);
        for (int trajectory : new int[] {1000, 1001, 1063, 1255}) {
            wide.start(SEED, 1000);
            double[] expected = trajectory(wide, trajectory - 1000);
            for (int lane : new int[] {0, lanes / 2, lanes - 1}) {
                narrow.start(SEED, trajectory - lane);
                assertThat(trajectory(narrow, lane)).isEqualTo(expected);
            }
        }
    }

    @Test
    void words_are_the_documented_hash() {
        KeyedRows rows = new KeyedRows(2);
        long first = 41;
        rows.start(SEED, first);
        double[] row = new double[2];
        long key = Bits.mix(SEED.value() + (first + 1) * Bits.GAMMA);
        for (int c = 0; c < 5; c++) {
            rows.uniform(row);
            double u = ((Bits.mix(key + c * Bits.STEP) >>> 12) + 0.5) * 0x1p-52;
            assertThat(row[1]).isEqualTo(2 * Math.sqrt(3) * (u - 0.5));
        }
    }

    @Test
    void start_forgets_everything() {
        KeyedRows rows = new KeyedRows(16);
        rows.start(SEED, 0);
        double[] expected = trajectory(rows, 3);
        for (int calls = 0; calls < 40; calls++) {
            rows.start(SEED, 777);
            double[] row = new double[16];
            for (int k = 0; k < calls; k++) {
                DrawScript.call(k, rows, row);
            }
            rows.start(SEED, 0);
            assertThat(trajectory(rows, 3)).isEqualTo(expected);
        }
    }

    @Test
    void kinds_keep_their_own_remainder() {
        KeyedRows mixed = new KeyedRows(4);
        mixed.start(SEED, 0);
        double[] first = new double[4];
        double[] second = new double[4];
        double[] other = new double[4];
        mixed.gaussian(first);
        mixed.uniform(other);
        mixed.rademacher(other);
        mixed.index(10, new int[4]);
        mixed.gaussian(second);
        KeyedRows plain = new KeyedRows(4);
        plain.start(SEED, 0);
        plain.gaussian(other);
        assertThat(other).isEqualTo(first);
        plain.gaussian(other);
        assertThat(other).isEqualTo(second);
    }

    @Test
    void drawing_allocates_nothing() {
        KeyedRows rows = new KeyedRows(256);
        double[] row = new double[256];
        int[] index = new int[256];
        rows.start(SEED, 0);
        rows.lane(0);
        long allocated = Long.MAX_VALUE;
        NoiseLaw[] laws = NoiseLaw.values();
        // vectors are objects until the compiler has seen enough of them
        for (int round = 0; round < 200 && allocated >= 8000; round++) {
            long before = allocatedBytes();
            for (int block = 0; block < 500; block++) {
                rows.start(SEED, 256L * block);
                for (NoiseLaw law : laws) {
                    law.draw(rows, row);
                }
                rows.index(10, index);
                rows.lane(block % 256).gaussian();
                rows.gaussian(row);
            }
            allocated = allocatedBytes() - before;
        }
        // the measurement itself allocates some hundred bytes; 500 blocks with the smallest object each would make 8000
        assertThat(allocated).isLessThan(8000);
    }

    private static long allocatedBytes() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    @Test
    void a_longer_row_keeps_its_tail() {
        KeyedRows rows = new KeyedRows(3);
        rows.start(SEED, 0);
        for (NoiseLaw law : NoiseLaw.values()) {
            double[] row = new double[5];
            Arrays.fill(row, 99);
            law.draw(rows, row);
            law.draw(rows, row);
            assertThat(row).endsWith(99, 99);
            assertThat(Arrays.copyOf(row, 3)).doesNotContain(99);
        }
    }

    @Test
    void misuse_is_refused_with_its_remedy() {
        KeyedRows rows = new KeyedRows(3);
        assertThatThrownBy(() -> rows.gaussian(new double[3]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the rows stand nowhere; call start(seed, firstTrajectory) before drawing");
        assertThatThrownBy(() -> rows.lane(0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> rows.start(SEED, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("firstTrajectory is -1, expected at least 0");
        rows.start(SEED, 0);
        assertThatThrownBy(() -> rows.uniform(new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row has 2 entries, the block has 3 lanes; pass a row of at least that length");
        assertThatThrownBy(() -> rows.lane(3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("lane is 3, expected 0 to 2");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void a_block_has_at_least_one_lane(int lanes) {
        assertThatThrownBy(() -> new KeyedRows(lanes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("lanes is " + lanes + ", expected at least 1");
        assertThatThrownBy(() -> KeyedRows.onPhilox(lanes)).isInstanceOf(IllegalArgumentException.class);
    }
}
