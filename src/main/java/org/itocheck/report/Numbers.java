package org.itocheck.report;

import java.util.Locale;

/** Numbers for readers: the same text in every locale, a true minus sign, no more digits than the interval supports. */
final class Numbers {
    private static final char THIN_SPACE = '\u202F';
    private static final int SIGNIFICANT = 3;

    private Numbers() {}

    /** Six significant digits. */
    static String value(double value) {
        return format(value, 6, false);
    }

    /** Three significant digits. */
    static String brief(double value) {
        return format(value, SIGNIFICANT, false);
    }

    /** An error with its sign, as many decimals as three digits of its half width need: {@code +0.00492}. */
    static String signed(double error, double halfWidth) {
        boolean fixed = halfWidth >= 1e-5 && halfWidth < 100 && Math.abs(error) < 1e6;
        String text = fixed
                ? String.format(Locale.ROOT, "%+." + decimals(halfWidth) + "f", error)
                : format(error, SIGNIFICANT, true);
        return minus(text);
    }

    /** Half of an interval, with the decimals of {@link #signed}. */
    static String halfWidth(double halfWidth) {
        boolean fixed = halfWidth >= 1e-5 && halfWidth < 100;
        return fixed ? String.format(Locale.ROOT, "%." + decimals(halfWidth) + "f", halfWidth) : brief(halfWidth);
    }

    /** {@code 400 000}, with narrow spaces that do not break. */
    static String count(long count) {
        return grouped(count, THIN_SPACE);
    }

    static String grouped(long count, char separator) {
        return String.format(Locale.ROOT, "%,d", count).replace(',', separator);
    }

    /** {@code 0.42 s}, {@code 12.3 s}, {@code 4 min 05 s}, {@code 2 h 03 min}. */
    static String duration(double seconds) {
        if (!(seconds < 60)) {
            long minutes = (long) (seconds / 60);
            return minutes < 60
                    ? String.format(Locale.ROOT, "%d min %02d s", minutes, (long) seconds % 60)
                    : String.format(Locale.ROOT, "%d h %02d min", minutes / 60, minutes % 60);
        }
        return String.format(Locale.ROOT, seconds < 10 ? "%.2f s" : "%.1f s", seconds);
    }

    private static int decimals(double halfWidth) {
        return Math.max(0, SIGNIFICANT - 1 - (int) Math.floor(Math.log10(halfWidth)));
    }

    private static String format(double value, int digits, boolean plus) {
        if (value == 0) {
            return "0";
        }
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : (value < 0 ? "\u2212" : plus ? "+" : "") + "\u221E";
        }
        String text = String.format(Locale.ROOT, (plus ? "%+." : "%.") + digits + "g", value);
        return minus(text.replaceFirst("e([+-])0", "e$1").replace("e+", "e"));
    }

    private static String minus(String text) {
        return text.replace('-', '\u2212');
    }
}
