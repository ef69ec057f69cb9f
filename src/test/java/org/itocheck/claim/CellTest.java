package org.itocheck.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.itocheck.stats.Interval;
import org.junit.jupiter.api.Test;

class CellTest {
    @Test
    void a_number_without_randomness_is_within_what_is_allowed_or_not() {
        Cell near = Cell.exact("g", 4, 0.05, 2, 1.5, 1, 0.5);
        assertThat(near).isEqualTo(new Cell("g", 4, 0.05, 2, 1.5, 1, 0.5, 0, 0.5, 0, 0, Verdict.PASS, ""));
        Cell far = Cell.exact("g", 4, 0.05, 2, 0.25, 1, 0.5);
        assertThat(far.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(far.error()).isEqualTo(-0.75);
        assertThat(far.severity()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(near.severity()).isZero();
        assertThat(Cell.exact("g", 1, 1, 1, Double.NaN, 1, 9).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void a_number_at_most_its_bound_has_no_error() {
        Cell holds = Cell.atMost("g", 4, 0.05, 2, 3, 3);
        assertThat(holds).isEqualTo(new Cell("g", 4, 0.05, 2, 3, 3, 0, 0, 0, 0, 0, Verdict.PASS, ""));
        Cell fails = Cell.atMost("g", 4, 0.05, 2, 5, 3);
        assertThat(fails.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(fails.error()).isEqualTo(2);
        assertThat(fails.severity()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Cell.atMost("g", 1, 1, 1, 2, 3).error()).isZero();
    }

    @Test
    void an_estimate_passes_inside_fails_outside_and_is_open_between() {
        Cell inside = Cell.estimated("g", 4, 0.05, 2, 10, new Interval(0.5, 0.25), 1, 3, 100);
        assertThat(inside).isEqualTo(new Cell("g", 4, 0.05, 2, 10.5, 10, 0.5, 0.25, 1, 3, 100, Verdict.PASS, ""));
        assertThat(inside.severity()).isEqualTo(2);
        assertThat(Cell.estimated("g", 4, 0.05, 2, 10, new Interval(-2, 0.25), 1, 3, 100)
                        .verdict())
                .isEqualTo(Verdict.FAIL);
        assertThat(Cell.estimated("g", 4, 0.05, 2, 10, new Interval(-1, 0.25), 1, 3, 100)
                        .verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void an_open_cell_says_why_and_gives_no_number() {
        Cell open = Cell.open("g", 4, 0.05, 2, "nobody knows");
        assertThat(open.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(open.note()).isEqualTo("nobody knows");
        assertThat(open.estimate()).isNaN();
        assertThat(open.stepSize()).isEqualTo(0.05);
    }
}
