package org.itocheck.network.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The data sets themselves, where they are on the machine; elsewhere these tests are skipped with the way to get them. */
@Tag("slow")
class RealDataTest {
    @Test
    void cifar10_is_balanced_and_has_the_mean_and_deviation_that_are_in_use() {
        TrainTest data = orSkip(Dataset.CIFAR10);
        assertThat(data.train().classCounts()).containsOnly(5000);
        assertThat(data.test().classCounts()).containsOnly(1000);
        hasStatistics(
                data.train(), within(1e-4), new double[] {0.4914, 0.4822, 0.4465}, new double[] {0.2470, 0.2435, 0.2616
                });
    }

    @Test
    void a_part_of_cifar10_has_nearly_its_mean_and_deviation() {
        TrainTest data = orSkip(Dataset.CIFAR10_SUBSET);
        hasStatistics(
                data.train(), within(0.02), new double[] {0.4914, 0.4822, 0.4465}, new double[] {0.2470, 0.2435, 0.2616
                });
    }

    @Test
    void the_pictures_of_cifar10_have_its_mean_and_deviation() {
        TrainTest data = orSkip(Dataset.CIFAR10_IMAGES);
        hasStatistics(
                data.train(), within(0.005), new double[] {0.4914, 0.4822, 0.4465}, new double[] {0.2470, 0.2435, 0.2616
                });
    }

    /** Two loaders, two files, one image: each of the first binary images is among the pictures of its class. */
    @Test
    void the_binary_images_are_among_the_pictures() {
        ImageSet binary = orSkip(Dataset.CIFAR10_SUBSET).train();
        TrainTest pictures = orSkip(Dataset.CIFAR10_IMAGES);
        for (int i = 0; i < Math.min(60, binary.size()); i++) {
            assertThat(Math.min(
                            nearest(binary, i, binary.label(i), pictures.train()),
                            nearest(binary, i, binary.label(i), pictures.test())))
                    .as("image %d", i)
                    .isLessThan(8);
            assertThat(nearest(binary, i, (binary.label(i) + 1) % 10, pictures.test()))
                    .as("image %d in a wrong class", i)
                    .isGreaterThan(8);
        }
    }

    @Test
    void cifar100_is_balanced_in_classes_and_groups() {
        TrainTest fine = orSkip(Dataset.CIFAR100);
        assertThat(fine.train().classCounts()).containsOnly(500);
        assertThat(fine.test().classCounts()).containsOnly(100);
        assertThat(orSkip(Dataset.CIFAR100_COARSE).train().classCounts()).containsOnly(2500);
    }

    @Test
    void svhn_has_more_ones_than_nines() {
        TrainTest data = orSkip(Dataset.SVHN);
        assertThat(data.test().size()).isEqualTo(26_032);
        assertThat(data.train().classCounts())
                .containsExactly(4948, 13861, 10585, 8497, 7458, 6882, 5727, 5595, 5045, 4659);
    }

    @Test
    void fashion_mnist_is_balanced_and_has_the_mean_and_deviation_that_are_in_use() {
        TrainTest data = orSkip(Dataset.FASHION_MNIST);
        assertThat(data.train().classCounts()).containsOnly(6000);
        assertThat(data.test().classCounts()).containsOnly(1000);
        hasStatistics(data.train(), within(1e-4), new double[] {0.2860}, new double[] {0.3530});
    }

    private static TrainTest orSkip(Dataset dataset) {
        return dataset.find().orElseGet(() -> Assumptions.abort(dataset.whereToPutIt()));
    }

    private static void hasStatistics(ImageSet images, Offset<Double> tolerance, double[] mean, double[] deviation) {
        Normalisation found = Normalisation.of(images);
        assertThat(found.mean()).containsExactly(mean, tolerance);
        assertThat(found.deviation()).containsExactly(deviation, tolerance);
    }

    /** The smallest mean difference, of 255, from an image to those of a class. */
    private static double nearest(ImageSet binary, int index, int label, ImageSet pictures) {
        byte[] image = new byte[binary.shape().size()];
        binary.copyPixels(index, image);
        byte[] picture = new byte[image.length];
        return IntStream.range(0, pictures.size())
                        .filter(i -> pictures.label(i) == label)
                        .map(i -> {
                            pictures.copyPixels(i, picture);
                            int sum = 0;
                            for (int k = 0; k < image.length; k++) {
                                sum += Math.abs((image[k] & 0xFF) - (picture[k] & 0xFF));
                            }
                            return sum;
                        })
                        .min()
                        .orElseThrow()
                / (double) image.length;
    }
}
