package org.itocheck.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.observable.Observable;
import org.junit.jupiter.api.Test;

/** On C2 l |e(l)| of x[0] is 0.090, 0.085, 0.083 at l = 1, 2, 4 (THEORY 3.C). */
class WeakErrorBelowTest {
    @Test
    void an_envelope_with_room_passes() {
        Outcome outcome = Settings.budget(1 << 18).verify(claim(1.5 * 0.0902));

        assertThat(outcome.headline())
                .startsWith("weak error of SVAG on C2 is below 0.1353 / l: PASS, farthest x[0] at l = ");
        assertThat(outcome.cells()).extracting(Cell::allowed).containsExactly(0.1353, 0.1353 / 2, 0.1353 / 4);
    }

    @Test
    void an_envelope_that_is_too_tight_fails() {
        Outcome outcome = Settings.budget(1 << 18).verify(claim(0.05));

        assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.finding()).startsWith("x[0] at l = ").contains(" is off by 0.0");
    }

    @Test
    void a_small_budget_is_inconclusive() {
        Outcome outcome = Settings.budget(2048).verify(claim(0.0902));

        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.finding()).startsWith("x[0] at l = ").endsWith(" paths, budget 2048");
    }

    private static WeakErrorBelow claim(double constant) {
        Setting setting =
                Settings.last(Svag.family(Settings.C2), Settings.C2, List.of(1, 2, 4), Observable.coordinate(0));
        return new WeakErrorBelow(setting, ItoSde.of(Settings.C2), Tolerance.within(constant));
    }
}
