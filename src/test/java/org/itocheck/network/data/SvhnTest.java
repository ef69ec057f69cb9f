package org.itocheck.network.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sinks;

class SvhnTest {
    @TempDir
    Path directory;

    private Path train;

    @BeforeEach
    void a_copy_to_damage() throws IOException {
        Folders.copy("svhn", directory);
        train = directory.resolve("train_32x32.mat");
    }

    @Test
    void images_are_turned_from_columns_to_rows_and_label_10_is_the_digit_0() {
        TrainTest data = Svhn.load(new DataFolder(Folders.fixture("svhn")));
        Folders.assertSame(data.train(), DigitPictures.digits("svhn/train", FixtureFiles.COLOUR, 0, 12));
        Folders.assertSame(
                data.test(), DigitPictures.digits("svhn/test", FixtureFiles.COLOUR, DigitPictures.FIRST_TEST, 5));
        assertThat(data.train().label(0)).as("stored as 10").isZero();
    }

    @Test
    void other_files_than_the_published_ones_are_named_with_both_checksums() {
        assertThatThrownBy(() -> Dataset.SVHN.read(directory))
                .isInstanceOf(DataException.class)
                .hasMessageMatching("\\Q" + train + ": expected MD5 e26dedcc434d2e4c54c9b2d4a06d8373, found \\E"
                        + "[0-9a-f]{32}\\Q" + Folders.AGAIN + "\\E");
    }

    @Test
    void damaged_files_are_named() throws IOException {
        byte[] whole = Files.readAllBytes(train);
        Files.write(train, Arrays.copyOf(whole, whole.length / 2));
        unreadable();
        Files.write(train, new byte[0]);
        unreadable();
        Files.writeString(train, "<html>404 Not Found</html>".repeat(50));
        unreadable();
        byte[] flipped = whole.clone();
        flipped[whole.length / 2] ^= 0x10;
        Files.write(train, flipped);
        unreadable();
    }

    @Test
    void other_arrays_are_named() throws IOException {
        write(Mat5.newMatrix(new int[] {32, 32, 3, 2}, MatlabType.UInt8), Mat5.newMatrix(3, 1, MatlabType.UInt8));
        refused(train + ": expected 2 labels in y, as many as X has images, found 3");
        write(Mat5.newMatrix(new int[] {28, 32, 3, 2}, MatlabType.UInt8), Mat5.newMatrix(2, 1, MatlabType.UInt8));
        refused(train + ": expected X of shape [32, 32, 3, n] of uint8, found [28, 32, 3, 2] of uint8");
        write(Mat5.newMatrix(new int[] {32, 32, 3, 2}, MatlabType.Double), Mat5.newMatrix(2, 1, MatlabType.UInt8));
        refused(train + ": expected X of shape [32, 32, 3, n] of uint8, found [32, 32, 3, 2] of double");
        Mat5File other = Mat5.newMatFile();
        other.addArray("x", Mat5.newScalar(1));
        write(other);
        unreadable();
    }

    @Test
    void a_label_out_of_range_is_named() throws IOException {
        for (int wrong : new int[] {0, 11}) {
            Matrix y = Mat5.newMatrix(2, 1, MatlabType.UInt8);
            y.setInt(0, 10);
            y.setInt(1, wrong);
            write(Mat5.newMatrix(new int[] {32, 32, 3, 2}, MatlabType.UInt8), y);
            refused(train + ": the label of image 1 is " + wrong + ", expected 1 to 10");
        }
    }

    private void write(Matrix x, Matrix y) throws IOException {
        Mat5File content = Mat5.newMatFile();
        content.addArray("X", x).addArray("y", y);
        write(content);
    }

    private void write(Mat5File content) throws IOException {
        ByteBuffer out = ByteBuffer.allocate(1 << 20);
        Mat5.newWriter(Sinks.wrap(out)).writeMat(content).flush();
        Files.write(train, Arrays.copyOf(out.array(), out.position()));
    }

    private void load() {
        Svhn.load(new DataFolder(directory));
    }

    private void unreadable() {
        assertThatThrownBy(this::load)
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(train + ": cannot be read as a MAT file of version 5 with X and y (")
                .hasMessageEndingWith(")" + Folders.AGAIN);
    }

    private void refused(String message) {
        assertThatThrownBy(this::load).isInstanceOf(DataException.class).hasMessage(message + Folders.AGAIN);
    }
}
