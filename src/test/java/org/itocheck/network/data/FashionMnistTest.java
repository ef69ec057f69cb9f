package org.itocheck.network.data;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FashionMnistTest {
    @TempDir
    Path directory;

    private Path images;
    private Path labels;

    @BeforeEach
    void a_copy_to_damage() throws IOException {
        Folders.copy("fashion-mnist", directory);
        images = directory.resolve("train-images-idx3-ubyte.gz");
        labels = directory.resolve("train-labels-idx1-ubyte.gz");
    }

    @Test
    void images_and_labels_come_from_four_packed_files() {
        TrainTest data = FashionMnist.load(new DataFolder(Folders.fixture("fashion-mnist")));
        Folders.assertSame(data.train(), DigitPictures.digits("fashion-mnist/train", FixtureFiles.GREY, 0, 20));
        Folders.assertSame(
                data.test(),
                DigitPictures.digits("fashion-mnist/test", FixtureFiles.GREY, DigitPictures.FIRST_TEST, 8));
    }

    @Test
    void other_files_than_the_published_ones_are_named_with_both_checksums() {
        assertThatThrownBy(() -> Dataset.FASHION_MNIST.read(directory))
                .isInstanceOf(DataException.class)
                .hasMessageMatching("\\Q" + images + ": expected MD5 8d4fb7e6c68d591d4c3dfef9ec88bf0d, found \\E"
                        + "[0-9a-f]{32}\\Q" + Folders.AGAIN + "\\E");
    }

    @Test
    void a_missing_file_is_named() throws IOException {
        Files.delete(labels);
        assertThatThrownBy(this::load)
                .isInstanceOf(DataException.class)
                .hasMessage(labels + " is missing; put it there, see docs/data.md");
    }

    @Test
    void a_truncated_file_is_named() throws IOException {
        Files.write(images, Arrays.copyOf(Files.readAllBytes(images), 500));
        refused(images + ": ends too early (java.io.EOFException: Unexpected end of ZLIB input stream)");
        Files.write(images, new byte[0]);
        refused(images + ": ends too early (java.io.EOFException)");
    }

    @Test
    void a_corrupt_file_is_named() throws IOException {
        Files.writeString(images, "<html>404 Not Found</html>");
        refused(images + ": cannot be unpacked (java.util.zip.ZipException: Not in GZIP format)");
        Folders.copy("fashion-mnist", directory.resolve("again"));
        byte[] bytes = Files.readAllBytes(directory.resolve("again/train-images-idx3-ubyte.gz"));
        bytes[bytes.length / 2] ^= 0x10;
        Files.write(images, bytes);
        assertThatThrownBy(this::load).isInstanceOf(DataException.class).hasMessageStartingWith(images + ": ");
    }

    @Test
    void labels_in_the_place_of_images_are_named() throws IOException {
        Files.copy(labels, images, StandardCopyOption.REPLACE_EXISTING);
        refused(images + ": expected an idx file of unsigned bytes with 3 dimensions, first bytes 00000803, found"
                + " 00000801");
    }

    @Test
    void dimensions_that_do_not_fit_are_named() throws IOException {
        FixtureFiles.idx(images, new byte[783], 1, 28, 28);
        refused(images + ": expected 784 values, found 783");
        FixtureFiles.idx(images, new byte[785], 1, 28, 28);
        refused(images + ": expected 784 values, found more");
        FixtureFiles.idx(images, new byte[0], 0, 28, 28);
        refused(images + ": a dimension is 0, expected at least 1 and at most 1073741824 values in all");
        FixtureFiles.idx(images, new byte[0], 2_000_000, 28, 28);
        refused(images + ": a dimension is 28, expected at least 1 and at most 1073741824 values in all");
        FixtureFiles.idx(images, new byte[784], 1, 28, 28);
        refused(labels + ": expected 1 labels, as many as train-images-idx3-ubyte.gz has images, found 20");
    }

    @Test
    void a_label_out_of_range_is_named() throws IOException {
        byte[] twenty = new byte[20];
        twenty[17] = (byte) 255;
        FixtureFiles.idx(labels, twenty, 20);
        refused(labels + ": the label of image 17 is 255, expected 0 to 9");
    }

    private void load() {
        FashionMnist.load(new DataFolder(directory));
    }

    private void refused(String message) {
        assertThatThrownBy(this::load).isInstanceOf(DataException.class).hasMessage(message + Folders.AGAIN);
    }
}
