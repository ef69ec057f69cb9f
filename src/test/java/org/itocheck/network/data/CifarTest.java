package org.itocheck.network.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarTest {
    private static final int TEST = DigitPictures.FIRST_TEST;

    @TempDir
    Path directory;

    @Test
    void five_batches_train_and_one_tests() {
        TrainTest data = Cifar.ten(new DataFolder(Folders.fixture("cifar10")), FixtureFiles.CIFAR10_BATCH);
        Folders.assertSame(data.train(), DigitPictures.digits("cifar10/train", FixtureFiles.COLOUR, 0, 15));
        Folders.assertSame(data.test(), DigitPictures.digits("cifar10/test", FixtureFiles.COLOUR, TEST, 3));
    }

    @Test
    void coarse_and_fine_labels_stand_before_the_same_pixels() {
        DataFolder folder = new DataFolder(Folders.fixture("cifar100"));
        TrainTest fine = Cifar.hundred(folder, FixtureFiles.CIFAR100_TRAIN, FixtureFiles.CIFAR100_TEST);
        TrainTest coarse = Cifar.twenty(folder, FixtureFiles.CIFAR100_TRAIN, FixtureFiles.CIFAR100_TEST);
        assertThat(fine.train()).hasToString("cifar100/train: 10 images of 3 x 32 x 32, 100 classes");
        assertThat(coarse.test()).hasToString("cifar100-coarse/test: 4 images of 3 x 32 x 32, 20 classes");
        for (int i = 0; i < 10; i++) {
            assertThat(fine.train().label(i)).isEqualTo(DigitPictures.fine(i));
            assertThat(coarse.train().label(i)).isEqualTo(DigitPictures.coarse(i));
            byte[] pixels = new byte[3072];
            byte[] same = new byte[3072];
            fine.train().copyPixels(i, pixels);
            coarse.train().copyPixels(i, same);
            assertThat(pixels)
                    .isEqualTo(DigitPictures.picture(i, FixtureFiles.COLOUR))
                    .isEqualTo(same);
        }
        assertThat(coarse.test().label(3)).isEqualTo(DigitPictures.coarse(TEST + 3));
    }

    @Test
    void a_part_of_cifar10_may_have_any_number_of_images() throws IOException {
        copyAs("data_batch_2.bin", "train.bin");
        copyAs("test_batch.bin", "test.bin");
        TrainTest data = Dataset.CIFAR10_SUBSET.read(directory);
        Folders.assertSame(data.train(), DigitPictures.digits("cifar10-subset/train", FixtureFiles.COLOUR, 3, 3));
        Folders.assertSame(data.test(), DigitPictures.digits("cifar10-subset/test", FixtureFiles.COLOUR, TEST, 3));
    }

    @Test
    void a_truncated_file_is_named() throws IOException {
        Path train = copyAs("data_batch_1.bin", "train.bin");
        Files.write(train, Arrays.copyOf(Files.readAllBytes(train), 6145));
        refused(
                () -> Dataset.CIFAR10_SUBSET.read(directory),
                train + ": expected a multiple of 3073 bytes, one image each, found 6145, which leaves 3072");
        Files.write(train, new byte[0]);
        refused(
                () -> Dataset.CIFAR10_SUBSET.read(directory),
                train + ": expected a multiple of 3073 bytes, one image each, found 0, which leaves 0");
    }

    /** Cut between two images, a file looks whole. */
    @Test
    void a_file_with_another_number_of_images_is_named() throws IOException {
        refused(
                () -> Dataset.CIFAR10.read(Folders.fixture("cifar10")),
                Folders.fixture("cifar10/data_batch_1.bin").toAbsolutePath()
                        + ": expected 30730000 bytes, 10000 images of 3073 each, found 9219");
        refused(
                () -> Dataset.CIFAR100.read(Folders.fixture("cifar100")),
                Folders.fixture("cifar100/train.bin").toAbsolutePath()
                        + ": expected 153700000 bytes, 50000 images of 3074 each, found 30740");
    }

    @Test
    void a_label_out_of_range_is_named() throws IOException {
        Path train = copyAs("data_batch_1.bin", "train.bin");
        byte[] bytes = Files.readAllBytes(train);
        bytes[3073] = (byte) 200;
        Files.write(train, bytes);
        refused(() -> Dataset.CIFAR10_SUBSET.read(directory), train + ": the label of image 1 is 200, expected 0 to 9");
    }

    private Path copyAs(String batch, String name) throws IOException {
        return Files.copy(Folders.fixture("cifar10").resolve(batch), directory.resolve(name));
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(DataException.class).hasMessage(message + Folders.AGAIN);
    }
}
