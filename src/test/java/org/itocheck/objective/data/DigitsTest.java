package org.itocheck.objective.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.itocheck.objective.LogisticRegression;
import org.itocheck.objective.SoftmaxRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigitsTest {
    @Test
    void there_are_1797_images_of_64_pixels() {
        int[] counts = new int[10];
        for (int label : Digits.labels()) {
            counts[label]++;
        }
        assertThat(counts).containsExactly(178, 182, 177, 183, 181, 182, 181, 179, 174, 180);
        double[][] pixels = Digits.pixels();
        assertThat(pixels).hasDimensions(1797, 64);
        for (double[] image : pixels) {
            for (double pixel : image) {
                assertThat(pixel * 16).isBetween(0.0, 16.0).isEqualTo(Math.rint(pixel * 16));
            }
        }
        assertThat(Arrays.copyOf(pixels[0], 8)).containsExactly(0, 0, 5 / 16.0, 13 / 16.0, 9 / 16.0, 1 / 16.0, 0, 0);
        assertThat(Arrays.copyOf(Digits.labels(), 12)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1);
    }

    @Test
    void callers_get_copies() {
        Digits.pixels()[0][2] = 99;
        Digits.labels()[0] = 99;
        Digits.principalFeatures(3)[0][0] = 99;
        assertThat(Digits.pixels()[0][2]).isEqualTo(5 / 16.0);
        assertThat(Digits.labels()[0]).isZero();
        assertThat(Digits.principalFeatures(3)[0][0]).isLessThan(5);
    }

    /** The eigenvalues as NumPy gives them for the covariance of the pixels over 16. */
    @Test
    void principal_features_are_uncorrelated_with_the_eigenvalues_as_variances() {
        double[] eigenvalues = {0.6988567, 0.63916657, 0.55355288, 0.39470357, 0.2713847, 0.23076419};
        double[][] features = Digits.principalFeatures(6);
        for (int i = 0; i < 6; i++) {
            for (int k = 0; k < 6; k++) {
                double product = 0;
                double mean = 0;
                for (double[] row : features) {
                    product += row[i] * row[k] / 1797;
                    mean += row[i] / 1797;
                }
                assertThat(mean).isCloseTo(0, within(1e-6));
                assertThat(product).isCloseTo(i == k ? eigenvalues[i] / eigenvalues[0] : 0, within(2e-6));
            }
        }
    }

    /** An orthogonal map: all 64 coordinates keep every distance, up to their common scale. */
    @Test
    void all_coordinates_together_lose_nothing() {
        double[][] pixels = Digits.pixels();
        double[][] features = Digits.principalFeatures(64);
        for (int i = 0; i < 1796; i += 97) {
            assertThat(distance(features[i], features[i + 1]) * 0.6988567)
                    .isCloseTo(distance(pixels[i], pixels[i + 1]), within(1e-4));
        }
        for (double[] row : features) {
            assertThat(Arrays.copyOfRange(row, 61, 64)).containsExactly(0, 0, 0);
        }
    }

    @Test
    void fewer_dimensions_are_the_first_of_more() {
        assertThat(Digits.principalFeatures(3)[700]).isEqualTo(Arrays.copyOf(Digits.principalFeatures(64)[700], 3));
    }

    /** The same bits on every Java: whatever is computed from these features must not depend on the machine. */
    @ParameterizedTest
    @CsvSource({
        "10, af0ecd3cffdc2883c1573e5f670c288f70e20a4ecb55befcd3079adb1d2206ac",
        "64, 99af8a02cddab10a2d35dd63fba5d87f8d78b3adbe1d738e1016211d98da4c66"
    })
    void principal_features_have_the_same_bits_everywhere(int dimensions, String sha256) {
        ByteBuffer bytes = ByteBuffer.allocate(1797 * dimensions * Double.BYTES);
        for (double[] row : Digits.principalFeatures(dimensions)) {
            for (double value : row) {
                bytes.putDouble(value);
            }
        }
        assertThat(Fixtures.sha256(bytes.array())).isEqualTo(sha256);
    }

    @Test
    void even_digits_are_plus_one() {
        assertThat(Arrays.copyOf(Digits.leastSquares(10, 8).targets(), 4)).containsExactly(1, -1, 1, -1);
        assertThat(Digits.leastSquares(8).dimension()).isEqualTo(64);
        assertThat(Digits.leastSquares(8).features()).isDeepEqualTo(Digits.pixels());
        assertThat(Digits.leastSquares(5, 8).features()).isDeepEqualTo(Digits.principalFeatures(5));
    }

    @Test
    void a_pair_of_digits_is_a_problem_of_two_classes() {
        LogisticRegression sum = Digits.logistic(10, 4, 3, 8);
        assertThat(sum.samples()).isEqualTo(183 + 174);
        assertThat(Arrays.stream(sum.labels()).sum()).isEqualTo(183);
        assertThat(sum.features()[0]).isEqualTo(Digits.principalFeatures(10)[3]);
        assertThat(sum.features()[1]).isEqualTo(Digits.principalFeatures(10)[8]);
        assertThat(Digits.logistic(10, 4, 8, 3).labels()[0]).isZero();
    }

    @Test
    void softmax_has_ten_classes() {
        SoftmaxRegression sum = Digits.softmax(16);
        assertThat(sum.dimension()).isEqualTo(640);
        assertThat(sum.sampleValue(0, new double[640])).isCloseTo(Math.log(10), within(1e-14));
        assertThat(Digits.softmax(7, 16).dimension()).isEqualTo(70);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65})
    void dimensions_out_of_range_are_refused(int dimensions) {
        assertThatThrownBy(() -> Digits.principalFeatures(dimensions))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("principalDimensions is " + dimensions + ", expected 1 to 64: an image has 64 pixels");
        assertThatThrownBy(() -> Digits.leastSquares(dimensions, 4)).hasMessageStartingWith("principalDimensions");
        assertThatThrownBy(() -> Digits.logistic(dimensions, 4, 3, 8)).hasMessageStartingWith("principalDimensions");
        assertThatThrownBy(() -> Digits.softmax(dimensions, 4)).hasMessageStartingWith("principalDimensions");
    }

    @Test
    void wrong_digits_are_refused() {
        assertThatThrownBy(() -> Digits.logistic(10, 4, 3, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "positiveDigit and negativeDigit are both 3; give two different digits, for example 3 and 8");
        assertThatThrownBy(() -> Digits.logistic(10, 4, 10, 3))
                .hasMessage("positiveDigit is 10, expected a digit from 0 to 9");
        assertThatThrownBy(() -> Digits.logistic(10, 4, 1, -1))
                .hasMessage("negativeDigit is -1, expected a digit from 0 to 9");
        assertThatThrownBy(() -> Digits.softmax(0)).hasMessageStartingWith("batchSize is 0, expected 1 to 65536");
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += (a[k] - b[k]) * (a[k] - b[k]);
        }
        return sum;
    }
}
