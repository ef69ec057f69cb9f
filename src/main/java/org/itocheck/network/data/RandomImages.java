package org.itocheck.network.data;

import org.itocheck.random.KeyedRows;
import org.itocheck.random.Seed;

/** Images without a meaning, for what only asks about shapes: every value 0 to 255 with equal probability. */
public final class RandomImages {
    private static final int VALUES = 256;

    private RandomImages() {}

    /**
     * Random pixels; classes in turn.
     *
     * @param count how many images, at least 1
     * @param shape the shape of each
     * @param classes how many classes, 2 to 65536
     * @param seed the purpose is added here
     * @throws IllegalArgumentException if there is no image or the number of classes is out of range
     */
    public static ImageSet of(int count, ImageShape shape, int classes, Seed seed) {
        byte[] pixels = new byte[Math.multiplyExact(count, shape.size())];
        int[] labels = new int[count];
        int[] image = new int[shape.size()];
        KeyedRows rows = new KeyedRows(shape.size());
        for (int i = 0; i < count; i++) {
            rows.start(seed.forPurpose("random image " + i), 0);
            rows.index(VALUES, image);
            for (int k = 0; k < image.length; k++) {
                pixels[i * image.length + k] = (byte) image[k];
            }
            labels[i] = i % classes;
        }
        return ImageSet.owning("random pixels", shape, classes, pixels, labels);
    }
}
