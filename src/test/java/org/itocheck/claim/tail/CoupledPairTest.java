package org.itocheck.claim.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;
import org.itocheck.objective.catalogue.AdditiveQuadratic;
import org.itocheck.objective.catalogue.RandomCurvature;
import org.itocheck.random.KeyedRows;
import org.itocheck.random.NoiseLaw;
import org.itocheck.random.NoiseRows;
import org.itocheck.random.Seed;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pairs of points that see the same mini-batch, and what is read off them, on the gradient 3x + s z. */
class CoupledPairTest {
    private static final int LANES = 64;

    static Stream<BiConsumer<NoiseRows, double[]>> laws() {
        return Stream.of(
                NoiseRows::gaussian,
                NoiseRows::rademacher,
                NoiseRows::skewTwoPoint,
                NoiseRows::threePoint,
                NoiseRows::uniform,
                NoiseRows::poisson,
                NoiseRows::exponential,
                NoiseRows::stable,
                (rows, row) -> rows.studentT(3, row),
                (rows, row) -> {
                    int[] indices = new int[LANES];
                    rows.index(7, indices);
                    Arrays.setAll(row, j -> indices[j]);
                });
    }

    @ParameterizedTest
    @MethodSource("laws")
    void what_is_replayed_is_what_the_source_drew(BiConsumer<NoiseRows, double[]> draw) {
        double[] first = new double[LANES];
        double[] second = new double[LANES];
        KeyedRows plain = source();
        draw.accept(plain, first);
        draw.accept(plain, second);
        CoupledRows coupled = new CoupledRows(LANES);
        coupled.record(source());
        for (int round = 0; round < 3; round++) {
            double[] again = new double[LANES];
            draw.accept(coupled, again);
            assertThat(again).containsExactly(first);
            draw.accept(coupled, again);
            assertThat(again).containsExactly(second);
            coupled.replay();
        }
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void the_ratio_of_a_linear_gradient_is_its_slope_whatever_the_noise() {
        CoupledPair pair = new CoupledPair(loss(5), new double[] {10, 0}, LANES);
        double[] out = new double[LANES];
        KeyedRows noise = source();
        pair.turn(noise);
        for (double distance : new double[] {0.5, 1, 128}) {
            pair.ratio(noise, distance, out);
            assertThat(boxed(out)).allSatisfy(ratio -> assertThat(ratio).isCloseTo(3.0, within(1e-10)));
        }
    }

    /** Without noise |g| = 3 |x|, and x lies on the circle of the given radius around the centre. */
    @Test
    void points_lie_at_their_distance_from_the_centre() {
        double[] out = new double[LANES];
        KeyedRows noise = source();
        CoupledPair around = new CoupledPair(loss(0), new double[2], LANES);
        around.turn(noise);
        around.ratio(noise, 4, new double[LANES]);
        around.size(out);
        assertThat(boxed(out)).allSatisfy(size -> assertThat(size).isCloseTo(12.0, within(1e-13)));

        CoupledPair aside = new CoupledPair(loss(0), new double[] {10, 0}, LANES);
        aside.turn(noise);
        aside.ratio(noise, 4, new double[LANES]);
        aside.size(out);
        assertThat(Arrays.stream(out).min().orElseThrow()).isBetween(18.0, 22.0);
        assertThat(Arrays.stream(out).max().orElseThrow()).isBetween(38.0, 42.0);
    }

    @Test
    void noise_is_the_widest_of_several_differences() {
        double[] out = new double[LANES];
        Arrays.fill(out, 99);
        KeyedRows noise = source();
        CoupledPair silent = new CoupledPair(loss(0), new double[2], LANES);
        silent.turn(noise);
        silent.ratio(noise, 1, new double[LANES]);
        silent.noise(noise, out);
        assertThat(out).containsOnly(0);

        CoupledPair loud = new CoupledPair(loss(0.5), new double[2], LANES);
        loud.turn(noise);
        loud.ratio(noise, 1, new double[LANES]);
        loud.noise(noise, out);
        assertThat(boxed(out)).allSatisfy(widest -> assertThat(widest).isBetween(0.999, 1.4143));
        // the chance that both coordinates differ in none of 16 mini-batches is 1 %
        assertThat(IntStream.range(0, LANES).filter(j -> out[j] > 1.4)).hasSizeGreaterThan(LANES - 8);
    }

    /** g = (1 + z/2) x has no noise at 0, and differences of 0 or 2 in size at x = 2. */
    @Test
    void gradient_noise_is_taken_at_the_point() {
        RandomCurvature loss =
                new RandomCurvature("curved", 1, 0.5, 0, NoiseLaw.RADEMACHER, NoiseLaw.RADEMACHER, false);
        double[][] noise = new double[1][LANES];
        new GradientNoise(loss, new double[1], LANES).draw(source(), noise);
        assertThat(boxed(noise[0])).containsOnly(0.0);
        new GradientNoise(loss, new double[] {2}, LANES).draw(source(), noise);
        assertThat(boxed(noise[0])).contains(0.0, 2.0, -2.0).containsOnly(0.0, 2.0, -2.0);
    }

    /** At the centre 0 of 3x: |g_1| = 3, the ratio is 3, and b = 6 in the exponent of the gradient. */
    @Test
    void exponents_are_means_over_the_two_far_distances() {
        Outcome outcome = verify(100_000);
        List<Cell> growth = growth(outcome);
        double exponent = Math.log((3 * 1024 + 6) / (3 * 128 + 6.0)) / Math.log(8);
        assertThat(growth).extracting(Cell::verdict).containsOnly(Verdict.PASS);
        assertThat(growth.get(0).estimate()).isCloseTo(0, within(1e-12));
        assertThat(growth.get(1).estimate()).isCloseTo(exponent, within(1e-12));
        assertThat(growth.get(1).error()).isCloseTo(exponent - 1.1, within(1e-12));
        assertThat(growth.get(2).estimate()).isCloseTo(0, within(1e-12));
        // three exponents and twice two moments share the false alarms, also where some are declared and not sampled
        assertThat(new Hypotheses(loss(0), new double[2], 64).cells()).isEqualTo(7);
    }

    @Test
    void few_pairs_say_nothing_about_an_exponent() {
        List<Cell> growth = growth(verify(64));
        assertThat(growth).extracting(Cell::verdict).containsOnly(Verdict.INCONCLUSIVE);
        assertThat(growth).extracting(Cell::note).containsOnly("the exponent is not known well enough");
    }

    @Test
    void a_tolerance_must_be_positive() {
        assertThatThrownBy(() -> new TailIdentity(TailIdentity.equicorrelated(2, 0.5), 4, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tolerance is 0.0, expected a positive finite number");
    }

    private static Outcome verify(long budget) {
        Verifier verifier = new Verifier(new Seed(5), 1e-3, 1e-2, budget, 1);
        return verifier.verify(new Hypotheses(loss(0), new double[2], 64));
    }

    private static List<Cell> growth(Outcome outcome) {
        List<String> names = List.of("Lipschitz constant of g", "growth of grad L", "growth of the root of S");
        return outcome.cells().stream()
                .filter(cell -> names.contains(cell.observable()))
                .toList();
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static AdditiveQuadratic loss(double noise) {
        return new AdditiveQuadratic("plane", new double[][] {{3, 0}, {0, 3}}, noise, NoiseLaw.RADEMACHER);
    }

    private static KeyedRows source() {
        KeyedRows rows = new KeyedRows(LANES);
        rows.start(new Seed(7).forPurpose("pairs"), 0);
        return rows;
    }
}
