package org.itocheck.claim;

import java.util.Locale;

/** Numbers in messages: plain ASCII but for the plus-minus sign, the same in every locale. */
public final class Numbers {
    private Numbers() {}

    /** Up to six significant digits, without trailing zeros. */
    public static String plain(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e6) {
            return Long.toString((long) value);
        }
        String text = String.format(Locale.ROOT, "%.6g", value);
        if (text.contains("e")) {
            return text.replaceFirst("\\.?0*e\\+?(-?)0*", "e$1");
        }
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }

    /** Three significant digits. */
    public static String brief(double value) {
        return plain(Double.parseDouble(String.format(Locale.ROOT, "%.2e", value)));
    }

    /** A large count to two significant digits: {@code 1.5e8}. */
    public static String roughly(long count) {
        return count < 100_000
                ? Long.toString(count)
                : plain(Double.parseDouble(String.format(Locale.ROOT, "%.1e", (double) count)));
    }

    /** A value with its half width, both to two digits of the half width: {@code -0.0493 ± 0.0018}. */
    public static String plusMinus(double value, double halfWidth) {
        int decimals = decimals(halfWidth);
        return decimals > 9 || decimals < 0
                ? String.format(Locale.ROOT, "%.2e ± %.1e", value, halfWidth)
                : fixed(value, decimals) + " ± " + fixed(halfWidth, decimals);
    }

    /** A number with as many decimals as the half width of something else needs. */
    public static String like(double value, double halfWidth) {
        int decimals = decimals(halfWidth);
        return decimals > 9 || decimals < 0 ? String.format(Locale.ROOT, "%.1e", value) : fixed(value, decimals);
    }

    /** A count in groups of three: {@code 400 000}. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', ' ');
    }

    /** A share in percent with two significant digits. */
    public static String percent(double share) {
        return brief(Double.parseDouble(String.format(Locale.ROOT, "%.1e", 100 * share))) + " %";
    }

    private static int decimals(double halfWidth) {
        if (!(halfWidth > 0) || Double.isInfinite(halfWidth)) {
            return 4;
        }
        int leading = (int) Math.floor(Math.log10(halfWidth));
        return leading >= 6 ? -1 : Math.max(0, 1 - leading);
    }

    private static String fixed(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
