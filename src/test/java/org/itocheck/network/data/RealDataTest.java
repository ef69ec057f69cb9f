package org.itocheck.network.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
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

    /**
     * Two loaders, two files, one image: the picture nearest to a binary image is one of its class, and that by far. Seen for the first 40:
     * a mean difference of 4 to 9 of 255 because JPEG loses something, 17 and more to every other class.
     */
    @Test
    void the_binary_images_are_among_the_pictures() {
        ImageSet binary = orSkip(Dataset.CIFAR10_SUBSET).train();
        TrainTest pictures = orSkip(Dataset.CIFAR10_IMAGES);
        for (int i = 0; i < Math.min(40, binary.size()); i++) {
            double[] train = nearest(binary, i, pictures.train());
            double[] test = nearest(binary, i, pictures.test());
            int label = binary.label(i);
            double own = Math.min(train[label], test[label]);
            train[label] = Double.POSITIVE_INFINITY;
            assertThat(own)
                    .as("image %d", i)
                    .isLessThan(Arrays.stream(train).min().orElseThrow() / 2);
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

    /** The smallest mean difference from an image to those of each class, shape [classes]. */
    private static double[] nearest(ImageSet binary, int index, ImageSet pictures) {
        byte[] image = new byte[binary.shape().size()];
        binary.copyPixels(index, image);
        byte[] picture = new byte[image.length];
        double[] nearest = new double[pictures.classes()];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (int i = 0; i < pictures.size(); i++) {
            pictures.copyPixels(i, picture);
            int sum = 0;
            for (int k = 0; k < image.length; k++) {
                sum += Math.abs((image[k] & 0xFF) - (picture[k] & 0xFF));
            }
            int label = pictures.label(i);
            nearest[label] = Math.min(nearest[label], (double) sum / image.length);
        }
        return nearest;
    }
}
