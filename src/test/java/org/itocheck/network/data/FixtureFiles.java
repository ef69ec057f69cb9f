package org.itocheck.network.data;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sinks;

/**
 * The program that made {@code fixtures/images}: {@link DigitPictures} in the format of each data set. Run it after
 * {@code mvn test-compile} by {@code mvn -q exec:java -Dexec.classpathScope=test
 * -Dexec.mainClass=org.itocheck.network.data.FixtureFiles -Dexec.args=fixtures/images}. Packed files may differ in their bytes from one
 * Java to the next, not in what is in them.
 */
public final class FixtureFiles {
    static final ImageShape COLOUR = new ImageShape(3, 32, 32);
    static final ImageShape GREY = new ImageShape(1, 28, 28);
    /** How many images a batch of CIFAR-10 has. */
    static final int CIFAR10_BATCH = 3;

    static final int CIFAR100_TRAIN = 10;
    static final int CIFAR100_TEST = 4;
    static final int SVHN_TRAIN = 12;
    static final int SVHN_TEST = 5;
    static final int FASHION_TRAIN = 20;
    static final int FASHION_TEST = 8;
    /** Images of each class in a folder. */
    static final int FOLDER_TRAIN = 2;

    static final String[] THINGS = {
        "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"
    };
    private static final int TEXT = 116;

    private FixtureFiles() {}

    /**
     * Writes all files.
     *
     * @param arguments the folder
     */
    public static void main(String... arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        cifar(root.resolve("cifar10"), root.resolve("cifar100"));
        svhn(root.resolve("svhn/train_32x32.mat"), 0, SVHN_TRAIN);
        svhn(root.resolve("svhn/test_32x32.mat"), DigitPictures.FIRST_TEST, SVHN_TEST);
        fashion(root.resolve("fashion-mnist"), "train", 0, FASHION_TRAIN);
        fashion(root.resolve("fashion-mnist"), "t10k", DigitPictures.FIRST_TEST, FASHION_TEST);
        for (int digit = 0; digit < THINGS.length; digit++) {
            for (int k = 0; k < FOLDER_TRAIN; k++) {
                picture(root.resolve("cifar10-images/train/" + THINGS[digit] + "/" + k + ".png"), nth(0, digit, k));
            }
            picture(
                    root.resolve("cifar10-images/test/" + THINGS[digit] + "/0.jpg"),
                    nth(DigitPictures.FIRST_TEST, digit, 0));
        }
    }

    /** The index of image k of a digit, counted from an index. */
    static int nth(int from, int digit, int k) {
        int index = from - 1;
        for (int found = -1; found < k; ) {
            index++;
            found += DigitPictures.digit(index) == digit ? 1 : 0;
        }
        return index;
    }

    private static void cifar(Path ten, Path hundred) throws IOException {
        for (int batch = 1; batch <= 5; batch++) {
            records(ten.resolve("data_batch_" + batch + ".bin"), (batch - 1) * CIFAR10_BATCH, CIFAR10_BATCH, false);
        }
        records(ten.resolve("test_batch.bin"), DigitPictures.FIRST_TEST, CIFAR10_BATCH, false);
        records(hundred.resolve("train.bin"), 0, CIFAR100_TRAIN, true);
        records(hundred.resolve("test.bin"), DigitPictures.FIRST_TEST, CIFAR100_TEST, true);
    }

    private static void records(Path file, int first, int count, boolean twoLabels) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = first; i < first + count; i++) {
            bytes.write(twoLabels ? DigitPictures.coarse(i) : DigitPictures.digit(i));
            if (twoLabels) {
                bytes.write(DigitPictures.fine(i));
            }
            bytes.writeBytes(DigitPictures.picture(i, COLOUR));
        }
        write(file, bytes.toByteArray());
    }

    private static void svhn(Path file, int first, int count) throws IOException {
        Matrix x = Mat5.newMatrix(new int[] {32, 32, 3, count}, MatlabType.UInt8);
        Matrix y = Mat5.newMatrix(count, 1, MatlabType.UInt8);
        for (int i = 0; i < count; i++) {
            byte[] picture = DigitPictures.picture(first + i, COLOUR);
            for (int k = 0; k < picture.length; k++) {
                x.setByte(new int[] {k / 32 % 32, k % 32, k / 1024, i}, picture[k]);
            }
            int digit = DigitPictures.digit(first + i);
            y.setInt(i, digit == 0 ? 10 : digit);
        }
        Mat5File content = Mat5.newMatFile();
        content.addArray("X", x).addArray("y", y);
        ByteBuffer out = ByteBuffer.allocate(1 << 20);
        Mat5.newWriter(Sinks.wrap(out)).setDeflateLevel(9).writeMat(content);
        // the library writes date and machine into the text at the beginning
        byte[] bytes = Arrays.copyOf(out.array(), out.position());
        byte[] text =
                "MATLAB 5.0 MAT-file, handwritten digits in the shape of SVHN".getBytes(StandardCharsets.US_ASCII);
        Arrays.fill(bytes, 0, TEXT, (byte) ' ');
        System.arraycopy(text, 0, bytes, 0, text.length);
        write(file, bytes);
    }

    private static void fashion(Path folder, String prefix, int first, int count) throws IOException {
        ByteArrayOutputStream images = new ByteArrayOutputStream();
        ByteArrayOutputStream labels = new ByteArrayOutputStream();
        for (int i = first; i < first + count; i++) {
            images.writeBytes(DigitPictures.picture(i, GREY));
            labels.write(DigitPictures.digit(i));
        }
        idx(folder.resolve(prefix + "-images-idx3-ubyte.gz"), images.toByteArray(), count, 28, 28);
        idx(folder.resolve(prefix + "-labels-idx1-ubyte.gz"), labels.toByteArray(), count);
    }

    static void idx(Path file, byte[] values, int... dimensions) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeInt(0x0800 | dimensions.length);
            for (int dimension : dimensions) {
                out.writeInt(dimension);
            }
            out.write(values);
        }
        write(file, bytes.toByteArray());
    }

    private static void picture(Path file, int index) throws IOException {
        byte[] values = DigitPictures.picture(index, COLOUR);
        BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
        for (int k = 0; k < 1024; k++) {
            image.setRGB(
                    k % 32,
                    k / 32,
                    (values[k] & 0xFF) << 16 | (values[1024 + k] & 0xFF) << 8 | (values[2048 + k] & 0xFF));
        }
        String name = file.getFileName().toString();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, name.substring(name.indexOf('.') + 1), bytes);
        write(file, bytes.toByteArray());
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
