package org.itocheck.objective.data;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.itocheck.objective.LeastSquares;
import org.itocheck.objective.LogisticRegression;
import org.itocheck.objective.SoftmaxRegression;

/**
 * 1797 handwritten digits of 8 x 8 pixels, and convex losses on them: the test part of "Optical Recognition of Handwritten Digits" by
 * E. Alpaydin and C. Kaynak (UCI Machine Learning Repository, 1998, CC BY 4.0).
 * <p>Features are the pixels themselves, or their coordinates on the leading principal axes of all 1797 images: centred, signs fixed,
 * divided by the root of the largest eigenvalue (so that the first has variance 1), rounded to multiples of 2^-20. No constant feature is
 * added, since centred features do without; whoever wants one adds a column of ones to {@link #principalFeatures} and makes the record.
 * <p>The data are loaded on first use, once.
 *
 * @see <a href="https://doi.org/10.24432/C50P49">The data set</a>
 */
public final class Digits {
    /** The fixture's name and its checksum. */
    static final String FIXTURE = "digits/digits.csv.gz";

    static final String SHA256 = "e31b7ccbf8cc2b158de948b1bb7a67bf39a856fb064b3aa8ef489f12a2dc4b63";
    private static final int PIXELS = 64;
    private static final double WHITE = 16;
    private static final Lazy<Images> IMAGES = new Lazy<>(Digits::load);
    private static final Lazy<double[][]> COORDINATES =
            new Lazy<>(() -> PrincipalComponents.of(IMAGES.get().pixels()));

    private Digits() {}

    private record Images(double[][] pixels, int[] labels) {}

    /**
     * The grey values, from 0 (background) to 1, row by row of the image: multiples of 1/16, shape [1797][64].
     *
     * @throws FixtureException if the data are missing or corrupt
     */
    public static double[][] pixels() {
        return copy(IMAGES.get().pixels(), PIXELS);
    }

    /** The digit of each image, 0 to 9, shape [1797]. */
    public static int[] labels() {
        return IMAGES.get().labels().clone();
    }

    /**
     * The coordinates on the leading principal axes, shape [1797][k].
     *
     * @param principalDimensions k, 1 to 64; 64 keeps everything (three pixels are always 0, so the last three coordinates are too)
     * @throws IllegalArgumentException if k is not in 1 to 64
     */
    public static double[][] principalFeatures(int principalDimensions) {
        if (principalDimensions < 1 || principalDimensions > PIXELS) {
            throw new IllegalArgumentException("principalDimensions is " + principalDimensions + ", expected 1 to "
                    + PIXELS + ": an image has " + PIXELS + " pixels");
        }
        return copy(COORDINATES.get(), principalDimensions);
    }

    /** Least squares on the 64 pixels with target +1 for even digits and -1 for odd ones. The largest curvature is 10.46. */
    public static LeastSquares leastSquares(int batchSize) {
        return new LeastSquares("digits/least-squares-64", pixels(), parity(), batchSize);
    }

    /**
     * Least squares on principal features with target +1 for even digits and -1 for odd ones. The Hessian is diagonal up to rounding, with
     * largest curvature 1.
     */
    public static LeastSquares leastSquares(int principalDimensions, int batchSize) {
        return new LeastSquares("digits/least-squares", principalFeatures(principalDimensions), parity(), batchSize);
    }

    /**
     * Which of two digits? Logistic regression on the images of those two alone, about 360.
     *
     * @param principalDimensions k, 1 to 64; the axes are those of all ten digits
     * @param batchSize B
     * @param positiveDigit the digit with label 1
     * @param negativeDigit the digit with label 0
     * @throws IllegalArgumentException if the two are equal or not in 0 to 9
     */
    public static LogisticRegression logistic(
            int principalDimensions, int batchSize, int positiveDigit, int negativeDigit) {
        digit("positiveDigit", positiveDigit);
        digit("negativeDigit", negativeDigit);
        if (positiveDigit == negativeDigit) {
            throw new IllegalArgumentException("positiveDigit and negativeDigit are both " + positiveDigit
                    + "; give two different digits, for example 3 and 8");
        }
        double[][] features = principalFeatures(principalDimensions);
        int[] labels = IMAGES.get().labels();
        int[] chosen = IntStream.range(0, labels.length)
                .filter(i -> labels[i] == positiveDigit || labels[i] == negativeDigit)
                .toArray();
        return new LogisticRegression(
                "digits/logistic-" + positiveDigit + "-" + negativeDigit,
                Arrays.stream(chosen).mapToObj(i -> features[i]).toArray(double[][]::new),
                Arrays.stream(chosen)
                        .map(i -> labels[i] == positiveDigit ? 1 : 0)
                        .toArray(),
                batchSize);
    }

    /** Softmax regression with ten classes on the 64 pixels: 640 parameters. */
    public static SoftmaxRegression softmax(int batchSize) {
        return new SoftmaxRegression("digits/softmax-64", pixels(), labels(), 10, batchSize);
    }

    /** Softmax regression with ten classes on principal features: 10 k parameters. */
    public static SoftmaxRegression softmax(int principalDimensions, int batchSize) {
        return new SoftmaxRegression("digits/softmax", principalFeatures(principalDimensions), labels(), 10, batchSize);
    }

    private static double[] parity() {
        return Arrays.stream(IMAGES.get().labels())
                .mapToDouble(label -> label % 2 == 0 ? 1 : -1)
                .toArray();
    }

    private static void digit(String what, int digit) {
        if (digit < 0 || digit > 9) {
            throw new IllegalArgumentException(what + " is " + digit + ", expected a digit from 0 to 9");
        }
    }

    private static double[][] copy(double[][] rows, int columns) {
        return Arrays.stream(rows).map(row -> Arrays.copyOf(row, columns)).toArray(double[][]::new);
    }

    /** Lines of 64 numbers from 0 to 16 and the digit. */
    private static Images load() {
        byte[] bytes = Fixtures.read(FIXTURE, SHA256);
        try (var reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(new ByteArrayInputStream(bytes)), StandardCharsets.US_ASCII))) {
            List<int[]> rows = reader.lines()
                    .map(line -> Arrays.stream(line.split(",", -1))
                            .mapToInt(Integer::parseInt)
                            .toArray())
                    .toList();
            double[][] pixels = rows.stream()
                    .map(row -> Arrays.stream(row, 0, PIXELS)
                            .mapToDouble(p -> p / WHITE)
                            .toArray())
                    .toArray(double[][]::new);
            return new Images(pixels, rows.stream().mapToInt(row -> row[PIXELS]).toArray());
        } catch (IOException e) {
            throw new FixtureException("fixture " + FIXTURE + " has the right checksum but cannot be unpacked", e);
        }
    }
}
