package org.itocheck.report;

import static org.itocheck.report.PlotScale.BOTTOM;
import static org.itocheck.report.PlotScale.HEIGHT;
import static org.itocheck.report.PlotScale.LEFT;
import static org.itocheck.report.PlotScale.RIGHT;
import static org.itocheck.report.PlotScale.TOP;
import static org.itocheck.report.PlotScale.WIDTH;
import static org.itocheck.report.PlotSeries.px;

import java.util.Optional;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Outcome;

/**
 * The picture of a claim: the error of each observable against l, both logarithmic, with joint intervals.
 *
 * <p>Magnitudes are drawn, signs are shown by the marker: filled above the truth, hollow below. An interval that
 * reaches zero ends in an arrow. No verdict is read off this picture; it shows where a verdict comes from.
 */
public final class LadderPlot {
    /** How to read the markers. */
    static final String SIGNS = "Filled: above the truth. Hollow: below. \u00D7: exactly equal. "
            + "Arrow down: the joint interval reaches 0. Dashed: order one.";

    private static final double LEGEND_LINE = 20;

    private final Ladder ladder;
    private final PlotScale scale;
    private final String id;

    private LadderPlot(Ladder ladder, String id) {
        this.ladder = ladder;
        this.scale = PlotScale.of(ladder);
        this.id = id;
    }

    /**
     * The picture as an SVG element, styled by the page around it; empty if there is no finite error to draw.
     *
     * @param outcome of a claim
     * @param id prefix of the ids inside, unique in the page: letters, digits, hyphens
     */
    public static Optional<String> svg(Outcome outcome, String id) {
        return svg(Ladder.of(outcome), outcome, id);
    }

    static Optional<String> svg(Ladder ladder, Outcome outcome, String id) {
        return ladder.drawable().isEmpty() ? Optional.empty() : Optional.of(new LadderPlot(ladder, id).draw(outcome));
    }

    private String draw(Outcome outcome) {
        StringBuilder svg = new StringBuilder();
        double full = legendLine(pairs() + 1);
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"plot\" id=\"" + id + "\" viewBox=\"0 0 "
                + px(WIDTH) + " " + px(HEIGHT) + "\" data-full=\"0 0 " + px(WIDTH) + " " + px(full)
                + "\" role=\"img\" aria-labelledby=\"" + id + "-t " + id + "-d\" tabindex=\"0\">");
        svg.append("<title id=\"" + id + "-t\">Error against l: " + Markup.escape(outcome.statement()) + "</title>");
        svg.append("<desc id=\"" + id + "-d\">" + Markup.escape(description()) + "</desc>");
        svg.append("<clipPath id=\"" + id + "-c\"><rect x=\"" + px(LEFT) + "\" y=\"" + px(TOP) + "\" width=\""
                + px(RIGHT - LEFT) + "\" height=\"" + px(BOTTOM - TOP) + "\"/></clipPath>");
        svg.append(new PlotFrame(scale).svg());
        PlotGuides guides = new PlotGuides(ladder, scale);
        svg.append("<g clip-path=\"url(#" + id + "-c)\">").append(guides.lines());
        int count = ladder.series().size();
        for (int i = count - 1; i >= 0; i--) { // the decisive one last, so that it is on top
            svg.append(new PlotSeries(scale, ladder.series().get(i), i, count).svg(id));
        }
        return svg.append("</g>")
                .append(guides.labels())
                .append(legend())
                .append("</svg>")
                .toString();
    }

    /** For those who hear the picture: the decisive errors as a sentence. */
    private String description() {
        Ladder.Series decisive = ladder.series().get(0);
        StringBuilder text = new StringBuilder(decisive.observable() + " at checkpoint " + decisive.checkpoint() + ":");
        for (Cell cell : decisive.cells()) {
            text.append(" error " + Numbers.signed(cell.error(), cell.halfWidth()) + " at l = " + cell.level() + ";");
        }
        int others = ladder.series().size() - 1;
        return text + (others == 0 ? "" : " and " + others + " further observables;")
                + " all numbers are in the table.";
    }

    /** Below the view box: the page has its own, with checkboxes; a saved picture is enlarged to show this one. */
    private String legend() {
        StringBuilder legend = new StringBuilder("<g class=\"names\">");
        for (int i = 0; i < ladder.series().size(); i++) {
            Ladder.Series series = ladder.series().get(i);
            double x = LEFT + i % 2 * (RIGHT - LEFT) / 2;
            double y = legendLine(i / 2);
            legend.append("<g class=\"s" + i + "\">" + PlotSeries.marker(i, x, y) + "</g><text x=\""
                    + px(x + 12) + "\" y=\"" + px(y) + "\" dy=\".35em\">"
                    + Markup.escape(series.observable() + ", k = " + series.checkpoint()) + "</text>");
        }
        double y = legendLine(pairs());
        return legend + "<text x=\"" + px(LEFT) + "\" y=\"" + px(y) + "\" dy=\".35em\">" + SIGNS + "</text></g>";
    }

    /** Lines of two observables each. */
    private int pairs() {
        return (ladder.series().size() + 1) / 2;
    }

    private static double legendLine(int line) {
        return HEIGHT + LEGEND_LINE * (line + 0.9);
    }
}
