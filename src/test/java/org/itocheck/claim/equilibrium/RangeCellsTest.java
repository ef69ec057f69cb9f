package org.itocheck.claim.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Verdict;
import org.itocheck.truth.EquilibriumMoments;
import org.junit.jupiter.api.Test;

/** A number known to lie in a range obeys a bound if all of the range does, and breaks it if none does. */
class RangeCellsTest {
    private static final double FOREVER = Double.POSITIVE_INFINITY;
    private static final RangeCells CELLS = new RangeCells(
            GoldenEquilibria.sgd("0.5"), EquilibriumEstimate.exactly(new EquilibriumMoments(1, 1, 1), 0.1));

    @Test
    void between_two_bounds() {
        Cell inside = CELLS.between("g", new Range(2, 4), 2.5, 2, 4);
        assertThat(inside.verdict()).isEqualTo(Verdict.PASS);
        assertThat(inside.estimate()).isEqualTo(3);
        assertThat(inside.error()).isEqualTo(0.5);
        assertThat(inside.halfWidth()).isEqualTo(1);
        assertThat(inside.allowed()).isEqualTo(1.5);
        assertThat(inside.stepSize()).isEqualTo(0.5);
        assertThat(CELLS.between("g", new Range(2, 2.2), 2.5, 2, 4).allowed()).isEqualTo(0.5);
        assertThat(CELLS.between("g", new Range(1, 3), 2.5, 2, 4).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(CELLS.between("g", new Range(4.5, 5), 2.5, 2, 4).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(CELLS.between("g", new Range(0, 1.5), 2.5, 2, 4).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void at_most_another_number() {
        Cell below = CELLS.atMost("g", new Range(1, 3), new Range(3, 5));
        assertThat(below.verdict()).isEqualTo(Verdict.PASS);
        assertThat(List.of(below.estimate(), below.truth(), below.error(), below.halfWidth()))
                .containsExactly(2.0, 4.0, -2.0, 2.0);
        Cell above = CELLS.atMost("g", new Range(6, 8), new Range(3, 5));
        assertThat(above.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(above.error()).isEqualTo(3);
        Cell open = CELLS.atMost("g", new Range(2, 4), new Range(3, 5));
        assertThat(open.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(open.error()).isEqualTo(-1);
        assertThat(open.note()).isEmpty();
    }

    @Test
    void what_nothing_bounds_is_said_to_be_so() {
        Cell value = CELLS.atMost("g", new Range(2, FOREVER), new Range(3, 5));
        assertThat(value.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(value.note()).isEqualTo("nothing bounds it: the denominator may be 0");
        assertThat(List.of(value.estimate(), value.truth(), value.halfWidth())).containsExactly(2.0, 3.0, FOREVER);
        Cell bound = CELLS.atMost("g", new Range(2, 4), new Range(3, FOREVER));
        assertThat(List.of(bound.estimate(), bound.truth(), bound.halfWidth())).containsExactly(2.0, 3.0, FOREVER);
        Cell always = CELLS.atMost("g", new Range(2, 4), new Range(FOREVER, FOREVER));
        assertThat(always.verdict()).isEqualTo(Verdict.PASS);
        assertThat(List.of(always.estimate(), always.truth(), always.error())).containsExactly(2.0, 2.0, 0.0);
        assertThat(CELLS.between("g", new Range(1, FOREVER), 2, 0, 3).note())
                .isEqualTo("nothing bounds it: the denominator may be 0");
    }

    @Test
    void near_zero_on_both_sides() {
        Cell near = CELLS.nearZero("g", -0.1, 0.3, 0.3);
        assertThat(near.verdict()).isEqualTo(Verdict.PASS);
        assertThat(near.error()).isCloseTo(0.1, within(1e-16));
        assertThat(near.halfWidth()).isCloseTo(0.2, within(1e-16));
        assertThat(CELLS.nearZero("g", -0.4, 0.2, 0.3).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(CELLS.nearZero("g", -0.8, -0.4, 0.3).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(CELLS.nearZero("g", 0.4, 0.8, 0.3).verdict()).isEqualTo(Verdict.FAIL);
    }

    /** A bound itself is allowed, so that a range that touches it from outside breaks nothing for certain. */
    @Test
    void a_range_that_touches_a_bound_from_inside_passes_and_from_outside_is_open() {
        assertThat(CELLS.between("g", new Range(4, 5), 2.5, 2, 4).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(CELLS.between("g", new Range(1, 2), 2.5, 2, 4).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(CELLS.atMost("g", new Range(5, 6), new Range(3, 5)).verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(CELLS.nearZero("g", -0.3, 0.1, 0.3).verdict()).isEqualTo(Verdict.PASS);
        assertThat(CELLS.nearZero("g", 0.3, 0.5, 0.3).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(CELLS.nearZero("g", -0.5, -0.3, 0.3).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    /** Four times the batch: the learning rate must be four times as large, to nine digits. */
    @Test
    void a_learning_rate_a_little_out_of_proportion_is_refused() {
        EquilibriumMoments moments = new EquilibriumMoments(1, 1, 1);
        BatchRun base = new BatchRun(2, new KnownEquilibrium("base", moments, 0.5, 0.1, 1));
        BatchRun right = new BatchRun(8, new KnownEquilibrium("right", moments, 2 * (1 + 1e-12), 0.1, 1));
        BatchRun wrong = new BatchRun(8, new KnownEquilibrium("wrong", moments, 2 * (1 + 1e-8), 0.1, 1));
        assertThat(BatchRuns.check(List.of(base, right))).hasSize(2);
        assertThatThrownBy(() -> BatchRuns.check(List.of(base, wrong)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("learningRate at B = 8 is 2.00000002, expected 2.0, in proportion to that at B = 2");
    }
}
