package org.itocheck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LadderPlotTest {
    private static final Pattern MARKER =
            Pattern.compile("<path class=\"m( neg| zero)?\" d=\"M([\\d.]+) ([\\d.]+)[^\"]*\"><title>");

    private record Marker(String sign, double x, double y) {}

    static Stream<Outcome> outcomes() {
        return Stream.of(
                Samples.weakOrder(),
                Samples.brokenLimit(),
                Samples.undecided(),
                Samples.enumerated(),
                Samples.of(error(1, 1e-300), error(2, 1e300)),
                Samples.of(error(1, 0), error(2, 0)),
                Samples.of(error(4, 0.01)),
                Samples.of(cell(1, 0.01, Double.POSITIVE_INFINITY), cell(2, 0.01, Double.NaN)),
                Samples.of(cell(0, 0.01, 0.001), cell(0, -0.02, 0.001)),
                Samples.of(cell(0, 0.01, 0.001), cell(1, -0.02, 0.001), cell(64, 0, 0.001)));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void every_marker_is_inside_the_frame_and_the_text_is_xml(Outcome outcome) throws Exception {
        String svg = svg(outcome);
        HtmlReportTest.parse(svg);
        assertThat(svg).doesNotContain("NaN\"", "Infinity", "-0.0", "M-");
        assertThat(markers(svg)).isNotEmpty().allSatisfy(marker -> {
            assertThat(marker.x()).isBetween(PlotScale.LEFT + 5, PlotScale.RIGHT - 5);
            assertThat(marker.y()).isBetween(PlotScale.TOP, PlotScale.BOTTOM - 5);
        });
    }

    @Test
    void the_marker_tells_the_sign() {
        assertThat(markers(svg(Samples.of(error(1, 0.3), error(2, -0.2), error(4, 0)))))
                .extracting(Marker::sign)
                .containsExactly("", "neg", "zero");
    }

    @Test
    void a_larger_error_stands_higher_and_a_larger_level_further_right() {
        List<Marker> markers = markers(svg(Samples.of(error(1, 0.3), error(2, -0.2), error(4, 0))));
        assertThat(markers).extracting(Marker::x).isSorted();
        assertThat(markers).extracting(Marker::y).isSorted();
        assertThat(markers.get(2).y()).isEqualTo(PlotScale.BOTTOM - 10);
    }

    @Test
    void equal_ratios_are_equal_distances() {
        List<Marker> markers = markers(svg(Samples.of(error(1, 0.4), error(2, 0.2), error(4, 0.1))));
        assertThat(markers.get(0).y() + markers.get(2).y())
                .isCloseTo(2 * markers.get(1).y(), within(0.2));
        assertThat(markers.get(0).x() + markers.get(2).x())
                .isCloseTo(2 * markers.get(1).x(), within(0.2));
    }

    @Test
    void an_interval_that_reaches_zero_ends_in_an_arrow() {
        assertThat(svg(Samples.of(cell(1, 0.3, 0.1), cell(2, -0.2, 0.1))))
                .doesNotContain("class=\"arrow\"", "class=\"strip\"");
        String svg = svg(Samples.of(cell(1, 0.3, 0.1), cell(2, -0.2, 0.3), cell(4, 0.1, 0.1)));
        assertThat(arrows(svg)).isEqualTo(2);
        assertThat(svg).contains("class=\"strip\"");
    }

    @Test
    void an_infinite_interval_has_an_arrow_at_both_ends() {
        assertThat(arrows(svg(Samples.of(cell(1, 0.3, Double.POSITIVE_INFINITY), cell(2, 0.3, 0.1)))))
                .isEqualTo(2);
    }

    @Test
    void enumerated_values_have_no_bars() {
        assertThat(svg(Samples.enumerated()))
                .doesNotContain("class=\"bar\"", "class=\"arrow\"")
                .contains("enumerated, no sampling error");
    }

    @Test
    void what_is_not_finite_is_left_out_and_said() {
        Outcome outcome = Samples.of(error(1, 0.3), error(2, Double.NaN), error(4, Double.NEGATIVE_INFINITY));
        assertThat(markers(svg(outcome))).hasSize(1);
        assertThat(new ClaimSection(outcome, "", 1).html()).contains("Not drawn, since not finite: 2 errors.");
        assertThat(LadderPlot.svg(Samples.of(error(1, Double.NaN)), "p")).isEmpty();
        assertThat(LadderPlot.svg(Samples.scaleInvariance(), "p")).isEmpty();
        assertThat(new ClaimSection(Samples.scaleInvariance(), "", 1).html())
                .contains("No picture: this claim is decided without");
    }

    @Test
    void the_guide_has_slope_minus_one() {
        String svg = svg(Samples.of(error(1, 0.4), error(2, 0.2), error(4, 0.1)));
        Matcher guide = Pattern.compile("class=\"guide\" d=\"M([\\d.]+) ([\\d.]+)L([\\d.]+) ([\\d.]+)")
                .matcher(svg);
        assertThat(guide.find()).isTrue();
        List<Marker> markers = markers(svg);
        double slope = (markers.get(2).y() - markers.get(0).y())
                / (markers.get(2).x() - markers.get(0).x());
        double drawn = (Double.parseDouble(guide.group(4)) - Double.parseDouble(guide.group(2)))
                / (Double.parseDouble(guide.group(3)) - Double.parseDouble(guide.group(1)));
        assertThat(drawn).isCloseTo(slope, within(0.01));
    }

    @Test
    void a_single_level_has_no_guide() {
        assertThat(svg(Samples.of(error(4, 0.01)))).doesNotContain("class=\"guide\"");
    }

    @Test
    void what_is_allowed_is_shaded_where_it_is_one_number() {
        assertThat(svg(Samples.brokenLimit())).contains("class=\"allowed\"", "allowed 0.0100");
        Cell wide = Samples.cell("x", 2, 1, 0.1, 0.01, 0.5, Verdict.PASS);
        assertThat(svg(Samples.of(error(1, 0.1), wide))).doesNotContain("class=\"allowed\"");
    }

    @Test
    void six_observables_are_drawn_the_decisive_first_then_the_worst() {
        Cell[] cells = IntStream.range(0, 20)
                .mapToObj(i -> Samples.cell("g" + i, 1, 1, i, 1, 30, i == 3 ? Verdict.FAIL : Verdict.PASS))
                .toArray(Cell[]::new);
        Outcome outcome = Samples.of(cells);
        assertThat(Ladder.of(outcome).series())
                .extracting(Ladder.Series::observable)
                .containsExactly("g0", "g3", "g19", "g18", "g17", "g16");
        assertThat(new ClaimSection(outcome, "", 1).html()).contains("6 of 20 observables are drawn");
    }

    @Test
    void a_failed_claim_shows_its_worst_checkpoint_a_passed_one_its_last() {
        Cell early = Samples.cell("g", 1, 2, 0.9, 0.1, 0.5, Verdict.FAIL);
        Cell late = Samples.cell("g", 1, 10, 0.1, 0.1, 0.5, Verdict.PASS);
        assertThat(Ladder.of(Samples.of(early, late)).series().get(0).checkpoint())
                .isEqualTo(2);
        assertThat(Ladder.of(Samples.weakOrder()).series().get(0).checkpoint()).isEqualTo(10);
    }

    private static Cell error(int level, double error) {
        return cell(level, error, 0);
    }

    private static Cell cell(int level, double error, double halfWidth) {
        return Samples.cell("x", level, 1, error, halfWidth, 0.05, Verdict.PASS);
    }

    private static String svg(Outcome outcome) {
        return LadderPlot.svg(outcome, "p").orElseThrow();
    }

    private static int arrows(String svg) {
        Matcher path = Pattern.compile("class=\"arrow\" d=\"([^\"]*)\"").matcher(svg);
        return path.find() ? path.group(1).split("M", -1).length - 1 : 0;
    }

    private static List<Marker> markers(String svg) {
        List<Marker> markers = new ArrayList<>();
        Matcher matcher = MARKER.matcher(svg);
        while (matcher.find()) {
            String sign = matcher.group(1) == null ? "" : matcher.group(1).strip();
            markers.add(new Marker(sign, Double.parseDouble(matcher.group(2)), Double.parseDouble(matcher.group(3))));
        }
        return markers;
    }
}
