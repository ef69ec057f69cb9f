package org.itocheck.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.itocheck.training.schedule.Schedule;
import org.junit.jupiter.api.Test;

class StepCountTest {
    private static final Schedule SCHEDULE = Schedule.decayed(0.8, 0.1, 320, 160, 240);

    @Test
    void an_epoch_of_cifar_in_batches_of_128_is_390_steps_and_drops_80_images() {
        assertThat(new StepCount(50_000, 128, 1).effectiveStepsPerEpoch()).isEqualTo(390);
        assertThat(new StepCount(50_000, 128, 1).steps(SCHEDULE)).isEqualTo(124_800);
    }

    @Test
    void svag_takes_l_steps_of_eta_over_l_where_sgd_takes_one() {
        StepCount sgd = new StepCount(50_000, 128, 1);
        StepCount svag = new StepCount(50_000, 128, 8);

        assertThat(svag.steps(SCHEDULE)).isEqualTo(8 * sgd.steps(SCHEDULE));
        assertThat(svag.effectiveStep(8 * 1000)).isEqualTo(sgd.effectiveStep(1000));
        assertThat(svag.epoch(8 * 390)).isEqualTo(1);
        assertThat(svag.stepSize(SCHEDULE, 0)).isEqualTo(0.1);
    }

    @Test
    void the_rate_decays_with_the_first_step_of_the_epoch_that_is_named() {
        for (int level : new int[] {1, 2, 32}) {
            StepCount count = new StepCount(50_000, 128, level);
            long decay = 160L * 390 * level;
            assertThat(count.stepSize(SCHEDULE, decay - 1)).isEqualTo(0.8 / level);
            assertThat(count.stepSize(SCHEDULE, decay)).isEqualTo(0.8 * 0.1 / level);
        }
    }

    @Test
    void the_last_step_is_still_within_the_schedule() {
        StepCount count = new StepCount(1000, 64, 3);
        assertThat(count.stepSize(SCHEDULE, count.steps(SCHEDULE) - 1)).isEqualTo(0.8 * 0.1 * 0.1 / 3);
    }

    @Test
    void batches_that_are_larger_than_the_data_are_refused() {
        assertThatThrownBy(() -> new StepCount(100, 128, 1))
                .hasMessage("batchSize is 128 and samples is 100, expected 1 <= batchSize <= samples");
        assertThatThrownBy(() -> new StepCount(100, 10, 0)).hasMessage("level is 0, expected at least 1; 1 is SGD");
    }
}
