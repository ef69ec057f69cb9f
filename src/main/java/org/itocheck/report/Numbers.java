package org.itocheck.report;

import java.util.List;
import java.util.Locale;
import org.itocheck.claim.Cell;

/** Numbers for readers: the same text in every locale, a true minus sign, no more digits than the interval supports. */
final class Numbers {
    private static final char THIN_SPACE = '\u202F';
    private static final int SIGNIFICANT = 3;

    private Numbers() {}

    /** Six significant digits. */
    static String value(double value) {
        return format(value, 6, false);
    }

    /** Up to four significant digits without trailing zeros; whole numbers in full: {@code 12 000}, {@code 0.85}. */
    static String trimmed(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e12) {
            return minus(grouped((long) value, THIN_SPACE));
        }
        String text = format(value, 4, false);
        return text.contains("e") || !text.contains(".") ? text : text.replaceFirst("\\.?0+$", "");
    }

    /** Three significant digits. */
    static String brief(double value) {
        return format(value, SIGNIFICANT, false);
    }

    /** How large an error may be; a dash where no single error is bounded. */
    static String allowed(Cell cell) {
        return Double.isNaN(cell.allowed()) ? "\u2013" : brief(cell.allowed());
    }

    /** An error with its sign, with as many decimals as three digits of its half width need: {@code +0.00492}. */
    static String signed(double error, double halfWidth) {
        String text = isFixed(halfWidth) && Math.abs(error) < 1e6
                ? String.format(Locale.ROOT, "%+." + decimals(halfWidth) + "f", error)
                : format(error, SIGNIFICANT, true);
        return minus(text);
    }

    /** Half of an interval, with the decimals that three digits of the reference need. */
    static String halfWidth(double halfWidth, double reference) {
        return isFixed(reference) && Double.isFinite(halfWidth)
                ? String.format(Locale.ROOT, "%." + decimals(reference) + "f", halfWidth)
                : brief(halfWidth);
    }

    /** The largest finite half width: it sets the decimals of a group, so that they stand below each other. */
    static double reference(List<Cell> cells) {
        return cells.stream()
                .mapToDouble(Cell::halfWidth)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    /** The reference of the group, unless this cell is so precise that it would lose its digits. */
    static double precision(Cell cell, double reference) {
        return cell.halfWidth() > reference / 100 ? reference : cell.halfWidth();
    }

    private static boolean isFixed(double reference) {
        return reference >= 1e-5 && reference < 100;
    }

    /** So many decimals, with narrow spaces in large numbers: {@code 12 000}, {@code 0.85}. */
    static String fixed(double value, int decimals) {
        return minus(String.format(Locale.ROOT, "%,." + decimals + "f", value).replace(',', THIN_SPACE));
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
