package org.itocheck.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.itocheck.math.BitCasts;
import org.junit.jupiter.api.Test;

/** Every law at the ends and the steps of its words, where sampling does not reach. */
class LawTransformsTest {
    private static final long LAST = -1L;
    private final LawTransforms transforms = new LawTransforms(1);
    private final double[] row = new double[1];

    private interface Law {
        void draw(long[] words, double[] row);
    }

    private double at(Law law, long word) {
        law.draw(new long[] {word}, row);
        return row[0];
    }

    /** The word whose upper 53 bits are given. */
    private static long upper53(long m) {
        return m << 11;
    }

    @Test
    void skew_two_point_steps_at_a_tenth() {
        long tenth = new BigDecimal(2)
                .pow(53)
                .divide(BigDecimal.TEN)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
        assertThat(at(transforms::skewTwoPoint, 0)).isEqualTo(3);
        assertThat(at(transforms::skewTwoPoint, upper53(tenth - 1))).isEqualTo(3);
        assertThat(at(transforms::skewTwoPoint, upper53(tenth))).isEqualTo(-1.0 / 3);
        assertThat(at(transforms::skewTwoPoint, LAST)).isEqualTo(-1.0 / 3);
    }

    @Test
    void three_point_steps_at_a_sixth_from_either_end() {
        double root = Math.sqrt(3);
        long range = 1L << 53;
        long sixth = new BigDecimal(2)
                .pow(53)
                .divide(BigDecimal.valueOf(6), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
        assertThat(at(transforms::threePoint, 0)).isEqualTo(-root);
        assertThat(at(transforms::threePoint, upper53(sixth - 1))).isEqualTo(-root);
        assertThat(at(transforms::threePoint, upper53(sixth))).isEqualTo(0.0);
        assertThat(at(transforms::threePoint, upper53(range - sixth - 1))).isEqualTo(0.0);
        assertThat(at(transforms::threePoint, upper53(range - sixth))).isEqualTo(root);
        assertThat(at(transforms::threePoint, LAST)).isEqualTo(root);
    }

    /** From the values as they are stored and the number of words that give them; odd moments are 0 since both ends have as many. */
    @Test
    void three_point_noise_has_the_first_five_moments_of_a_gaussian_to_rounding() {
        BigDecimal square = new BigDecimal(Math.sqrt(3)).pow(2);
        BigDecimal ends = BigDecimal.valueOf(2 * LawTransforms.SIXTH).divide(new BigDecimal(2).pow(53));
        assertThat(ends.multiply(square).doubleValue()).isCloseTo(1, within(3e-16));
        assertThat(ends.multiply(square.pow(2)).doubleValue()).isCloseTo(3, within(2e-15));
        assertThat(ends.multiply(square.pow(3)).doubleValue()).isCloseTo(9, within(1e-14));
        assertThat(Double.longBitsToDouble(LawTransforms.ROOT_3_BITS)).isEqualTo(Math.sqrt(3));
    }

    @Test
    void poisson_steps_at_its_distribution_function() {
        MathContext digits = new MathContext(60);
        BigDecimal inverseE = BigDecimal.ZERO;
        BigDecimal term = BigDecimal.ONE;
        for (int k = 1; k < 60; k++) {
            inverseE = inverseE.add(term);
            term = term.negate().divide(BigDecimal.valueOf(k), digits);
        }
        BigDecimal probability = inverseE;
        BigDecimal below = BigDecimal.ZERO;
        for (int k = 0; k < 18; k++) {
            below = below.add(probability);
            probability = probability.divide(BigDecimal.valueOf(k + 1), digits);
            long threshold = below.multiply(new BigDecimal(2).pow(53))
                    .setScale(0, RoundingMode.HALF_EVEN)
                    .longValueExact();
            assertThat(at(transforms::poisson, upper53(threshold - 1))).isEqualTo(k - 1);
            assertThat(at(transforms::poisson, upper53(threshold))).isEqualTo(k);
        }
        assertThat(at(transforms::poisson, 0)).isEqualTo(-1);
        assertThat(at(transforms::poisson, LAST)).isEqualTo(17);
    }

    @Test
    void uniform_is_symmetric_and_stays_inside() {
        assertThat(at(transforms::uniform, LAST))
                .isEqualTo(-at(transforms::uniform, 0))
                .isLessThan(Math.sqrt(3));
        SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < 1000; k++) {
            long word = random.nextLong();
            assertThat(at(transforms::uniform, ~word)).isEqualTo(-at(transforms::uniform, word));
        }
        assertThat(at(transforms::uniform, Long.MIN_VALUE)).isEqualTo(2 * Math.sqrt(3) * 0x1p-53);
    }

    @Test
    void exponential_reaches_from_minus_one_to_far() {
        assertThat(at(transforms::exponential, 0)).isCloseTo(53 * Math.log(2) - 1, within(1e-14));
        assertThat(at(transforms::exponential, LAST)).isEqualTo(-1 + 0x1p-53, within(0x1p-53));
        assertThat(at(transforms::exponential, Long.MIN_VALUE)).isCloseTo(Math.log(2) - 1, within(1e-15));
    }

    @Test
    void rademacher_reads_its_bit() {
        for (int bit = 0; bit < 64; bit++) {
            transforms.rademacher(new long[] {1L << bit}, bit, row);
            assertThat(row[0]).isEqualTo(-1);
            transforms.rademacher(new long[] {~(1L << bit)}, bit, row);
            assertThat(row[0]).isEqualTo(1);
        }
    }

    @Test
    void gaussian_pairs_are_those_of_box_and_muller_to_two_in_1e12_of_the_radius() {
        int lanes = 1000;
        BoxMuller boxMuller = new BoxMuller(lanes, new BitCasts(lanes));
        SplittableRandom random = new SplittableRandom(5);
        long[] radiusWords = new long[lanes];
        long[] angleWords = new long[lanes];
        double[] cosine = new double[lanes];
        double[] sine = new double[lanes];
        double worst = 0;
        for (int k = 0; k < 600; k++) {
            for (int j = 0; j < lanes; j++) {
                // a third of the words plain, a third near 0, a third near the largest: the far tail and the middle
                long word = random.nextLong() >>> (k % 3 == 0 ? 0 : random.nextInt(53));
                radiusWords[j] = k % 3 == 1 ? ~word : word;
                angleWords[j] = random.nextLong();
            }
            boxMuller.pair(radiusWords, angleWords, cosine, sine);
            for (int j = 0; j < lanes; j++) {
                double u = ((radiusWords[j] >>> 12) + 0.5) * 0x1p-52;
                double angle = 2 * Math.PI * ((angleWords[j] >>> 12) - 0x1p51) * 0x1p-52;
                double radius = Math.sqrt(-2 * (u > 0.5 ? Math.log1p(u - 1) : Math.log(u)));
                worst = Math.max(worst, Math.abs(cosine[j] - radius * Math.cos(angle)) / radius);
                worst = Math.max(worst, Math.abs(sine[j] - radius * Math.sin(angle)) / radius);
            }
        }
        assertThat(worst).isPositive().isLessThan(2e-12);
        radiusWords[0] = 0;
        angleWords[0] = Long.MIN_VALUE;
        boxMuller.pair(radiusWords, angleWords, cosine, sine);
        assertThat(cosine[0]).isCloseTo(Math.sqrt(106 * Math.log(2)), within(2e-11));
    }
}
