package org.itocheck.random;

import java.util.Locale;

/**
 * The root of everything random in a run. Printed as {@code 0x} and 16 hexadecimal digits.
 *
 * @param value any 64 bits
 */
public record Seed(long value) {
    /**
     * Reads a seed: decimal, or hexadecimal after {@code 0x}; underscores are ignored.
     *
     * @param text for example {@code 42} or {@code 0x5EED_0000_0001}
     * @return the seed, which prints as text that reads back to it
     * @throws IllegalArgumentException if the text is no 64-bit number
     */
    public static Seed parse(String text) {
        String digits = text.strip().replace("_", "").toLowerCase(Locale.ROOT);
        try {
            return new Seed(
                    digits.startsWith("0x") ? Long.parseUnsignedLong(digits.substring(2), 16) : Long.parseLong(digits));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "seed is '" + text + "', expected a 64-bit number such as 42 or 0x00005EED00000001", e);
        }
    }

    /**
     * The seed for a named purpose below this one: different names, and different seeds, give unrelated seeds.
     *
     * @param purpose any text, for example {@code "trajectories"}
     * @return the same seed for the same seed and text, always
     */
    public Seed forPurpose(String purpose) {
        // mixed before the first letter, or the next seed with the letter before would be the same
        long hash = Bits.mix(value + Bits.GAMMA);
        for (int i = 0; i < purpose.length(); i++) {
            hash = Bits.mix(hash + purpose.charAt(i) + Bits.GAMMA);
        }
        return new Seed(Bits.mix(hash ^ purpose.length()));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "0x%016X", value);
    }
}
