package org.itocheck.network.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sources;

/**
 * Two MAT files of version 5: {@code X} of shape 32 x 32 x 3 x n, unsigned bytes, the row fastest, and {@code y} of n labels 1 to 10, where
 * 10 means the digit 0.
 *
 * @see <a href="http://ufldl.stanford.edu/housenumbers">Netzer, Wang, Coates, Bissacco, Wu, Ng (2011)</a>
 */
final class Svhn {
    /** As in torchvision, datasets/svhn.py; the home page gives none. */
    static final Map<String, String> MD5 = Map.of(
            "train_32x32.mat", "e26dedcc434d2e4c54c9b2d4a06d8373",
            "test_32x32.mat", "eb5a983be6a315427106f1b164d9cef3");

    private static final ImageShape SHAPE = new ImageShape(3, 32, 32);
    private static final int CLASSES = 10;

    private Svhn() {}

    static TrainTest load(DataFolder folder) {
        return new TrainTest(
                images("train", folder.file("train_32x32.mat")), images("test", folder.file("test_32x32.mat")));
    }

    private static ImageSet images(String part, Path file) {
        String place = DataException.absolute(file);
        try (BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file));
                MatFile content = Mat5.newReader(Sources.wrapInputStream(in)).readMat()) {
            Matrix x = content.getMatrix("X");
            Matrix y = content.getMatrix("y");
            check(place, x, y);
            return ImageSet.owning("svhn/" + part, SHAPE, CLASSES, pixels(x), labels(place, y));
        } catch (DataException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw DataException.in(place, "cannot be read as a MAT file of version 5 with X and y", e);
        }
    }

    private static void check(String place, Matrix x, Matrix y) {
        int[] shape = x.getDimensions();
        if (x.getType() != MatlabType.UInt8
                || shape.length != 4
                || shape[0] != SHAPE.height()
                || shape[1] != SHAPE.width()
                || shape[2] != SHAPE.channels()) {
            throw DataException.in(
                    place,
                    "expected X of shape [32, 32, 3, n] of uint8, found " + Arrays.toString(shape) + " of "
                            + x.getType());
        }
        if (y.getNumElements() != shape[3]) {
            throw DataException.in(
                    place,
                    "expected " + shape[3] + " labels in y, as many as X has images, found " + y.getNumElements());
        }
    }

    private static byte[] pixels(Matrix x) {
        byte[] pixels = new byte[x.getNumElements()];
        int area = SHAPE.area();
        for (int plane = 0; plane < pixels.length; plane += area) {
            for (int k = 0; k < area; k++) {
                int row = k / SHAPE.width();
                int column = k % SHAPE.width();
                pixels[plane + k] = x.getByte(plane + column * SHAPE.height() + row);
            }
        }
        return pixels;
    }

    private static int[] labels(String place, Matrix y) {
        int[] labels = new int[y.getNumElements()];
        for (int i = 0; i < labels.length; i++) {
            int label = y.getInt(i);
            if (label < 1 || label > CLASSES) {
                throw DataException.label(place, i, label, 1, CLASSES);
            }
            labels[i] = label % CLASSES;
        }
        return labels;
    }
}
