package org.itocheck.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.observable.Observable;
import org.junit.jupiter.api.Test;

class SettingTest {
    private static final Family SVAG = Svag.family(0.5);
    private static final List<Observable> X = List.of(Observable.coordinate(0));

    @Test
    void a_ladder_needs_a_level() {
        assertThatThrownBy(() -> setting(List.of(), X, List.of(4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("levels is empty, expected a ladder such as 1, 2, 4, 8, 16");
    }

    @Test
    void levels_start_at_one() {
        assertThatThrownBy(() -> setting(List.of(1, 0), X, List.of(4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("level is 0, expected at least 1 (level 1 is SGD itself)");
    }

    @Test
    void levels_are_different() {
        assertThatThrownBy(() -> setting(List.of(1, 2, 1), X, List.of(4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("levels is [1, 2, 1], which names 1 twice");
    }

    @Test
    void something_is_observed() {
        assertThatThrownBy(() -> setting(List.of(1), List.of(), List.of(4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("observables is empty, expected at least one, for example Observable.squaredNorm()");
    }

    @Test
    void checkpoints_are_steps_of_the_run_and_different() {
        assertThatThrownBy(() -> setting(List.of(1), X, List.of()))
                .hasMessage("checkpoints is empty, expected at least one of 1 to 4");
        assertThatThrownBy(() -> setting(List.of(1), X, List.of(5)))
                .hasMessage("checkpoint is 5, expected 1 to 4 (SGD steps of A1/gaussian)");
        assertThatThrownBy(() -> setting(List.of(1), X, List.of(0)))
                .hasMessage("checkpoint is 0, expected 1 to 4 (SGD steps of A1/gaussian)");
        assertThatThrownBy(() -> setting(List.of(1), X, List.of(3, 4, 3)))
                .hasMessage("checkpoints is [3, 4, 3], which names 3 twice");
    }

    @Test
    void the_horizon_is_a_whole_number_of_the_familys_learning_rate() {
        assertThatThrownBy(() -> new Setting(Svag.family(0.3), Settings.GAUSSIAN, List.of(1), X, List.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("horizon is 2.0, which is 6.66")
                .hasMessageContaining("expected a whole number of steps");
    }

    @Test
    void the_problem_takes_the_familys_learning_rate_over_the_same_time() {
        Setting setting = Setting.of(Svag.family(0.25), Settings.GAUSSIAN, List.of(1, 4, 2), X);

        assertThat(setting.problem().steps()).isEqualTo(8);
        assertThat(setting.checkpoints()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(setting.pairs()).isEqualTo(8);
        assertThat(setting.finest()).isEqualTo(4);
        assertThat(setting.describe()).isEqualTo("T = 2, eta = 0.25, K = 8 steps");
    }

    @Test
    void control_variates_are_none_unless_said_and_at_most_64() {
        Setting setting = setting(List.of(1, 2), X, List.of(4));
        assertThat(setting.controls()).isEmpty();
        assertThat(setting.withLinearControls().controls())
                .extracting(Observable::name)
                .containsExactly("x[0]");
        assertThat(setting.withLinearControls().withCheckpoints(List.of(1)))
                .isEqualTo(setting(List.of(1, 2), X, List.of(1)).withControls(X));
        List<Observable> many = Collections.nCopies(65, Observable.coordinate(0));
        assertThatThrownBy(() -> setting.withControls(many))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "controls has 65 entries, expected at most 64; take those that go along with the observables");
    }

    @Test
    void lists_are_copied() {
        List<Integer> levels = new ArrayList<>(List.of(1, 2));
        Setting setting = setting(levels, X, List.of(4));
        levels.add(0);

        assertThat(setting.levels()).containsExactly(1, 2);
    }

    private static Setting setting(List<Integer> levels, List<Observable> observables, List<Integer> checkpoints) {
        return new Setting(SVAG, Settings.GAUSSIAN, levels, observables, checkpoints);
    }
}
