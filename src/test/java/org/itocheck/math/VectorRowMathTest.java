package org.itocheck.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The functions on the Vector API have the bits of the plain ones, at every width and for every kind of argument. */
class VectorRowMathTest {
    private static final int LANES = RowBits.LANES;

    @TempDir
    Path folder;

    /** As bits, with one NaN. */
    private static long[] result(RowFunction function, RowMath math, double[] x) {
        double[] out = new double[x.length];
        function.apply(math, x, out);
        return Arrays.stream(out).mapToLong(Double::doubleToLongBits).toArray();
    }

    @ParameterizedTest
    @EnumSource(RowFunction.class)
    void rows_of_all_kinds_have_the_plain_bits(RowFunction function) {
        RowMath vector = new RowMath(LANES);
        RowMath plain = RowMath.plain(LANES);
        double[] x = new double[LANES];
        for (int row = 0; row < 2000; row++) {
            RowBits.fill(x, function, row);
            assertThat(result(function, vector, x)).as("row %d", row).isEqualTo(result(function, plain, x));
        }
    }

    /** Rows of one number, so that a bad end does not send usual numbers to the plain version. */
    @ParameterizedTest
    @EnumSource(RowFunction.class)
    void ends_and_their_neighbours_have_the_plain_bits(RowFunction function) {
        RowMath vector = new RowMath(LANES);
        RowMath plain = RowMath.plain(LANES);
        double[] x = new double[LANES];
        for (int i = 0; i < RowBits.ends(); i++) {
            Arrays.fill(x, RowBits.end(i));
            assertThat(result(function, vector, x)).as("%s", x[0]).isEqualTo(result(function, plain, x));
        }
    }

    /** A dense set: neighbouring doubles, where a last bit that is rounded otherwise would show. */
    @ParameterizedTest
    @EnumSource(RowFunction.class)
    void neighbouring_doubles_have_the_plain_bits(RowFunction function) {
        RowMath vector = new RowMath(LANES);
        RowMath plain = RowMath.plain(LANES);
        double[] x = new double[LANES];
        for (double start : new double[] {0.5, 1, 1.5, 21.9, 43.99, 353.9}) {
            double next = start;
            for (int row = 0; row < 50; row++) {
                for (int j = 0; j < LANES; j++) {
                    x[j] = next;
                    next = Math.nextUp(next) + 1e-4 * (row % 2) * start;
                }
                assertThat(result(function, vector, x)).as("from %s", x[0]).isEqualTo(result(function, plain, x));
            }
        }
    }

    @Test
    void this_jvm_computes_on_the_vector_api() {
        assertThat(Kernels.doubles()).isPositive();
        assertThat(Kernels.forLanes(Sine.class, "VectorSine", LANES, n -> new Sine(n, new BitCasts(n))))
                .isNotExactlyInstanceOf(Sine.class);
        assertThat(Kernels.forLanes(Sine.class, "VectorSine", LANES + 1, n -> new Sine(n, new BitCasts(n))))
                .isExactlyInstanceOf(Sine.class);
    }

    @TestFactory
    Stream<DynamicTest> every_width_has_the_plain_bits() {
        return Stream.of(
                        List.of(OtherJvm.VECTOR_API, "-XX:MaxVectorSize=16"),
                        List.of(OtherJvm.VECTOR_API, "-XX:UseAVX=2"),
                        List.of(OtherJvm.VECTOR_API, "-Ditocheck.kernels.bits=512"))
                .map(OtherJvm::with)
                .map(jvm ->
                        DynamicTest.dynamicTest(jvm.toString(), () -> hasThePlainBits(jvm.run(RowBits.class, folder))));
    }

    private static void hasThePlainBits(List<String> lines) {
        assertThat(lines.get(0)).isNotEqualTo("0");
        assertThat(lines.subList(1, lines.size()))
                .isEqualTo(Arrays.stream(RowFunction.values())
                        .map(function -> RowBits.line(function, RowMath.plain(LANES)))
                        .toList());
    }
}
