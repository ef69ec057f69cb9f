package org.itocheck.network.data;

/** Tiny image sets with values that tell where they come from. */
final class SmallImages {
    private SmallImages() {}

    /** Value k of image i is (37 i + k) mod 256, label i mod classes. */
    static ImageSet counting(int size, ImageShape shape, int classes) {
        byte[] pixels = new byte[size * shape.size()];
        int[] labels = new int[size];
        for (int i = 0; i < size; i++) {
            labels[i] = i % classes;
            for (int k = 0; k < shape.size(); k++) {
                pixels[i * shape.size() + k] = (byte) (37 * i + k);
            }
        }
        return new ImageSet("counting", shape, classes, pixels, labels);
    }
}
