package org.itocheck.network.data;

import java.nio.file.Path;
import java.util.Map;

/**
 * Four packed idx files: images of shape [n][height][width], and labels of shape [n].
 *
 * @see <a href="https://arxiv.org/abs/1708.07747">Xiao, Rasul, Vollgraf (2017)</a>
 */
final class FashionMnist {
    /** From the table in the README of the data set. */
    static final Map<String, String> MD5 = Map.of(
            "train-images-idx3-ubyte.gz", "8d4fb7e6c68d591d4c3dfef9ec88bf0d",
            "train-labels-idx1-ubyte.gz", "25c81989df183df01b3e8a0aad5dffbe",
            "t10k-images-idx3-ubyte.gz", "bef4ecab320f06d8554ea6380940ec79",
            "t10k-labels-idx1-ubyte.gz", "bb300cfdad3c16e7a12a480ee83cd310");

    private static final int CLASSES = 10;

    private FashionMnist() {}

    static TrainTest load(DataFolder folder) {
        return new TrainTest(images(folder, "train", "train"), images(folder, "test", "t10k"));
    }

    private static ImageSet images(DataFolder folder, String part, String prefix) {
        Path imageFile = folder.file(prefix + "-images-idx3-ubyte.gz");
        Path labelFile = folder.file(prefix + "-labels-idx1-ubyte.gz");
        Idx images = Idx.read(imageFile, 3);
        Idx labels = Idx.read(labelFile, 1);
        String place = DataException.absolute(labelFile);
        int size = images.dimensions()[0];
        if (labels.dimensions()[0] != size) {
            throw DataException.in(
                    place,
                    "expected " + size + " labels, as many as " + imageFile.getFileName() + " has images, found "
                            + labels.dimensions()[0]);
        }
        int[] classes = new int[size];
        for (int i = 0; i < size; i++) {
            classes[i] = labels.values()[i] & 0xFF;
            if (classes[i] >= CLASSES) {
                throw DataException.label(place, i, classes[i], 0, CLASSES - 1);
            }
        }
        ImageShape shape = new ImageShape(1, images.dimensions()[1], images.dimensions()[2]);
        return ImageSet.owning("fashion-mnist/" + part, shape, CLASSES, images.values(), classes);
    }
}
