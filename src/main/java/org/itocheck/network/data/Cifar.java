package org.itocheck.network.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The binary files of CIFAR-10 and CIFAR-100: one record an image, which is one label byte (CIFAR-100: two, the coarse and the fine) and
 * 3072 values, red, green, blue, each row by row.
 *
 * @param name of the data set
 * @param labels how many label bytes a record has
 * @param label which of them counts
 * @param classes how many classes it has
 */
record Cifar(String name, int labels, int label, int classes) {
    private static final int ANY = -1;
    private static final ImageShape SHAPE = new ImageShape(3, 32, 32);
    private static final int BATCH = 10_000;

    static TrainTest ten(DataFolder folder) {
        return ten(folder, BATCH);
    }

    static TrainTest ten(DataFolder folder, int records) {
        List<String> train = IntStream.rangeClosed(1, 5)
                .mapToObj(k -> "data_batch_" + k + ".bin")
                .toList();
        return new Cifar("cifar10", 1, 0, 10).read(folder, train, records, "test_batch.bin", records);
    }

    static TrainTest subsetOfTen(DataFolder folder) {
        return new Cifar("cifar10-subset", 1, 0, 10).read(folder, List.of("train.bin"), ANY, "test.bin", ANY);
    }

    static TrainTest pictures(DataFolder folder) {
        TrainTest pictures = ImageFolders.read(folder.path(), "cifar10-images");
        if (!pictures.train().shape().equals(SHAPE) || pictures.train().classes() != 10) {
            throw new DataException(DataException.absolute(folder.path()) + ": expected images of " + SHAPE
                    + " in 10 classes, found " + pictures.train() + "; read other images with ImageFolders.read");
        }
        return pictures;
    }

    static TrainTest hundred(DataFolder folder) {
        return hundred(folder, 5 * BATCH, BATCH);
    }

    static TrainTest hundred(DataFolder folder, int trainRecords, int testRecords) {
        Cifar fine = new Cifar("cifar100", 2, 1, 100);
        return fine.read(folder, List.of("train.bin"), trainRecords, "test.bin", testRecords);
    }

    static TrainTest twenty(DataFolder folder) {
        return twenty(folder, 5 * BATCH, BATCH);
    }

    static TrainTest twenty(DataFolder folder, int trainRecords, int testRecords) {
        Cifar coarse = new Cifar("cifar100-coarse", 2, 0, 20);
        return coarse.read(folder, List.of("train.bin"), trainRecords, "test.bin", testRecords);
    }

    private TrainTest read(DataFolder folder, List<String> train, int trainRecords, String test, int testRecords) {
        return new TrainTest(
                images("train", folder, train, trainRecords), images("test", folder, List.of(test), testRecords));
    }

    private ImageSet images(String part, DataFolder folder, List<String> files, int records) {
        Collected collected = new Collected();
        for (String file : files) {
            DataFolder.Content content = folder.content(file);
            collected.add(content, checkedRecords(content, records));
        }
        return ImageSet.owning(name + "/" + part, SHAPE, classes, collected.pixels, collected.labels);
    }

    private int checkedRecords(DataFolder.Content content, int expected) {
        int length = labels + SHAPE.size();
        int bytes = content.bytes().length;
        if (expected != ANY && bytes != (long) expected * length) {
            throw DataException.in(
                    content.place(),
                    "expected " + (long) expected * length + " bytes, " + expected + " images of " + length
                            + " each, found " + bytes);
        }
        if (bytes == 0 || bytes % length != 0) {
            throw DataException.in(
                    content.place(),
                    "expected a multiple of " + length + " bytes, one image each, found " + bytes + ", which leaves "
                            + bytes % length);
        }
        return bytes / length;
    }

    /** The images of several files. */
    private final class Collected {
        private byte[] pixels = {};
        private int[] labels = {};

        void add(DataFolder.Content content, int records) {
            int before = labels.length;
            pixels = Arrays.copyOf(pixels, pixels.length + records * SHAPE.size());
            labels = Arrays.copyOf(labels, before + records);
            int length = Cifar.this.labels + SHAPE.size();
            for (int i = 0; i < records; i++) {
                int value = content.bytes()[i * length + label] & 0xFF;
                if (value >= classes) {
                    throw DataException.label(content.place(), i, value, 0, classes - 1);
                }
                labels[before + i] = value;
                System.arraycopy(
                        content.bytes(),
                        i * length + Cifar.this.labels,
                        pixels,
                        (before + i) * SHAPE.size(),
                        SHAPE.size());
            }
        }
    }
}
