package org.itocheck.report;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;

/** The verdicts of a study for a terminal: one line for each claim, one for all. ASCII except for the sign ±. */
public final class ConsoleTable {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x20-\\x7E\u00B1]");
    private static final int VERDICT = Verdict.INCONCLUSIVE.name().length();
    private static final int NARROWEST = 72;
    private static final int GAP = 2;
    private static final String RESET = "\u001B[0m";

    private final StudyResult result;
    private final boolean colour;
    private final List<String> paths;
    private final List<String> seconds;
    private final int claimWidth;
    private final int findingWidth;

    private ConsoleTable(StudyResult result, int width, boolean colour) {
        this.result = result;
        this.colour = colour;
        paths = column("trajectories", outcome -> Numbers.grouped(outcome.trajectories(), ' '));
        seconds = column("seconds", outcome -> String.format(Locale.ROOT, "%.1f", outcome.seconds()));
        int free = Math.max(width, NARROWEST) - VERDICT - width(paths) - width(seconds) - 4 * GAP;
        int claims = width(column("claim", outcome -> plain(outcome.statement())));
        int findings = width(column("finding", outcome -> plain(outcome.finding())));
        // The shorter column keeps its text if it needs less than half; the other takes what is left.
        claimWidth = Math.min(claims, Math.max(free / 2, free - findings));
        findingWidth = Math.min(findings, free - claimWidth);
    }

    /**
     * The table and a summary, every line ended by a newline.
     *
     * @param result the study
     * @param width of the terminal in characters; below 72 lines are as wide as 72
     * @param colour whether to colour the verdicts with ANSI escapes
     */
    public static String render(StudyResult result, int width, boolean colour) {
        return new ConsoleTable(result, width, colour).text();
    }

    private String text() {
        StringBuilder text = new StringBuilder(line("verdict", "verdict", "claim", "finding", 0));
        for (int i = 0; i < result.outcomes().size(); i++) {
            Outcome outcome = result.outcomes().get(i);
            String verdict = outcome.verdict().name();
            text.append(line(
                    verdict, painted(outcome.verdict()), plain(outcome.statement()), plain(outcome.finding()), i + 1));
        }
        return text.append('\n').append(summary()).toString();
    }

    private String line(String verdict, String shown, String claim, String finding, int row) {
        String gap = " ".repeat(GAP);
        return shown + " ".repeat(VERDICT - verdict.length()) + gap + left(claim, claimWidth) + gap
                + left(finding, findingWidth) + gap + right(paths.get(row), width(paths)) + gap
                + right(seconds.get(row), width(seconds)) + "\n";
    }

    private String summary() {
        int claims = result.outcomes().size();
        return String.format(
                Locale.ROOT,
                "%s: %s, %d of %d claim%s passed, %d failed, %d inconclusive; %s trajectories in %.1f s; seed %s\n",
                plain(result.name()),
                painted(result.verdict()),
                result.count(Verdict.PASS),
                claims,
                claims == 1 ? "" : "s",
                result.count(Verdict.FAIL),
                result.count(Verdict.INCONCLUSIVE),
                Numbers.grouped(result.trajectories(), ' '),
                result.seconds(),
                result.seed());
    }

    private String painted(Verdict verdict) {
        if (!colour) {
            return verdict.name();
        }
        int code = switch (verdict) {
            case PASS -> 32;
            case FAIL -> 31;
            case INCONCLUSIVE -> 33;
        };
        return "\u001B[" + code + "m" + verdict + RESET;
    }

    private List<String> column(String title, Function<Outcome, String> text) {
        List<String> column = new ArrayList<>(List.of(title));
        result.outcomes().forEach(outcome -> column.add(text.apply(outcome)));
        return column;
    }

    private static int width(List<String> column) {
        return column.stream().mapToInt(String::length).max().orElse(0);
    }

    /** Accents are dropped; what is left outside ASCII, such as the escapes of a hostile name, becomes a question mark. */
    private static String plain(String text) {
        String bare = MARKS.matcher(Normalizer.normalize(text.replace('\u2212', '-'), Normalizer.Form.NFD))
                .replaceAll("");
        return UNPRINTABLE.matcher(bare).replaceAll("?");
    }

    private static String left(String text, int width) {
        String fitting = text.length() <= width ? text : text.substring(0, width - 3) + "...";
        return fitting + " ".repeat(width - fitting.length());
    }

    private static String right(String text, int width) {
        return " ".repeat(width - text.length()) + text;
    }
}
