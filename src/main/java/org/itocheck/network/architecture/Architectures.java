package org.itocheck.network.architecture;

import java.util.List;
import org.itocheck.network.data.ImageShape;

/**
 * The networks by name: family, size, normaliser, form.
 * <pre>{@code
 * Architectures.named("preresnet-32-bn", shape, 10);           // the usual form, of the usual width, 16
 * Architectures.named("preresnet-8x4-gn2-si", shape, 10);      // width 4, group normalisation with 2 groups, the paper's form
 * Architectures.named("mlp-64-64-tanh-none", shape, 10);       // two hidden layers
 * }</pre>
 * <p>The name of one of these networks, {@link Architecture#name}, gives it again. Names of forms between the usual and the scale-invariant one
 * end with what they have of the latter: {@code -noaffine}, {@code -eps0} or another epsilon, {@code -shortcuts}, {@code -fixed}, in this order.
 */
public final class Architectures {
    private static final List<String> FORMS = List.of(
            "mlp[-WIDTH ...][-tanh]-NORM[-si]",
            "preresnet-DEPTH[xWIDTH]-NORM[-si]",
            "resnet-DEPTH[xWIDTH]-NORM[-si]",
            "vgg-DEPTH[xWIDTH]-NORM[-si]");

    private static final List<String> SIZES = List.of(
            "mlp-64-64",
            "preresnet-8",
            "preresnet-20",
            "preresnet-32",
            "preresnet-44",
            "preresnet-56",
            "resnet-32",
            "vgg-16",
            "vgg-19");

    private static final List<String> ENDINGS = List.of("bn", "bn-si", "gn", "gn-si", "none", "none-si");

    private Architectures() {}

    /**
     * A network by its name.
     *
     * @param name as {@link #forms()} say, in small letters
     * @param input the shape of an image
     * @param classes the number of classes, at least 2
     * @throws IllegalArgumentException if the name has none of the forms, a number in it is out of range, or the network does not fit such images
     */
    public static Architecture named(String name, ImageShape input, int classes) {
        if (classes < 2) {
            throw new IllegalArgumentException("classes is " + classes + ", expected at least 2");
        }
        try {
            Architecture network = ArchitectureName.read(name, input, classes)
                    .orElseThrow(() -> new IllegalArgumentException("expected " + String.join(", ", FORMS)
                            + "; NORM is bn, gn, gnGROUPS or none; for example preresnet-20-bn or"
                            + " preresnet-8x4-gn2-si"));
            Layout.of(network);
            return network;
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "network is '" + name + "' on images of " + input
                            + ", which has more parameters than an array can hold; use smaller widths",
                    e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("network is '" + name + "': " + e.getMessage(), e);
        }
    }

    /** What names look like, one form a family; what is in brackets may be left out. */
    public static List<String> forms() {
        return FORMS;
    }

    /** The first words of names. */
    public static List<String> families() {
        return FORMS.stream().map(form -> form.split("[-\\[]", 2)[0]).toList();
    }

    /** Families with the sizes of the literature: the beginnings of {@link #names()}. */
    public static List<String> sizes() {
        return SIZES;
    }

    /** Normalisers, each in the usual and in the scale-invariant form: the ends of {@link #names()}. */
    public static List<String> endings() {
        return ENDINGS;
    }

    /** Every size with every ending. */
    public static List<String> names() {
        return SIZES.stream()
                .flatMap(size -> ENDINGS.stream().map(ending -> size + "-" + ending))
                .toList();
    }
}
