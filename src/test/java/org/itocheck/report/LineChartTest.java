package org.itocheck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.itocheck.report.LineSeries.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LineChartTest {
    private static final Axis X = Axis.linear("steps");
    private static final Axis Y = Axis.linear("accuracy");
    private static final Axis LOG_X = Axis.logarithmic("batch size").withTicks(List.of(64.0, 128.0, 4096.0));
    private static final Axis LOG_Y = Axis.logarithmic("G/N");
    private static final Pattern MARKER =
            Pattern.compile("<path class=\"m( quiet)?\" d=\"M([\\d.]+) ([\\d.]+)[^\"]*\"><title>");

    private static LineChart chart(Axis x, Axis y, List<Guide> guides, Point... points) {
        return new LineChart("t", x, y, List.of(LineSeries.marked("one", List.of(points))), guides, "c");
    }

    private static List<double[]> markers(String svg) {
        List<double[]> markers = new ArrayList<>();
        Matcher matcher = MARKER.matcher(svg);
        while (matcher.find()) {
            markers.add(new double[] {Double.parseDouble(matcher.group(2)), Double.parseDouble(matcher.group(3))});
        }
        return markers;
    }

    static Stream<LineChart> charts() {
        return Stream.of(
                chart(X, Y, List.of(), new Point(0, 0.1), new Point(100, 0.9, 0.8, 1)),
                chart(X, Y, List.of(), new Point(5, 0.5)),
                chart(X, Y, List.of(), new Point(0, 0), new Point(1, 0)),
                chart(X, Y, List.of(), new Point(-1e9, -1e-9), new Point(1e9, 1e-9)),
                chart(LOG_X, LOG_Y, List.of(), new Point(64, 0.1, -0.1, 0.3), new Point(4096, 20)),
                chart(LOG_X, LOG_Y, List.of(), new Point(64, 0.5)),
                chart(LOG_X, LOG_Y, List.of(), new Point(0, -1)),
                chart(
                        LOG_X,
                        LOG_Y,
                        List.of(
                                Guide.horizontal(2, "two"),
                                Guide.vertical(1000, "here"),
                                Guide.vertical(9000, "beyond"),
                                Guide.proportional(64, 0.1, "slope 1"),
                                Guide.badAbove(5, "bad")),
                        new Point(64, 0.1),
                        new Point(4096, 20)));
    }

    @ParameterizedTest
    @MethodSource("charts")
    void everything_is_inside_the_frame_and_the_text_is_xml(LineChart chart) throws Exception {
        String svg = chart.svg("p");
        HtmlReportTest.parse(svg);
        assertThat(svg).doesNotContain("NaN", "Infinity");
        assertThat(markers(svg)).isNotEmpty().allSatisfy(marker -> {
            assertThat(marker[0]).isBetween(PlotScale.LEFT, PlotScale.RIGHT);
            assertThat(marker[1]).isBetween(PlotScale.TOP, PlotScale.BOTTOM);
        });
    }

    @Test
    void a_larger_value_stands_higher_and_a_later_one_further_right() {
        List<double[]> markers =
                markers(chart(X, Y, List.of(), new Point(0, 0.1), new Point(50, 0.5), new Point(100, 0.9))
                        .svg("p"));
        // drawn from the last to the first
        assertThat(markers.get(2)[0]).isLessThan(markers.get(1)[0]);
        assertThat(markers.get(2)[1]).isGreaterThan(markers.get(1)[1]);
        assertThat(markers.get(0)[0] + markers.get(2)[0]).isCloseTo(2 * markers.get(1)[0], within(0.2));
        assertThat(markers.get(0)[1] + markers.get(2)[1]).isCloseTo(2 * markers.get(1)[1], within(0.2));
    }

    @Test
    void equal_ratios_are_equal_distances_on_logarithmic_axes() {
        List<double[]> markers =
                markers(chart(LOG_X, LOG_Y, List.of(), new Point(64, 0.1), new Point(512, 1), new Point(4096, 10))
                        .svg("p"));
        assertThat(markers.get(0)[0] + markers.get(2)[0]).isCloseTo(2 * markers.get(1)[0], within(0.2));
        assertThat(markers.get(0)[1] + markers.get(2)[1]).isCloseTo(2 * markers.get(1)[1], within(0.2));
    }

    @Test
    void a_proportional_guide_goes_through_its_point() {
        String svg = chart(
                        LOG_X,
                        LOG_Y,
                        List.of(Guide.proportional(512, 1, "slope 1")),
                        new Point(64, 0.125),
                        new Point(512, 1),
                        new Point(4096, 8))
                .svg("p");
        List<double[]> markers = markers(svg);
        Matcher guide = Pattern.compile("class=\"guide\" d=\"M([\\d.]+) ([\\d.]+)L([\\d.]+) ([\\d.]+)\"")
                .matcher(svg);
        assertThat(guide.find()).isTrue();
        double[] ends = IntStream.rangeClosed(1, 4)
                .mapToDouble(i -> Double.parseDouble(guide.group(i)))
                .toArray();
        for (double[] marker : markers) {
            double share = (marker[0] - ends[0]) / (ends[2] - ends[0]);
            assertThat(ends[1] + share * (ends[3] - ends[1])).isCloseTo(marker[1], within(0.3));
        }
    }

    @Test
    void a_curve_has_a_band_and_few_markers() {
        List<Point> points = IntStream.range(0, 500)
                .mapToObj(i -> new Point(i, i / 500.0, i / 500.0 - 0.1, i / 500.0 + 0.1))
                .toList();
        String svg = new LineChart("t", X, Y, List.of(LineSeries.curve("a", points)), List.of(), "c").svg("p");
        assertThat(svg).contains("class=\"band\"").doesNotContain("path class=\"bar\"");
        assertThat(markers(svg)).hasSizeBetween(20, 30);
    }

    @Test
    void seven_series_have_different_looks() {
        List<LineSeries> series = IntStream.range(0, 7)
                .mapToObj(i -> LineSeries.curve("s" + i, List.of(new Point(0, i), new Point(1, i))))
                .toList();
        assertThat(new LineChart("t", X, Y, series, List.of(), "c").svg("p"))
                .contains("class=\"series s0\"", "class=\"series s5\"", "class=\"series s0 again\"");
    }

    @Test
    void without_a_finite_number_there_is_no_picture() throws Exception {
        LineChart empty = chart(X, Y, List.of(), new Point(1, Double.NaN), new Point(Double.POSITIVE_INFINITY, 1));
        assertThat(empty.html("p")).contains("No picture").doesNotContain("<svg");
    }

    @Test
    void linear_ticks_are_round_and_few() {
        for (double span = 1e-6; span < 1e9; span *= 1.7) {
            for (double low : new double[] {0, -span / 3, 17}) {
                List<Ticks.Tick> ticks = Ticks.linear(low, low + span);
                assertThat(ticks).hasSizeBetween(3, 11);
                assertThat(ticks.stream().map(Ticks.Tick::label)).doesNotHaveDuplicates();
            }
        }
        assertThat(Ticks.linear(0, 1))
                .extracting(Ticks.Tick::label)
                .containsExactly("0.0", "0.2", "0.4", "0.6", "0.8", "1.0");
        assertThat(Ticks.linear(0, 48_000))
                .extracting(Ticks.Tick::label)
                .containsExactly("0", "10\u202F000", "20\u202F000", "30\u202F000", "40\u202F000");
    }
}
