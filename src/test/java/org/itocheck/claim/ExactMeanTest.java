package org.itocheck.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.observable.Observable;
import org.junit.jupiter.api.Test;

class ExactMeanTest {
    private static final Family SVAG = Svag.family(Settings.SKEWED);
    private static final List<Integer> LEVELS = List.of(1, 4);

    @Test
    void the_right_means_pass() {
        Outcome outcome = Settings.budget(1 << 16).verify(claim(SVAG, SVAG));

        assertThat(outcome.headline())
                .isEqualTo("means of SVAG on A1/exp1 are exact: PASS, all 4 means agree to 5 % of sd "
                        + "[seed 0x00005EED00000002]");
        assertThat(outcome.passed()).isTrue();
        assertThat(outcome.cells()).hasSize(4).allMatch(cell -> cell.verdict() == Verdict.PASS);
        assertThat(outcome.observed()).isEqualTo("x[0], x[0]^2 passed");
        assertThat(outcome.power())
                .isEqualTo(
                        "false alarm < 5e-7 over all 4 means; a bias of 5 % of sd is missed with probability < 0.001");
        assertThat(outcome.remedies()).isEmpty();
        assertThat(outcome.diagnosis()).isEmpty();
    }

    @Test
    void wrong_means_fail_and_the_cell_is_named() {
        Outcome outcome = Settings.budget(1 << 14).verify(claim(Sgd.family(Settings.SKEWED), SVAG));

        assertThat(outcome.headline())
                .startsWith(
                        "means of SGD on A1/exp1 are those of SVAG: FAIL, " + "x[0]^2 at l = 4, k = 4 is off by -0.1")
                .endsWith("[seed 0x00005EED00000002]");
        assertThat(outcome.observed()).isEqualTo("x[0]^2 failed; x[0] open");
        assertThat(outcome.decisive()).isEqualTo("x[0]^2");
        assertThat(outcome.cells()).allSatisfy(cell -> {
            assertThat(cell.error()).isEqualTo(cell.estimate() - cell.truth());
            assertThat(cell.stepSize()).isEqualTo(Settings.SKEWED.learningRate() / cell.level());
        });
        assertThat(outcome.diagnosis())
                .isEqualTo("level 1 agrees, so SGD itself is right; E x agrees but second moments do not: "
                        + "one step has the wrong noise covariance, see OneStepMoments");
    }

    @Test
    void a_small_budget_is_inconclusive_and_says_what_is_needed() {
        Outcome outcome = Settings.budget(1000).verify(claim(SVAG, SVAG));

        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.finding()).matches("needs \\d\\d \\d{3} paths a level, budget 1 000");
        assertThat(outcome.remedies())
                .hasSize(2)
                .anyMatch(line -> line.matches("look for \\d+ % of sd, which 1 000 paths can see"))
                .anyMatch(line -> line.startsWith("raise the budget: -Ditocheck.trajectories="));
        assertThat(outcome.trajectories()).isEqualTo(2000);
    }

    @Test
    void the_budget_that_was_asked_for_is_enough() {
        Outcome poor = Settings.budget(1000).verify(claim(SVAG, SVAG));
        long needed = Long.parseLong(
                poor.finding().replaceAll("needs ([\\d ]+) paths.*", "$1").replace(" ", ""));

        assertThat(Settings.budget(needed - 1).verify(claim(SVAG, SVAG)).verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(Settings.budget(needed).verify(claim(SVAG, SVAG)).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void without_an_exact_value_nothing_is_concluded() {
        Setting setting = Settings.last(SVAG, Hidden.hide(Settings.SKEWED), LEVELS, Observable.coordinate(0));
        Outcome outcome = Settings.budget(1 << 16).verify(new ExactMean(setting, SVAG, 0.05));

        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.finding()).isEqualTo("x[0] at l = 1: no exact value is known");
        assertThat(outcome.cells())
                .allSatisfy(
                        cell -> assertThat(cell.stepSize()).isEqualTo(Settings.SKEWED.learningRate() / cell.level()));
    }

    @Test
    void the_same_seed_gives_the_same_outcome() {
        Outcome first = Settings.budget(5000).verify(claim(SVAG, SVAG));
        Outcome second = Settings.budget(5000).verify(claim(SVAG, SVAG));

        assertThat(second.cells()).isEqualTo(first.cells());
    }

    @Test
    void the_discrepancy_is_positive() {
        assertThatThrownBy(() -> claim(SVAG, SVAG, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("discrepancy is 0.0");
    }

    private static ExactMean claim(Family family, Family law) {
        return claim(family, law, 0.05);
    }

    private static ExactMean claim(Family family, Family law, double discrepancy) {
        Setting setting =
                Settings.last(family, Settings.SKEWED, LEVELS, Observable.coordinate(0), Observable.power(0, 2));
        return new ExactMean(setting, law, discrepancy);
    }
}
