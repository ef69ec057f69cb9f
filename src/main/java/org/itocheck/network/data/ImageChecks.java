package org.itocheck.network.data;

/** What an {@link ImageSet} and its indices must satisfy. */
final class ImageChecks {
    private static final int MOST_CLASSES = 1 << 16;

    private ImageChecks() {}

    static void check(ImageSet images, int values) {
        if (images.size() == 0) {
            throw new IllegalArgumentException(images.name() + " has no images; give at least one");
        }
        if (images.classes() < 2 || images.classes() > MOST_CLASSES) {
            throw new IllegalArgumentException(
                    "classes is " + images.classes() + " in " + images.name() + ", expected 2 to " + MOST_CLASSES);
        }
        long expected = (long) images.size() * images.shape().size();
        if (values != expected) {
            throw new IllegalArgumentException("pixels has " + values + " values in " + images.name() + ", expected "
                    + expected + ": " + images.size() + " labels and images of " + images.shape());
        }
        for (int i = 0; i < images.size(); i++) {
            int label = images.label(i);
            if (label < 0 || label >= images.classes()) {
                throw new IllegalArgumentException("label " + i + " is " + label + " in " + images.name()
                        + ", expected 0 to " + (images.classes() - 1) + ": there are " + images.classes() + " classes");
            }
        }
    }

    static void indices(ImageSet images, int[] indices) {
        if (indices.length == 0) {
            throw new IllegalArgumentException("there are no indices into " + images.name() + "; give at least one");
        }
        for (int index : indices) {
            if (index < 0 || index >= images.size()) {
                throw new IllegalArgumentException("index is " + index + ", " + images.name() + " has " + images.size()
                        + " images; give indices from 0 to " + (images.size() - 1));
            }
        }
    }

    static void views(int[] indices, int[] views) {
        if (views.length != indices.length) {
            throw new IllegalArgumentException("views has " + views.length + " entries, indices has " + indices.length
                    + "; give one view an image");
        }
    }
}
