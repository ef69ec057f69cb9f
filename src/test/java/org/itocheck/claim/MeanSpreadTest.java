package org.itocheck.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.itocheck.claim.ScriptedLaboratory.Law;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.observable.Observable;
import org.itocheck.stats.Interval;
import org.junit.jupiter.api.Test;

/** The variance of means of 256 trajectories in units of sigma^2/256, from 128 pairs of means. */
class MeanSpreadTest {
    /** The mean of 3 indices of 0 to 4 has the variance (25 - 1) / 12 / 3. */
    private static final double VARIANCE = 2.0 / 3;

    private static final double ALPHA = 1e-6;

    @Test
    void means_that_spread_as_independent_ones_do_pass() {
        Cell cell = cell(1, 1 << 20);

        assertThat(cell.observable()).isEqualTo("variance of means over sigma^2/256");
        assertThat(cell.estimate()).isCloseTo(1, within(1e-12));
        assertThat(cell.error()).isCloseTo(0, within(1e-12));
        assertThat(cell.stepSize()).isEqualTo(0.25);
        assertThat(cell.trajectories()).isEqualTo(2 * 128 * 256);
        assertThat(cell.verdict()).isEqualTo(Verdict.PASS);
    }

    /** The square of a normal value has the variance 2; that of a mean of 3 * 256 uniform indices a little less. */
    @Test
    void the_half_width_is_that_of_128_squares_of_nearly_normal_values() {
        double squares = 2 - 1.2 * 26 / 24 / (2 * 3 * 256);

        assertThat(cell(1, 1 << 20).halfWidth())
                .isCloseTo(Interval.normalMultiplier(ALPHA) * Math.sqrt(squares / 128), within(1e-12));
    }

    @Test
    void trajectories_that_move_in_fours_are_found() {
        Cell cell = cell(4, 1 << 20);

        assertThat(cell.estimate()).isCloseTo(4, within(1e-12));
        assertThat(cell.error()).isCloseTo(3, within(1e-12));
        assertThat(cell.verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void means_of_fewer_trajectories_than_the_stated_power_needs_stay_open() {
        assertThat(cell(1, 255).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(cell(1, 255).observable()).isEqualTo("variance of means over sigma^2/255");
        assertThat(cell(1, 256).verdict()).isEqualTo(Verdict.PASS);
    }

    /** Every second mean is larger than the one before by as much as gives this quotient. */
    private static Cell cell(double quotient, long budget) {
        double apart = Math.sqrt(quotient * 2 * VARIANCE / Math.min(256, budget));
        ScriptedLaboratory laboratory = new ScriptedLaboratory(budget, look -> {
            int number = Integer.parseInt(look.purpose().replace("means ", ""));
            return List.of(Law.exactly(7 + (number % 2) * apart), Law.exactly(9));
        });
        Problem problem = Problem.of(Settings.C2.objective(), new double[2], 0.5, 1);
        Setting setting = Settings.last(
                Svag.family(problem), problem, List.of(2), Observable.coordinate(0), Observable.coordinate(1));
        return new MeanSpread(setting, 2, 5, 3).cell(ALPHA, laboratory, new Bill());
    }
}
