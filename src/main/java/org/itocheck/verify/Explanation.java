package org.itocheck.verify;

import java.util.List;
import org.itocheck.claim.Numbers;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;

/**
 * The whole message of an outcome. Its first line stands alone; below it one block says what was claimed, seen and known, shows the ladder
 * that decided, and ends with the line that reproduces it. ASCII but for the plus-minus sign, the same in every locale, never wrapped.
 */
public final class Explanation {
    /** Where the second column of the claim and truth lines begins, counted from the first. */
    private static final int SECOND_COLUMN = 50;

    private final StringBuilder text = new StringBuilder();

    private Explanation() {}

    /** Renders an outcome, whatever its verdict; lines end with {@code \n}, the last one does not. */
    public static String of(Outcome outcome, Provenance provenance) {
        Explanation explanation = new Explanation();
        explanation.text.append(outcome.headline()).append("\n");
        explanation.body(outcome);
        explanation.line("reproduce", provenance.reproduce());
        if (provenance.report() == null) {
            explanation.line("run", provenance.environment());
        } else {
            explanation.line("report", provenance.report() + " (.json beside it); " + provenance.environment());
        }
        return explanation.text.toString();
    }

    private void body(Outcome outcome) {
        line("claim", columns(outcome.formula(), outcome.source()));
        line("observed", outcome.observed());
        line("truth", columns(outcome.truth(), outcome.setting()));
        for (String row : LadderTable.of(outcome)) {
            text.append("\n").append(row);
        }
        line("diagnosis", outcome.diagnosis());
        line("power", outcome.power());
        if (outcome.verdict() == Verdict.INCONCLUSIVE) {
            line("verdict", "neither shown nor refuted; this fails a test, because silence is not agreement");
            lines("try", outcome.remedies());
        }
    }

    private void line(String label, String value) {
        if (!value.isEmpty()) {
            text.append("\n  ")
                    .append(label)
                    .append(" ".repeat(11 - label.length()))
                    .append(value);
        }
    }

    private void lines(String label, List<String> values) {
        String next = label;
        for (String value : values) {
            line(next, value);
            next = "";
        }
    }

    private static String columns(String left, String right) {
        if (left.isEmpty() || right.isEmpty()) {
            return left + right;
        }
        return left + " ".repeat(Math.max(2, SECOND_COLUMN - left.length())) + right;
    }

    /** What was expected of the decisive ladder, for a tool that shows differences. */
    public static String expected(Outcome outcome) {
        StringBuilder lines = new StringBuilder();
        outcome.decisiveLadder()
                .forEach(cell -> lines.append(place(outcome, cell.level()))
                        .append(Double.isNaN(cell.truth()) ? "unknown" : Numbers.plain(cell.truth()))
                        .append(Double.isNaN(cell.allowed()) ? "" : " ± " + Numbers.brief(cell.allowed()))
                        .append("\n"));
        return lines.toString();
    }

    /** What the decisive ladder was, in the shape of {@link #expected}. */
    public static String actual(Outcome outcome) {
        StringBuilder lines = new StringBuilder();
        outcome.decisiveLadder()
                .forEach(cell -> lines.append(place(outcome, cell.level()))
                        .append(
                                Double.isNaN(cell.halfWidth())
                                        ? Numbers.plain(cell.estimate())
                                        : Numbers.plusMinus(cell.estimate(), cell.halfWidth()))
                        .append("\n"));
        return lines.toString();
    }

    private static String place(Outcome outcome, int level) {
        return "E " + outcome.decisive() + " at l = " + level + ", k = " + outcome.decisiveCheckpoint() + ": ";
    }
}
