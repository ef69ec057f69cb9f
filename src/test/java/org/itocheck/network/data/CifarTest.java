package org.itocheck.network.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarTest {
    private static final String AGAIN = "; fetch it again from the home page of the data set, see docs/data.md";

    @TempDir
    Path directory;

    private DataFolder folder;

    @BeforeEach
    void the_folder() {
        folder = new DataFolder(directory);
    }

    @Test
    void five_batches_train_and_one_tests() throws IOException {
        for (int k = 1; k <= 5; k++) {
            write("data_batch_" + k + ".bin", records(1, k, 2));
        }
        write("test_batch.bin", records(1, 6, 2));
        TrainTest data = Cifar.ten(folder, 2);
        assertThat(data.train()).hasToString("cifar10/train: 10 images of 3 x 32 x 32, 10 classes");
        assertThat(data.test()).hasToString("cifar10/test: 2 images of 3 x 32 x 32, 10 classes");
        assertThat(data.train().label(5)).isEqualTo(4);
        assertThat(data.train().pixel(5, 2, 31, 30)).isEqualTo((3 * 7 + 1 + 3070) & 0xFF);
        assertThat(data.test().pixel(0, 1, 0, 0)).isEqualTo((6 * 7 + 1024) & 0xFF);
    }

    @Test
    void coarse_and_fine_labels_stand_before_the_same_pixels() throws IOException {
        write("train.bin", records(2, 1, 3));
        write("test.bin", records(2, 2, 1));
        TrainTest coarse = Cifar.twenty(folder, 3, 1);
        TrainTest fine = Cifar.hundred(folder, 3, 1);
        assertThat(coarse.train()).hasToString("cifar100-coarse/train: 3 images of 3 x 32 x 32, 20 classes");
        assertThat(fine.train()).hasToString("cifar100/train: 3 images of 3 x 32 x 32, 100 classes");
        assertThat(coarse.train().label(2)).isEqualTo(3);
        assertThat(fine.train().label(2)).isEqualTo(33);
        assertThat(fine.train().pixel(2, 0, 0, 1))
                .isEqualTo(coarse.train().pixel(2, 0, 0, 1))
                .isEqualTo(7 + 2 + 1);
    }

    @Test
    void a_part_of_cifar10_may_have_any_number_of_images() throws IOException {
        write("train.bin", records(1, 1, 4));
        write("test.bin", records(1, 2, 1));
        TrainTest data = Dataset.CIFAR10_SUBSET.read(directory);
        assertThat(data.train()).hasToString("cifar10-subset/train: 4 images of 3 x 32 x 32, 10 classes");
        assertThat(data.test().size()).isEqualTo(1);
    }

    @Test
    void a_truncated_file_is_named() throws IOException {
        write("train.bin", Arrays.copyOf(records(1, 1, 2), 6145));
        assertThatThrownBy(() -> Dataset.CIFAR10_SUBSET.read(directory))
                .isInstanceOf(DataException.class)
                .hasMessage(directory.resolve("train.bin") + ": expected a multiple of 3073 bytes, one image each,"
                        + " found 6145, which leaves 3072" + AGAIN);
        write("train.bin", new byte[0]);
        assertThatThrownBy(() -> Dataset.CIFAR10_SUBSET.read(directory))
                .hasMessage(directory.resolve("train.bin") + ": expected a multiple of 3073 bytes, one image each,"
                        + " found 0, which leaves 0" + AGAIN);
    }

    @Test
    void a_file_with_another_number_of_images_is_named() throws IOException {
        write("data_batch_1.bin", records(1, 1, 2));
        assertThatThrownBy(() -> Dataset.CIFAR10.read(directory))
                .isInstanceOf(DataException.class)
                .hasMessage(directory.resolve("data_batch_1.bin") + ": expected 30730000 bytes, 10000 images of 3073"
                        + " each, found 6146" + AGAIN);
        write("train.bin", records(2, 1, 2));
        assertThatThrownBy(() -> Dataset.CIFAR100.read(directory))
                .hasMessage(directory.resolve("train.bin") + ": expected 153700000 bytes, 50000 images of 3074 each,"
                        + " found 6148" + AGAIN);
    }

    @Test
    void a_label_out_of_range_is_named() throws IOException {
        byte[] bytes = records(1, 1, 3);
        bytes[3073] = (byte) 200;
        write("train.bin", bytes);
        assertThatThrownBy(() -> Dataset.CIFAR10_SUBSET.read(directory))
                .isInstanceOf(DataException.class)
                .hasMessage(directory.resolve("train.bin") + ": the label of image 1 is 200, expected 0 to 9" + AGAIN);
    }

    /** Record i of file f: label bytes (f + i) mod 10, for the second 11 times that; value k is 7 f + i + k mod 256. */
    private static byte[] records(int labels, int file, int count) {
        byte[] bytes = new byte[count * (labels + 3072)];
        for (int i = 0; i < count; i++) {
            int at = i * (labels + 3072);
            bytes[at] = (byte) ((file + i) % 10);
            bytes[at + labels - 1] = (byte) (labels == 1 ? bytes[at] : 11 * bytes[at]);
            for (int k = 0; k < 3072; k++) {
                bytes[at + labels + k] = (byte) (7 * file + i + k);
            }
        }
        return bytes;
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(directory.resolve(name), bytes);
    }
}
