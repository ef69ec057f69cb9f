package org.itocheck.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;

/** Text that is safe between tags and inside quoted attributes, in HTML and in XML. */
final class Markup {
    private static final Pattern ARXIV = Pattern.compile("arXiv:(\\d{4}\\.\\d{4,5})");

    private static final Pattern EXPONENT = Pattern.compile("\\b[\\d.]+e-\\d+");

    private Markup() {}

    /** Escapes the five special characters; what XML forbids (control characters, lone surrogates) becomes U+FFFD. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isXml(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int c) {
        boolean printable = c >= 0x20 && c != 0xFFFE && c != 0xFFFF;
        boolean control = c >= 0x7F && c < 0xA0;
        boolean surrogate = c >= 0xD800 && c < 0xE000;
        return c == '\t' || c == '\n' || (printable && !control && !surrogate);
    }

    /** Escapes, and keeps {@code 1e-12} and {@code ± 0.01} on one line. */
    static String prose(String text) {
        return EXPONENT.matcher(escape(text).replace("\u00B1 ", "\u00B1\u00A0"))
                .replaceAll("<span class=\"nb\">$0</span>");
    }

    /** Escapes, and turns {@code arXiv:2102.12470} into a link to the paper. */
    static String linked(String text) {
        return ARXIV.matcher(escape(text)).replaceAll("<a href=\"https://arxiv.org/abs/$1\">$0</a>");
    }

    /** A resource file beside this class. */
    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Markup.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + " from the jar of ItoCheck", e);
        }
    }
}
