package org.itocheck.report;

import java.util.List;
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
        List<Ladder.Series> all = ladder.series();
        StringBuilder svg = new StringBuilder(PlotCanvas.begin(
                id, PlotCanvas.pairs(all.size()) + 1, "Error against l: " + outcome.statement(), description()));
        svg.append(new PlotFrame(scale).svg());
        PlotGuides guides = new PlotGuides(ladder, scale);
        svg.append("<g clip-path=\"url(#" + id + "-c)\">").append(guides.lines());
        for (int i = all.size() - 1; i >= 0; i--) { // the decisive one last, so that it is on top
            svg.append(new PlotSeries(scale, all.get(i), i, all.size()).svg(id));
        }
        return svg.append("</g>")
                .append(guides.labels())
                .append(PlotCanvas.savedLegend(
                        all.stream()
                                .map(series -> series.observable() + ", k = " + series.checkpoint())
                                .toList(),
                        SIGNS))
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
}
