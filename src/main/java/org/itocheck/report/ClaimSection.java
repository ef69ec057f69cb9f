package org.itocheck.report;

import java.util.List;
import java.util.stream.Collectors;
import org.itocheck.claim.Outcome;

/** One claim on the page: the answer, the picture, the decisive numbers, then everything that is needed to judge them. */
final class ClaimSection {
    private final Outcome outcome;
    private final Ladder ladder;
    private final String reproduce;
    private final String id;

    ClaimSection(Outcome outcome, String reproduce, int number) {
        this.outcome = outcome;
        this.ladder = Ladder.of(outcome);
        this.reproduce = reproduce;
        this.id = "claim-" + number;
    }

    String html() {
        return "<section id=\"" + id + "\" class=\"claim " + HtmlReport.style(outcome.verdict()) + "-edge\"><h2>"
                + HtmlReport.pill(outcome.verdict()) + " " + Markup.escape(outcome.statement()) + "</h2>"
                + "<p class=\"finding\">" + Markup.prose(outcome.finding()) + " <span class=\"mut\">[seed "
                + outcome.seed() + "]</span></p><p class=\"formula\"><code>" + Markup.escape(outcome.formula())
                + "</code> <span class=\"mut\">" + Markup.linked(outcome.source()) + "</span></p>" + advice() + figure()
                + cells() + facts() + "</section>\n";
    }

    /** What to do now, where there is something to do. */
    private String advice() {
        String diagnosis = outcome.diagnosis().isEmpty()
                ? ""
                : "<p><b>Diagnosis.</b> " + Markup.prose(outcome.diagnosis()) + "</p>";
        String remedies = outcome.remedies().stream()
                .map(remedy -> "<li>" + Markup.prose(remedy) + "</li>")
                .collect(Collectors.joining());
        if (!remedies.isEmpty()) {
            remedies = "<p><b>Ways out.</b></p><ul>" + remedies + "</ul>";
        }
        return diagnosis.isEmpty() && remedies.isEmpty()
                ? ""
                : "<div class=\"advice " + HtmlReport.style(outcome.verdict()) + "\">" + diagnosis + remedies
                        + "</div>";
    }

    private String figure() {
        String plotId = id + "-plot";
        return LadderPlot.svg(ladder, outcome, plotId)
                .filter(svg -> ladder.isPicture())
                .map(svg -> PlotCanvas.figure(
                        plotId,
                        ladder.series().stream().map(Ladder.Series::observable).toList(),
                        true,
                        svg,
                        caption()))
                .orElseGet(() -> "<p class=\"mut\">" + noPlot() + "</p>");
    }

    private String caption() {
        Ladder.Series decisive = ladder.series().get(0);
        StringBuilder caption = new StringBuilder("Checkpoint k = " + decisive.checkpoint() + ". ");
        ladder.series().stream()
                .filter(series -> series.checkpoint() != decisive.checkpoint())
                .forEach(series -> caption.append(series.observable() + " at k = " + series.checkpoint() + ". "));
        caption.append(LadderPlot.SIGNS);
        int drawn = ladder.series().size();
        if (drawn < ladder.observables()) {
            caption.append(" " + drawn + " of " + ladder.observables() + " observables are drawn, the worst ones.");
        }
        if (ladder.undrawable() > 0) {
            caption.append(" Not drawn, since not finite: " + ladder.undrawable() + " errors.");
        }
        return caption.toString();
    }

    private String noPlot() {
        return outcome.cells().isEmpty() || !ladder.drawable().isEmpty()
                ? "No picture: this claim is decided without a ladder of errors."
                : "No picture: none of the errors is finite.";
    }

    /** The decisive ladder, and all cells folded away if there are more. */
    private String cells() {
        if (outcome.cells().isEmpty()) {
            return "";
        }
        Ladder.Series decisive = ladder.series().get(0);
        String first = CellsTable.of(decisive.cells());
        int all = outcome.cells().size();
        return all == decisive.cells().size()
                ? first
                : first + "<details><summary>All " + all + " cells: " + ladder.observables()
                        + (ladder.observables() == 1 ? " observable" : " observables")
                        + " at every level and checkpoint</summary>"
                        + CellsMatrix.of(outcome.cells()) + "</details>";
    }

    private String facts() {
        List<String> facts = List.of(
                fact("Observed", outcome.observed()),
                fact("Truth", outcome.truth()),
                fact("Setting", outcome.setting()),
                fact("Levels", outcome.levels().stream().map(String::valueOf).collect(Collectors.joining(", "))),
                fact("Power", outcome.power()),
                fact(
                        "Cost",
                        Numbers.count(outcome.trajectories()) + " trajectories, "
                                + Numbers.duration(outcome.seconds())),
                reproduce.isEmpty() ? "" : "<dt>Reproduce</dt><dd>" + HtmlReport.copyable(reproduce) + "</dd>");
        return "<dl>" + String.join("", facts) + "</dl>";
    }

    private static String fact(String name, String text) {
        return text.isEmpty() ? "" : "<dt>" + name + "</dt><dd>" + Markup.prose(text) + "</dd>";
    }

    /** The row of this claim in the table of all claims. */
    String row() {
        return "<tr><td>" + HtmlReport.pill(outcome.verdict()) + "</td><td class=\"t\"><a href=\"#" + id + "\">"
                + Markup.escape(outcome.statement()) + "</a></td><td class=\"t\">" + Markup.prose(outcome.finding())
                + "</td><td>" + Numbers.count(outcome.trajectories()) + "</td><td>"
                + Numbers.duration(outcome.seconds()) + "</td></tr>\n";
    }
}
