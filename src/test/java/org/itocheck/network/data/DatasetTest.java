package org.itocheck.network.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.itocheck.objective.data.Digits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetTest {
    @Test
    void the_digits_are_always_there() {
        TrainTest digits = Dataset.DIGITS.load();
        assertThat(digits.train()).hasToString("digits/train: 1500 images of 1 x 8 x 8, 10 classes");
        assertThat(digits.test()).hasToString("digits/test: 297 images of 1 x 8 x 8, 10 classes");
        assertThat(digits.train().pixel(0, 0, 0, 3)).isEqualTo(13 * 15);
        double[][] pixels = Digits.pixels();
        for (int k = 0; k < 64; k++) {
            assertThat(digits.test().pixel(296, 0, k / 8, k % 8)).isEqualTo((int) (240 * pixels[1796][k]));
        }
        assertThat(digits.test().label(0)).isEqualTo(Digits.labels()[1500]);
        assertThat(digits.train().classCounts()).containsExactly(151, 151, 150, 153, 148, 152, 151, 149, 146, 149);
    }

    @Test
    void names_find_data_sets() {
        for (Dataset dataset : Dataset.values()) {
            assertThat(Dataset.named(dataset.id())).isSameAs(dataset);
        }
        assertThatThrownBy(() -> Dataset.named("cifar"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("data set is 'cifar', expected one of digits, cifar10, cifar10-subset,"
                        + " cifar10-images, cifar100, cifar100-coarse, svhn, fashion-mnist");
    }

    @Test
    void absent_data_say_where_to_put_them() {
        Folders.withoutProperty("itocheck.data.cifar10-subset", () -> {
            assertThat(Dataset.CIFAR10_SUBSET.find()).isEmpty();
            assertThatThrownBy(Dataset.CIFAR10_SUBSET::load)
                    .isInstanceOf(MissingDataException.class)
                    .hasMessage("cifar10-subset is not on this machine: put train.bin and test.bin into "
                            + Path.of("data/cifar10-subset").toAbsolutePath()
                            + ", or name their folder with -Ditocheck.data.cifar10-subset=DIR; archives are to be unpacked,"
                            + " docs/data.md says where to get them");
        });
    }

    /** A property with a typing error must not turn tests off. */
    @Test
    void a_property_that_names_no_folder_is_an_error_and_no_absence(@TempDir Path directory) {
        Path wrong = directory.resolve("wrong");
        Folders.withProperty(
                "itocheck.data.cifar10",
                wrong,
                () -> assertThatThrownBy(Dataset.CIFAR10::find)
                        .isInstanceOf(DataException.class)
                        .isNotInstanceOf(MissingDataException.class)
                        .hasMessage(
                                "itocheck.data.cifar10 is '" + wrong + "', expected a folder with data_batch_1.bin to"
                                        + " data_batch_5.bin and test_batch.bin; correct it, or leave it out to use "
                                        + Path.of("data/cifar10").toAbsolutePath()));
    }

    @Test
    void a_folder_without_a_file_is_an_error_and_no_absence(@TempDir Path directory) {
        Folders.withProperty(
                "itocheck.data.cifar100",
                directory,
                () -> assertThatThrownBy(Dataset.CIFAR100_COARSE::find)
                        .isInstanceOf(DataException.class)
                        .isNotInstanceOf(MissingDataException.class)
                        .hasMessage(directory.resolve("train.bin") + " is missing; put it there, see docs/data.md"));
    }
}
