package org.itocheck.training;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a step goes along.
 *
 * @param kind where the gradient comes from
 * @param level l, at least 1; above 1 for SVAG alone
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), equations (1), (5) and section 4</a>
 */
public record Method(Kind kind, int level) {
    private static final Pattern SVAG_OF = Pattern.compile("SVAG\\((\\d{1,6})\\)");

    /** Where the gradient comes from. */
    public enum Kind {
        /** One mini-batch. */
        SGD,
        /** Two mini-batches with coefficients (1 +- sqrt(2l-1)) / 2, steps of eta/l. */
        SVAG,
        /** All images, and Gaussian noise with the covariance of mini-batches drawn with replacement. */
        NGD,
        /** All images. */
        GD
    }

    /** Checks the level. */
    public Method {
        if (level < 1 || (kind != Kind.SVAG && level != 1)) {
            throw new IllegalArgumentException(
                    "level is " + level + " for " + kind + ", expected at least 1 for SVAG and 1 for all others");
        }
    }

    /** Stochastic gradient descent. */
    public static Method sgd() {
        return new Method(Kind.SGD, 1);
    }

    /**
     * Stochastic variance amplified gradient; SVAG(1) takes the steps of SGD.
     *
     * @param level l, at least 1
     */
    public static Method svag(int level) {
        return new Method(Kind.SVAG, level);
    }

    /** Noisy gradient descent; not with batch normalisation. */
    public static Method ngd() {
        return new Method(Kind.NGD, 1);
    }

    /** Gradient descent. */
    public static Method gd() {
        return new Method(Kind.GD, 1);
    }

    /**
     * Reads a name.
     *
     * @param name {@code SGD}, {@code SVAG(4)}, {@code NGD} or {@code GD}, in any case
     * @throws IllegalArgumentException if it is another
     */
    public static Method named(String name) {
        String text = name.strip().toUpperCase(Locale.ROOT);
        Matcher svag = SVAG_OF.matcher(text);
        if (svag.matches()) {
            return svag(Integer.parseInt(svag.group(1)));
        }
        return switch (text) {
            case "SGD" -> sgd();
            case "NGD" -> ngd();
            case "GD" -> gd();
            default ->
                throw new IllegalArgumentException(
                        "method is '" + name + "', expected SGD, SVAG(l) with a level such as SVAG(4), NGD or GD");
        };
    }

    /**
     * How many images a step takes the gradient of.
     *
     * @param batchSize B
     * @param samples n
     */
    public long imagesPerStep(int batchSize, int samples) {
        return switch (kind) {
            case SGD -> batchSize;
            case SVAG -> level == 1 ? batchSize : 2L * batchSize;
            case NGD, GD -> samples;
        };
    }

    /** {@code SGD}, {@code SVAG(4)}, {@code NGD} or {@code GD}. */
    @Override
    public String toString() {
        return kind == Kind.SVAG ? "SVAG(" + level + ")" : kind.name();
    }
}
