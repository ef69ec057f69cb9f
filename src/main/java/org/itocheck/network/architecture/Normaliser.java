package org.itocheck.network.architecture;

import java.util.Locale;

/**
 * (x - mean) / sqrt(variance + epsilon), then, if affine, times a trained factor plus a trained summand for each channel.
 *
 * @param kind over what mean and variance are taken
 * @param groups into how many groups the channels of an image are divided; 0 unless {@code kind} is {@code GROUP}
 * @param affine whether there are a factor and a summand
 * @param epsilon at least 0; above 0 nothing before it is exactly scale invariant
 */
public record Normaliser(Kind kind, int groups, boolean affine, double epsilon) {
    /** The usual epsilon of deep learning libraries. */
    public static final double USUAL_EPSILON = 1e-5;

    /** Nothing is normalised. */
    public static final Normaliser NONE = new Normaliser(Kind.NONE, 0, false, 0);

    /** Over what mean and variance are taken. */
    public enum Kind {
        /** Nothing. */
        NONE,
        /** A channel over the mini-batch: the loss of one image depends on the others of its batch. */
        BATCH,
        /** A group of channels of one image. */
        GROUP
    }

    /** Checks that groups and epsilon fit the kind. */
    public Normaliser {
        if (kind == Kind.GROUP ? groups < 1 : groups != 0) {
            throw new IllegalArgumentException(
                    "groups is " + groups + " with " + kind + ", expected at least 1 for GROUP and 0 for others");
        }
        if (kind == Kind.NONE && (affine || epsilon != 0)) {
            throw new IllegalArgumentException("affine is " + affine + " and epsilon " + epsilon
                    + " with NONE, expected false and 0: nothing is normalised; use BATCH or GROUP");
        }
        if (!(epsilon >= 0) || !Double.isFinite(epsilon)) {
            throw new IllegalArgumentException("epsilon is " + epsilon + ", expected 0 or a small positive number");
        }
    }

    /** Batch normalisation as usual: affine, epsilon 1e-5. */
    public static Normaliser batch() {
        return new Normaliser(Kind.BATCH, 0, true, USUAL_EPSILON);
    }

    /**
     * Group normalisation as usual: affine, epsilon 1e-5.
     *
     * @param groups a divisor of every number of channels
     */
    public static Normaliser group(int groups) {
        return new Normaliser(Kind.GROUP, groups, true, USUAL_EPSILON);
    }

    /** Without factor and summand, and with epsilon 0: what is before it is scale invariant. */
    public Normaliser scaleInvariant() {
        return withAffine(false).withEpsilon(0);
    }

    /** The same, with or without a trained factor and summand. */
    public Normaliser withAffine(boolean newAffine) {
        return new Normaliser(kind, groups, newAffine, epsilon);
    }

    /** The same with another epsilon. */
    public Normaliser withEpsilon(double newEpsilon) {
        return new Normaliser(kind, groups, affine, newEpsilon);
    }

    /** Whether it is there at all. */
    public boolean present() {
        return kind != Kind.NONE;
    }

    /** As in the names of networks: {@code bn}, {@code gn8} or {@code none}, with what is unusual, as in {@code gn8-noaffine-eps0}. */
    public String label() {
        return switch (kind) {
            case NONE -> shortLabel();
            case BATCH, GROUP -> shortLabel() + (affine ? "" : "-noaffine") + unusualEpsilon();
        };
    }

    /** The kind alone. */
    String shortLabel() {
        return switch (kind) {
            case NONE -> "none";
            case BATCH -> "bn";
            case GROUP -> "gn" + groups;
        };
    }

    private String unusualEpsilon() {
        if (epsilon == USUAL_EPSILON) {
            return "";
        }
        return "-eps" + (epsilon == 0 ? "0" : Double.toString(epsilon).toLowerCase(Locale.ROOT));
    }
}
