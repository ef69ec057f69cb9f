package org.itocheck.training.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Schedule DECAYED = Schedule.decayed(0.8, 0.1, 320, 160, 240);
    private static final Schedule TRIANGLE = Schedule.triangle(320, 0.001, 0.8, 0.001, 0.4, 0.001);
    private static final Schedule COSINE = Schedule.cosine(0.8, 0.001, 160);

    @Test
    void a_rate_decays_at_the_epoch_that_is_named_and_not_before() {
        assertThat(DECAYED.at(0)).isEqualTo(0.8);
        assertThat(DECAYED.at(Math.nextDown(160.0))).isEqualTo(0.8);
        assertThat(DECAYED.at(160)).isEqualTo(0.8 * 0.1);
        assertThat(DECAYED.at(239.99)).isEqualTo(0.8 * 0.1);
        assertThat(DECAYED.at(240)).isEqualTo(0.8 * 0.1 * 0.1);
        assertThat(DECAYED.at(320)).isEqualTo(0.8 * 0.1 * 0.1);
    }

    @Test
    void a_triangle_rises_and_falls_over_eighty_epochs_each() {
        assertThat(List.of(TRIANGLE.at(0), TRIANGLE.at(80), TRIANGLE.at(160), TRIANGLE.at(240), TRIANGLE.at(320)))
                .containsExactly(0.001, 0.8, 0.001, 0.4, 0.001);
        assertThat(TRIANGLE.at(40)).isCloseTo((0.001 + 0.8) / 2, within(1e-15));
        assertThat(TRIANGLE.at(300)).isCloseTo(0.001 + 0.399 / 4, within(1e-15));
    }

    @Test
    void a_cosine_begins_at_the_highest_rate_ends_at_the_lowest_and_is_half_way_in_the_middle() {
        assertThat(COSINE.at(0)).isEqualTo(0.8);
        assertThat(COSINE.at(80)).isCloseTo(0.4005, within(1e-15));
        assertThat(COSINE.at(160)).isCloseTo(0.001, within(1e-15));
        assertThat(COSINE.at(160.0 / 3)).isCloseTo(0.001 + 0.799 * 0.75, within(1e-15));
    }

    @Test
    void phases_lie_between_decays_or_corners() {
        assertThat(DECAYED.turns()).containsExactly(160.0, 240.0);
        assertThat(TRIANGLE.turns()).containsExactly(80.0, 160.0, 240.0);
        assertThat(COSINE.turns()).isEmpty();
    }

    @Test
    void scaling_multiplies_every_rate_and_no_time() {
        for (Schedule schedule : List.of(DECAYED, TRIANGLE, COSINE)) {
            Schedule scaled = schedule.scaledBy(8);
            assertThat(scaled.length()).isEqualTo(schedule.length());
            for (double t = 0; t <= schedule.length(); t += 13) {
                assertThat(scaled.at(t)).isCloseTo(8 * schedule.at(t), within(1e-14));
            }
        }
    }

    @Test
    void a_short_twin_has_the_same_shape() {
        for (Schedule schedule : List.of(DECAYED, TRIANGLE, COSINE)) {
            Schedule twin = schedule.stretchedTo(4);
            assertThat(twin.length()).isEqualTo(4);
            for (double share = 0; share <= 1; share += 0.0625) {
                assertThat(twin.at(4 * share)).isCloseTo(schedule.at(schedule.length() * share), within(1e-15));
            }
        }
    }

    @Test
    void bad_schedules_are_refused() {
        assertThatThrownBy(() -> Schedule.decayed(0.8, 0.1, 320, 240, 160))
                .hasMessage(
                        "times are [240.0, 160.0], expected increasing times above 0 and below the length 320.0; 160.0 is not");
        assertThatThrownBy(() -> Schedule.decayed(0.8, 0, 320))
                .hasMessage("factor is 0.0, expected a finite number above 0");
        assertThatThrownBy(() -> Schedule.triangle(320, 0.1))
                .hasMessage("rates has 1 entries, expected at least 2: where a line begins and where it ends");
        assertThatThrownBy(() -> Schedule.triangle(-1, 0.1, 0.2))
                .hasMessage("length is -1.0, expected a finite number above 0");
        assertThatThrownBy(() -> Schedule.cosine(0.001, 0.8, 160))
                .hasMessage("lowest is 0.8 and highest is 0.001, expected lowest <= highest; swap them");
        assertThatThrownBy(() -> COSINE.at(161)).hasMessage("time is 161.0, the schedule goes from 0 to 160.0");
    }
}
