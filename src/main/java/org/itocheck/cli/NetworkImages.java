package org.itocheck.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.itocheck.network.data.Dataset;
import org.itocheck.network.data.ImageSet;
import org.itocheck.network.data.ImageShape;
import org.itocheck.network.data.RandomImages;

/** The images that a network is shown with. */
final class NetworkImages {
    static final String PHOTOGRAPH = "3x32x32";

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,5})x(\\d{1,5})x(\\d{1,5})");
    private static final int CLASSES = 10;
    private static final int RANDOM = 16;

    private NetworkImages() {}

    /** Digits, or, since VGG halves images five times, something larger. */
    static String usual(String network) {
        return network.startsWith("vgg") ? PHOTOGRAPH : Dataset.DIGITS.id();
    }

    /**
     * The training images of a data set, or random pixels of a shape.
     *
     * @throws IllegalArgumentException if it is neither
     */
    static ImageSet of(String given) {
        Matcher shape = SHAPE.matcher(given);
        if (shape.matches()) {
            return RandomImages.of(
                    RANDOM,
                    new ImageShape(size(shape, 1), size(shape, 2), size(shape, 3)),
                    CLASSES,
                    VerifyCommand.defaultSeed());
        }
        try {
            return Dataset.named(given).load().train();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "--images: " + e.getMessage() + ", or a shape such as " + PHOTOGRAPH + " for random pixels", e);
        }
    }

    private static int size(Matcher shape, int group) {
        return Integer.parseInt(shape.group(group));
    }
}
