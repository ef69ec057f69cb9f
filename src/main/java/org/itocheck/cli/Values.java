package org.itocheck.cli;

import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.itocheck.dynamics.Names;
import org.itocheck.random.Seed;

/** Reads the values of options. What cannot be read names the option, the value, and a right one. */
final class Values {
    /** Finer levels take longer than anybody waits. */
    static final int FINEST_LEVEL = 1 << 16;

    private Values() {}

    /** A whole number from 1 to a largest one; {@code 4000000}, {@code 4_000_000} and {@code 4e6} are the same. */
    static long count(String option, String text, long most, String example) {
        BigDecimal number = number(text);
        if (number != null
                && number.signum() > 0
                && number.compareTo(BigDecimal.valueOf(most)) <= 0
                && number.stripTrailingZeros().scale() <= 0) {
            return number.longValueExact();
        }
        throw malformed(option, text, "a whole number from 1 to " + most, example);
    }

    /** A probability above 0 and below a bound. */
    static double rate(String option, String text, double below, String example) {
        BigDecimal number = number(text);
        if (number != null && number.doubleValue() > 0 && number.doubleValue() < below) {
            return number.doubleValue();
        }
        throw malformed(option, text, "a probability above 0 and below " + (below == 1 ? "1" : below), example);
    }

    /** One of the constants of an enum, in small letters. */
    static <E extends Enum<E>> E constant(String option, String text, Class<E> type) {
        List<String> known = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!known.contains(text)) {
            throw unknown(option, text, known);
        }
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }

    /**
     * A path.
     *
     * @param expected what it is to be, such as {@code a folder}
     */
    static Path path(String option, String text, String expected, String example) {
        try {
            if (!text.isBlank()) {
                return Path.of(text);
            }
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(
                    malformed(option, text, expected, example).getMessage(), e);
        }
        throw malformed(option, text, expected, example);
    }

    /** A positive finite number. */
    static double positive(String option, String text, String example) {
        BigDecimal number = number(text);
        if (number != null && number.doubleValue() > 0 && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw malformed(option, text, "a positive number", example);
    }

    /** Distinct levels, separated by commas. */
    static List<Integer> levels(String option, String text, String example) {
        List<Integer> levels = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            BigDecimal number = number(part);
            if (number == null
                    || number.signum() <= 0
                    || number.compareTo(BigDecimal.valueOf(FINEST_LEVEL)) > 0
                    || number.stripTrailingZeros().scale() > 0) {
                throw malformed(
                        option, text, "whole numbers from 1 to " + FINEST_LEVEL + " separated by commas", example);
            }
            if (levels.contains(number.intValueExact())) {
                throw malformed(option, text, "no level twice", example);
            }
            levels.add(number.intValueExact());
        }
        return levels;
    }

    /** A seed, decimal or hexadecimal. */
    static Seed seed(String option, String text) {
        try {
            return Seed.parse(text);
        } catch (IllegalArgumentException e) {
            throw malformed(option, text, "a 64-bit number", "0x00005EED00000001");
        }
    }

    static IllegalArgumentException unknown(String option, String name, Collection<String> known) {
        return new IllegalArgumentException(option + " is '" + name + "', did you mean '" + Names.nearest(name, known)
                + "'? Known: " + String.join(", ", known));
    }

    private static IllegalArgumentException malformed(String option, String text, String expected, String example) {
        return new IllegalArgumentException(
                option + " is '" + text + "', expected " + expected + ", for example " + option + " " + example);
    }

    /** Null if the text is no number, or one too long to be meant. */
    private static @org.jspecify.annotations.Nullable BigDecimal number(String text) {
        try {
            BigDecimal number = new BigDecimal(text.strip().replace("_", ""));
            return Math.abs((long) number.scale()) < 1000 && number.precision() < 1000 ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
