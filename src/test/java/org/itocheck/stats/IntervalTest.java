package org.itocheck.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IntervalTest {
    @Test
    void an_interval_is_inside_outside_or_across_a_bound() {
        decides(0.5, 0.4, Decision.ACCEPT);
        decides(0.5, 0.5, Decision.ACCEPT);
        decides(0.5, 0.6, Decision.UNDECIDED);
        decides(1.5, 0.5, Decision.UNDECIDED);
        decides(1.5, 0.4, Decision.REJECT);
        decides(0, 2, Decision.UNDECIDED);
        decides(0, Double.POSITIVE_INFINITY, Decision.UNDECIDED);
        decides(5, Double.POSITIVE_INFINITY, Decision.UNDECIDED);
    }

    private static void decides(double center, double halfWidth, Decision expected) {
        for (double side : new double[] {1, -1}) {
            Interval interval = new Interval(side * center, halfWidth);
            assertThat(Decision.of(interval, 1)).isEqualTo(expected);
            assertThat(interval.insideOf(1)).isEqualTo(expected == Decision.ACCEPT);
            assertThat(interval.outsideOf(1)).isEqualTo(expected == Decision.REJECT);
        }
    }

    @Test
    void it_contains_its_ends() {
        Interval interval = new Interval(2, 0.5);
        assertThat(interval.low()).isEqualTo(1.5);
        assertThat(interval.high()).isEqualTo(2.5);
        assertThat(interval.contains(1.5) && interval.contains(2.5)).isTrue();
        assertThat(interval.contains(1.4999) || interval.contains(2.5001) || interval.contains(Double.NaN))
                .isFalse();
    }

    @Test
    void normal_multipliers_are_those_of_the_tables() {
        assertThat(Interval.normalMultiplier(0.05)).isCloseTo(1.959964, within(1e-6));
        assertThat(Interval.normalMultiplier(1e-6)).isCloseTo(4.891638, within(1e-6));
        assertThat(Interval.normalMultiplier(1e-9)).isCloseTo(6.109410, within(1e-6));
    }

    @Test
    void both_must_hold_and_one_rejection_rejects() {
        assertThat(Decision.ACCEPT.and(Decision.ACCEPT)).isEqualTo(Decision.ACCEPT);
        assertThat(Decision.ACCEPT.and(Decision.UNDECIDED)).isEqualTo(Decision.UNDECIDED);
        for (Decision decision : Decision.values()) {
            assertThat(decision.and(Decision.REJECT)).isEqualTo(Decision.REJECT);
            assertThat(Decision.REJECT.and(decision)).isEqualTo(Decision.REJECT);
        }
    }

    @Test
    void what_is_no_number_is_refused() {
        assertThatThrownBy(() -> new Interval(Double.NaN, 1)).hasMessage("center is NaN, expected a finite number");
        assertThatThrownBy(() -> new Interval(0, Double.NaN)).hasMessage("halfWidth is NaN, expected 0 or above");
        assertThatThrownBy(() -> new Interval(0, 1).insideOf(-1)).hasMessageStartingWith("bound is -1.0");
        assertThatThrownBy(() -> new Interval(0, 1).outsideOf(Double.NaN)).hasMessageStartingWith("bound is NaN");
    }
}
