package org.itocheck.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.observable.Observable;
import org.junit.jupiter.api.Test;

class LimitBiasTest {
    private static final Tolerance TENTH = Tolerance.withinDeviations(0.1);
    private static final Observable LOSS = Observable.loss(Settings.C2.objective());

    @Test
    void the_right_limit_passes() {
        Outcome outcome = Settings.budget(1 << 18).verify(claim(Svag.family(Settings.C2), LOSS));

        assertThat(outcome.headline()).startsWith("limit of SVAG on C2 is its SDE: PASS, farthest loss: ");
        assertThat(outcome.finding()).matches("farthest loss: -?0\\.00\\d+ ± 0\\.00\\d+ \\(allowed ± 0\\.01\\d+\\)");
        assertThat(outcome.truth()).contains("E loss = 0.620467");
        assertThat(outcome.cells()).hasSize(4).allMatch(cell -> cell.verdict() == Verdict.PASS);
    }

    @Test
    void a_wrong_limit_fails_and_the_shape_of_the_error_is_told() {
        Outcome outcome =
                Settings.budget(1 << 16).verify(claim(Sgd.family(Settings.C2), LOSS, Observable.coordinate(0)));

        assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.finding()).startsWith("loss is off by -0.04").contains("(allowed ± 0.01");
        assertThat(outcome.observed()).startsWith("loss failed; x[0] ");
        assertThat(outcome.diagnosis())
                .startsWith("the error tends to -0.04")
                .contains(" as l grows, not to 0; Var x[0] at l = 16 is 0.0")
                .endsWith(" of the SDE's: one step has the wrong noise, see OneStepMoments");
    }

    @Test
    void a_small_budget_is_inconclusive_and_names_the_cheap_ways_out() {
        Setting setting = Settings.last(
                Svag.family(Settings.GAUSSIAN), Settings.GAUSSIAN, List.of(2, 4, 8, 16), Observable.coordinate(0));
        Outcome outcome = Settings.budget(2048).verify(new LimitBias(setting, ItoSde.of(Settings.GAUSSIAN), TENTH));

        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.finding()).startsWith("x[0] is ").matches(".*; needs about [\\d.e]+ paths, budget 2048");
        assertThat(outcome.remedies()).contains("drop l = 16");
    }

    @Test
    void skewed_observables_get_no_normal_interval_before_it_holds() {
        Setting setting =
                Settings.last(Svag.family(Settings.SKEWED), Settings.SKEWED, List.of(2, 4, 8), Observable.power(0, 3));
        Outcome outcome = Settings.budget(4096)
                .verify(new LimitBias(setting, ItoSde.of(Settings.SKEWED), Tolerance.withinDeviations(2)));

        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.finding()).contains("too skewed for normal intervals below ");
    }

    @Test
    void two_levels_extrapolate_by_a_line() {
        Family family = Svag.family(Settings.GAUSSIAN);
        Setting setting = Settings.last(family, Settings.GAUSSIAN, List.of(8, 16), Observable.coordinate(0));
        LimitBias claim = new LimitBias(setting, ItoSde.of(Settings.GAUSSIAN), TENTH);

        assertThat(Settings.budget(1 << 18).verify(claim).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void one_level_has_no_limit() {
        Setting setting = Settings.last(Svag.family(Settings.C2), Settings.C2, List.of(4), LOSS);

        assertThatThrownBy(() -> new LimitBias(setting, ItoSde.of(Settings.C2), TENTH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("levels is [4], expected at least two");
    }

    private static LimitBias claim(Family family, Observable... observables) {
        Setting setting = Settings.last(family, Settings.C2, List.of(2, 4, 8, 16), observables);
        return new LimitBias(setting, ItoSde.of(Settings.C2), TENTH);
    }
}
