package org.itocheck.network.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFoldersTest {
    @TempDir
    Path directory;

    private Path train;
    private Path cat;

    @BeforeEach
    void a_copy_to_damage() throws IOException {
        Folders.copy("cifar10-images", directory);
        train = directory.resolve("train");
        cat = train.resolve("cat/1.png");
    }

    @Test
    void classes_are_folders_in_alphabetical_order_and_png_loses_nothing() {
        TrainTest data = Dataset.CIFAR10_IMAGES.read(Folders.fixture("cifar10-images"));
        assertThat(data.train()).hasToString("cifar10-images/train: 20 images of 3 x 32 x 32, 10 classes");
        byte[] found = new byte[3072];
        for (int i = 0; i < 20; i++) {
            assertThat(data.train().label(i)).isEqualTo(i / 2);
            data.train().copyPixels(i, found);
            assertThat(found).isEqualTo(DigitPictures.picture(FixtureFiles.nth(0, i / 2, i % 2), FixtureFiles.COLOUR));
        }
    }

    /** Within 8 of 255 on average, and closer to the packed picture than to that of any other digit. */
    @Test
    void jpeg_is_close_to_what_was_packed() {
        TrainTest data = Dataset.CIFAR10_IMAGES.read(Folders.fixture("cifar10-images"));
        assertThat(data.test()).hasToString("cifar10-images/test: 10 images of 3 x 32 x 32, 10 classes");
        for (int digit = 0; digit < 10; digit++) {
            assertThat(data.test().label(digit)).isEqualTo(digit);
            assertThat(distance(data.test(), digit, digit)).isLessThan(8);
            for (int other = 0; other < 10; other++) {
                assertThat(distance(data.test(), digit, other))
                        .isGreaterThanOrEqualTo(distance(data.test(), digit, digit));
            }
        }
    }

    private static double distance(ImageSet images, int index, int digit) {
        byte[] found = new byte[3072];
        images.copyPixels(index, found);
        byte[] expected =
                DigitPictures.picture(FixtureFiles.nth(DigitPictures.FIRST_TEST, digit, 0), FixtureFiles.COLOUR);
        double sum = 0;
        for (int k = 0; k < 3072; k++) {
            sum += Math.abs((found[k] & 0xFF) - (expected[k] & 0xFF));
        }
        return sum / 3072;
    }

    @Test
    void grey_stays_as_it_is_in_three_channels() throws IOException {
        BufferedImage grey = new BufferedImage(32, 32, BufferedImage.TYPE_BYTE_GRAY);
        for (int k = 0; k < 1024; k++) {
            grey.getRaster().setSample(k % 32, k / 32, 0, k % 251);
        }
        ImageIO.write(grey, "png", cat.toFile());
        ImageSet images = Dataset.CIFAR10_IMAGES.read(directory).train();
        for (int k = 0; k < 1024; k++) {
            for (int channel = 0; channel < 3; channel++) {
                assertThat(images.pixel(7, channel, k / 32, k % 32)).isEqualTo(k % 251);
            }
        }
    }

    @Test
    void hidden_files_are_passed_over_and_others_are_named() throws IOException {
        Files.writeString(train.resolve("cat/.DS_Store"), "hidden");
        Files.writeString(train.resolve("README.txt"), "a note beside the classes");
        assertThat(load().train().size()).isEqualTo(20);
        Path notes = Files.writeString(train.resolve("cat/notes.txt"), "no picture");
        refused(notes + ": expected a name that ends in .jpg, .jpeg or .png; move it elsewhere or convert it");
    }

    /** Java reads a JPEG that ends too early as a picture with a grey part. */
    @Test
    void a_truncated_file_is_named() throws IOException {
        Path jpeg = directory.resolve("test/dog/0.jpg");
        byte[] bytes = Files.readAllBytes(jpeg);
        Files.write(jpeg, Arrays.copyOf(bytes, bytes.length - 100));
        assertThatThrownBy(this::load)
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(jpeg + ": ")
                .hasMessageEndingWith(Folders.AGAIN);
        Files.write(jpeg, bytes);
        byte[] png = Files.readAllBytes(cat);
        Files.write(cat, Arrays.copyOf(png, png.length - 100));
        assertThatThrownBy(this::load)
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(cat + ": ")
                .hasMessageEndingWith(Folders.AGAIN);
    }

    @Test
    void what_is_no_image_is_named() throws IOException {
        Files.writeString(cat, "<html>404 Not Found</html>");
        refused(cat + ": expected a JPEG or PNG image, found something else" + Folders.AGAIN);
    }

    @Test
    void images_of_another_kind_are_named() throws IOException {
        ImageIO.write(new BufferedImage(32, 31, BufferedImage.TYPE_INT_RGB), "png", cat.toFile());
        refused(cat + ": expected an image of 3 x 32 x 32, as " + train.resolve("airplane/0.png")
                + ", found 3 x 31 x 32; bring all to one size");
        ImageIO.write(new BufferedImage(2000, 1, BufferedImage.TYPE_INT_RGB), "png", cat.toFile());
        refused(cat + ": expected at most 1024 x 1024 pixels, found 2000 x 1; make it smaller");
        ImageIO.write(new BufferedImage(32, 32, BufferedImage.TYPE_INT_ARGB), "png", cat.toFile());
        refused(cat + ": expected an opaque image, found a transparent pixel in row 0, column 0; put it on a"
                + " background");
        ImageIO.write(new BufferedImage(32, 32, BufferedImage.TYPE_USHORT_GRAY), "png", cat.toFile());
        refused(cat + ": expected 8 bits a value, found 16; convert it");
    }

    @Test
    void folders_that_do_not_fit_are_named() throws IOException {
        Path fish = Files.createDirectory(train.resolve("fish"));
        refused(directory.resolve("test") + ": expected the classes of train, [airplane, automobile, bird, cat, deer,"
                + " dog, fish, frog, horse, ship, truck], found [airplane, automobile, bird, cat, deer, dog, frog,"
                + " horse, ship, truck]; give both the same folders");
        Files.createDirectory(directory.resolve("test/fish"));
        refused(fish + " is empty; put the images of the class there, or remove it");
        Files.copy(cat, fish.resolve("0.png"));
        Files.copy(cat, directory.resolve("test/fish/0.png"));
        refused(directory + ": expected images of 3 x 32 x 32 in 10 classes, found cifar10-images/train: 21 images of"
                + " 3 x 32 x 32, 11 classes; read other images with ImageFolders.read");
        assertThat(ImageFolders.read(directory, "things").train())
                .hasToString("things/train: 21 images of 3 x 32 x 32, 11 classes");
    }

    @Test
    void missing_folders_are_named(@TempDir Path empty) throws IOException {
        assertThatThrownBy(() -> ImageFolders.read(empty, "things"))
                .isInstanceOf(DataException.class)
                .hasMessage(empty.resolve("train") + " is no folder; put the images there, see docs/data.md");
        Files.createDirectories(empty.resolve("train/one"));
        assertThatThrownBy(() -> ImageFolders.read(empty, "things"))
                .isInstanceOf(DataException.class)
                .hasMessage(empty.resolve("train") + ": expected two classes or more, a folder each, found [one];"
                        + " put the images of each class into a folder of its own");
    }

    private TrainTest load() {
        return Dataset.CIFAR10_IMAGES.read(directory);
    }

    private void refused(String message) {
        assertThatThrownBy(this::load).isInstanceOf(DataException.class).hasMessage(message);
    }
}
