package org.itocheck.network.architecture;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.itocheck.network.data.ImageShape;
import org.jspecify.annotations.Nullable;

/** How the name of a network is written and read. It says everything but what the images are. */
final class ArchitectureName {
    static final int USUAL_WIDTH = 16;
    static final int USUAL_VGG_WIDTH = 64;
    /** Divides the channels of every usual width. */
    static final int USUAL_GROUPS = 8;

    private static final String DEPTH = "-(?<depth>\\d{1,4})(?:x(?<width>\\d{1,9}))?";
    private static final String NORMALISER = "-(?<kind>none|bn|gn(?<groups>\\d{1,9})?)";
    private static final String UNUSUAL =
            "(?<noaffine>(?<!-none)-noaffine)?(?:(?<!-none)-eps(?<epsilon>\\d+(?:\\.\\d+)?(?:e-?\\d+)?))?";
    private static final String SHORTCUTS = "(?<shortcuts>-shortcuts)?";

    private static final List<Family> FAMILIES = List.of(
            new Family("mlp(?<widths>(?:-\\d{1,9})*)(?<tanh>-tanh)?", "", ArchitectureName::mlp),
            new Family("preresnet" + DEPTH, SHORTCUTS, ArchitectureName::preResNet),
            new Family("resnet" + DEPTH, "", ArchitectureName::resNet),
            new Family("vgg" + DEPTH, "", ArchitectureName::vgg));

    private ArchitectureName() {}

    /**
     * Writes a name.
     *
     * @param size family and sizes
     * @param parts what is unusual besides the normaliser, unless it is all of the scale-invariant form
     */
    static String of(String size, Normaliser normaliser, boolean scaleInvariant, String parts) {
        return size + "-" + (scaleInvariant ? normaliser.shortLabel() + "-si" : normaliser.label() + parts);
    }

    /**
     * Reads a name.
     *
     * @return empty if it has none of the forms
     * @throws IllegalArgumentException if a number in it is out of range
     */
    static Optional<Architecture> read(String name, ImageShape input, int classes) {
        for (Family family : FAMILIES) {
            Matcher words = family.pattern().matcher(name);
            if (words.matches()) {
                return Optional.of(family.maker().make(words, input, classes));
            }
        }
        return Optional.empty();
    }

    private interface Maker {
        Architecture make(Matcher words, ImageShape input, int classes);
    }

    private record Family(Pattern pattern, Maker maker) {
        Family(String size, String parts, Maker maker) {
            this(Pattern.compile(size + NORMALISER + "(?:(?<si>-si)|" + UNUSUAL + parts + "(?<fixed>-fixed)?)"), maker);
        }
    }

    private static Architecture mlp(Matcher words, ImageShape input, int classes) {
        List<Integer> hidden = Arrays.stream(words.group("widths").split("-"))
                .filter(width -> !width.isEmpty())
                .map(Integer::valueOf)
                .toList();
        Activation activation = has(words, "tanh") ? Activation.TANH : Activation.RELU;
        return new Mlp(input, classes, hidden, activation, normaliser(words), fixed(words));
    }

    private static Architecture preResNet(Matcher words, ImageShape input, int classes) {
        boolean shortcuts = has(words, "si") || has(words, "shortcuts");
        return new PreResNet(
                input, classes, depth(words), width(words, USUAL_WIDTH), normaliser(words), shortcuts, fixed(words));
    }

    private static Architecture resNet(Matcher words, ImageShape input, int classes) {
        return new ResNet(input, classes, depth(words), width(words, USUAL_WIDTH), normaliser(words), fixed(words));
    }

    private static Architecture vgg(Matcher words, ImageShape input, int classes) {
        return new Vgg(input, classes, depth(words), width(words, USUAL_VGG_WIDTH), normaliser(words), fixed(words));
    }

    private static Normaliser normaliser(Matcher words) {
        Normaliser usual = switch (words.group("kind")) {
            case "none" -> Normaliser.NONE;
            case "bn" -> Normaliser.batch();
            default -> Normaliser.group(number(words.group("groups"), USUAL_GROUPS));
        };
        if (has(words, "si")) {
            return usual.scaleInvariant();
        }
        String epsilon = words.group("epsilon");
        return usual.withAffine(usual.affine() && !has(words, "noaffine"))
                .withEpsilon(epsilon == null ? usual.epsilon() : Double.parseDouble(epsilon));
    }

    private static boolean fixed(Matcher words) {
        return has(words, "si") || has(words, "fixed");
    }

    private static int depth(Matcher words) {
        return Integer.parseInt(words.group("depth"));
    }

    private static int width(Matcher words, int usual) {
        return number(words.group("width"), usual);
    }

    private static int number(@Nullable String digits, int usual) {
        return digits == null ? usual : Integer.parseInt(digits);
    }

    private static boolean has(Matcher words, String part) {
        return words.group(part) != null;
    }
}
