package org.itocheck.claim.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HalvingTest {
    @ParameterizedTest
    @ValueSource(ints = {5, 6, 7, 11})
    void smooth_sequences_have_the_limit_they_have(int count) {
        List<DoubleUnaryOperator> smooth = List.of(
                h -> h,
                h -> h * h,
                h -> Math.sin(h) / 3,
                h -> Math.expm1(-2 * h),
                h -> h / (1 + h),
                h -> h * (h - 0.1));
        for (DoubleUnaryOperator f : smooth) {
            Halving halving = halving(f, count);
            assertThat(Math.abs(halving.limit())).isLessThanOrEqualTo(halving.uncertainty() + 1e-15);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5, 0.7, 0.9, 0.97})
    void slow_powers_do_not(double p) {
        for (int count = 5; count <= 11; count++) {
            Halving halving = halving(h -> Math.pow(h, p), count);
            assertThat(Math.abs(halving.limit())).isGreaterThan(halving.uncertainty());
        }
    }

    @Test
    void a_wrong_limit_shows() {
        Halving halving = halving(h -> 1e-4 + h - 3 * h * h, 7);
        assertThat(halving.limit()).isGreaterThan(halving.uncertainty());
    }

    @Test
    void steps_shrink_in_a_convergent_sequence_alone() {
        assertThat(settles(halving(h -> 1 + h, 7))).isTrue();
        assertThat(settles(halving(h -> 1 + Math.sqrt(h), 7))).isTrue();
        assertThat(settles(halving(h -> 0, 7))).isTrue();
        assertThat(settles(halving(Math::log, 7))).isFalse();
        assertThat(settles(halving(h -> Math.pow(h, -0.5), 7))).isFalse();
        assertThat(settles(halving(h -> Math.pow(h, -0.1), 7))).isFalse();
    }

    private static boolean settles(Halving halving) {
        return Math.abs(halving.last() - halving.lastButOne()) <= halving.allowedStep();
    }

    private static Halving halving(DoubleUnaryOperator f, int count) {
        return new Halving(IntStream.range(0, count)
                .mapToDouble(i -> f.applyAsDouble(Math.scalb(1.0, -i)))
                .toArray());
    }
}
